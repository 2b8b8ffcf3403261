import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../platform/database/database.ts';
import type { AgreedVolume } from './agreed-volume.entity.ts';

/**
 * The prices of a selected product for one counting unit, as a dividend and a divisor: a box of seven at 10.00 has no
 * exact price of a tablet. `units` is null where it is not on record what the price is for.
 */
const prices = `(
  select s.id, s.winning_price as price, s.price_before - s.winning_price as cut,
    coalesce(b.units_per_price_unit, case when s.price_unit = l.counting_unit then 1 end) as units
  from selected_product s join lot l on l.id = s.lot_id left join bid b on b.id = s.bid_id)`;

/**
 * Yuan of one institution's volume: a line is rounded half up once, to the cent, so that any grouping of lines adds up
 * to the same total. In whole numbers, since a division of `numeric` would round once more before.
 */
const yuan = (quantity: string, price: 'price' | 'cut') => `div(${quantity} * p.${price} * 200 + p.units, 2 * p.units) * 0.01`;

/**
 * Every agreed volume with what is summed of it: SQL for a sub-select with the columns of the rollup, for one row each,
 * and `institution_id`.
 */
export const agreedVolumeLines = `
  select v.area_code, v.selected_product_id, v.institution_id, v.agreement_year, v.confidence = 'SYNTHETIC' as synthetic,
    v.quantity, ${yuan('v.quantity', 'price')} as amount, ${yuan('v.quantity', 'cut')} as savings, 1 as volumes,
    greatest(v.recorded_at, (select max(a.recorded_at) from agreed_volume_amendment a
      where a.area_code = v.area_code and a.agreed_volume_id = v.id)) as last_recorded_at
  from agreed_volume v join ${prices} p on p.id = v.selected_product_id`;

/**
 * Adds volumes that have just been recorded to their sums: one statement over `added`, a relation with the columns of
 * `agreed_volume`. Rows are taken in the order of their key, so that two writers meet in one order; rows of different
 * areas never meet.
 */
export const rollUpAdded = (added: string) => `
  insert into agreed_volume_rollup as sums (area_code, selected_product_id, agreement_year, synthetic, quantity, amount, savings, volumes,
    last_recorded_at)
  select v.area_code, v.selected_product_id, v.agreement_year, v.confidence = 'SYNTHETIC', sum(v.quantity),
    sum(${yuan('v.quantity', 'price')}), sum(${yuan('v.quantity', 'cut')}), count(*), max(v.recorded_at)
  from ${added} v join ${prices} p on p.id = v.selected_product_id
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (area_code, selected_product_id, agreement_year, synthetic) do update set
    quantity = sums.quantity + excluded.quantity, amount = sums.amount + excluded.amount, savings = sums.savings + excluded.savings,
    volumes = sums.volumes + excluded.volumes, last_recorded_at = greatest(sums.last_recorded_at, excluded.last_recorded_at)`;

/**
 * Adds the volumes that this transaction has just made to their sums. Last among its writes: a sum is waited for by
 * every other writer of the same area and product.
 */
export async function rollUpRecorded(em: EntityManager, volumes: readonly AgreedVolume[]): Promise<void> {
  await em.flush();
  const added = volumes.map((each) => ({
    area_code: each.area.code,
    selected_product_id: each.selectedProduct.id,
    agreement_year: each.agreementYear,
    confidence: each.confidence,
    quantity: each.quantity,
    recorded_at: each.recordedAt,
  }));
  const columns =
    'area_code text, selected_product_id uuid, agreement_year smallint, confidence text, quantity bigint, recorded_at timestamptz';
  await em.execute(rollUpAdded(`(select * from json_to_recordset(?::json) as given (${columns}))`), [JSON.stringify(added)]);
}

/** Moves the sum of a volume that this transaction has just amended, by the difference. */
export async function rollUpAmended(em: EntityManager, volume: AgreedVolume, quantityBefore: number, recordedAt: Date): Promise<void> {
  await em.flush();
  const difference = (price: 'price' | 'cut') => `(${yuan('c.after', price)}) - (${yuan('c.before', price)})`;
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update agreed_volume_rollup sums set quantity = sums.quantity + c.after - c.before, amount = sums.amount + ${difference('price')},
      savings = sums.savings + ${difference('cut')}, last_recorded_at = greatest(sums.last_recorded_at, ?::timestamptz)
     from ${prices} p, (select ?::bigint as before, ?::bigint as after) c
     where p.id = sums.selected_product_id and sums.area_code = ? and sums.selected_product_id = ? and sums.agreement_year = ?
      and sums.synthetic = ?`,
    [
      recordedAt,
      quantityBefore,
      volume.quantity,
      volume.area.code,
      volume.selectedProduct.id,
      volume.agreementYear,
      volume.confidence === 'SYNTHETIC',
    ],
    'run',
  );
  if (affectedRows !== 1) throw new Error(`agreed volume ${volume.area.code}/${volume.id} is in no sum; npm run rebuild-rollups`);
}

/**
 * Makes every sum anew from the volumes, in one transaction; writers wait, readers go on with the sums of before.
 * @returns how many sums there are
 */
export async function rebuildAgreedVolumeRollup(database: Database): Promise<number> {
  return database.fork().transactional(async (em) => {
    // Writers change a volume before its sum, so that a lock on the volumes alone finds no half-done work.
    await em.execute('lock table agreed_volume in share mode');
    await em.execute(`set local work_mem = '128MB'`);
    await em.execute('delete from agreed_volume_rollup');
    await em.execute(
      `insert into agreed_volume_rollup (area_code, selected_product_id, agreement_year, synthetic, quantity, amount, savings, volumes,
        last_recorded_at)
       select area_code, selected_product_id, agreement_year, synthetic, sum(quantity), sum(amount), sum(savings), sum(volumes),
        max(last_recorded_at)
       from (${agreedVolumeLines}) line group by 1, 2, 3, 4`,
    );
    const [{ count }] = await em.execute<[{ count: number }]>('select count(*)::int as count from agreed_volume_rollup');
    return count;
  });
}
