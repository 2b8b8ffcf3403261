import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../platform/database/database.ts';
import { sendOn } from '../platform/database/send.ts';
import type { AgreedVolume } from './agreed-volume.entity.ts';
import { rollups, summed, type Rollup } from './agreed-volume-rollups.ts';

/**
 * The prices of a selected product for one counting unit, as a dividend and a divisor: a box of seven at 10.00 has no
 * exact price of a tablet. `units` is null where it is not on record what the price is for.
 */
export const prices = `(
  select s.id, s.round_id, s.winning_price as price, s.price_before - s.winning_price as cut,
    coalesce(b.units_per_price_unit, case when s.price_unit = l.counting_unit then 1 end) as units
  from selected_product s join lot l on l.id = s.lot_id left join bid b on b.id = s.bid_id)`;

/**
 * Yuan of one institution's volume: a line is rounded half up once, to the cent, so that any grouping of lines adds up
 * to the same total. In whole numbers, since a division of `numeric` would round once more before.
 */
const yuanAt = (quantity: string, price: string) => `div(${quantity} * ${price} * 200 + p.units, 2 * p.units) * 0.01`;
const yuan = (quantity: string, price: 'price' | 'cut') => yuanAt(quantity, `p.${price}`);

/** A sum has an amount and savings where the prices that they need are on record. */
const kinds = 'p.price * p.units is not null as with_amount, p.cut * p.units is not null as with_savings';

/**
 * Every agreed volume with what is summed of it: SQL for a sub-select with the columns of every rollup, for one row each,
 * and `institution_id`.
 */
export const agreedVolumeLines = `
  select v.area_code, v.selected_product_id, p.round_id, v.institution_id, v.agreement_year, v.confidence = 'SYNTHETIC' as synthetic, ${kinds},
    v.quantity, ${yuan('v.quantity', 'price')} as amount, ${yuan('v.quantity', 'cut')} as savings, 1 as volumes,
    greatest(v.recorded_at, (select max(a.recorded_at) from agreed_volume_amendment a
      where a.area_code = v.area_code and a.agreed_volume_id = v.id)) as last_recorded_at
  from agreed_volume v join ${prices} p on p.id = v.selected_product_id`;

/** Makes the sums of a rollup from lines, in the order of its key: two writers that meet in a table meet in one order. */
const intoRollup = ({ table, by }: Rollup, lines: string) => `
  insert into ${table} as sums (${[...by, ...summed].join(', ')})
  select ${by.join(', ')}, sum(quantity), sum(amount), sum(savings), sum(volumes), max(last_recorded_at)
  from ${lines} group by ${by.join(', ')} order by ${by.join(', ')}`;

/**
 * One common table expression for each rollup, each begun when the one before has written all of its rows: of its own
 * accord PostgreSQL would take them in no particular order.
 */
const oneAfterTheOther = (write: (rollup: Rollup, before: string) => string) =>
  rollups
    .map((rollup, at) => {
      const before = at === 0 ? 'true' : `(select count(*) from into_${rollups[at - 1]!.table}) >= 0`;
      return `into_${rollup.table} as (${write(rollup, before)} returning sums.*)`;
    })
    .join(', ');

/**
 * Adds volumes that have just been recorded to their sums: common table expressions over `added`, a relation with the
 * columns of `agreed_volume`.
 */
export const rollUpAdded = (added: string) => `
  added_line as materialized (
    select v.area_code, v.selected_product_id, p.round_id, v.agreement_year, v.confidence = 'SYNTHETIC' as synthetic, ${kinds}, v.quantity,
      ${yuan('v.quantity', 'price')} as amount, ${yuan('v.quantity', 'cut')} as savings, 1 as volumes, v.recorded_at as last_recorded_at
    from ${added} v join ${prices} p on p.id = v.selected_product_id
  ), ${oneAfterTheOther(
    (rollup, before) => `${intoRollup(rollup, `added_line where ${before}`)}
    on conflict (${rollup.by.join(', ')}) do update set
      quantity = sums.quantity + excluded.quantity, amount = sums.amount + excluded.amount, savings = sums.savings + excluded.savings,
      volumes = sums.volumes + excluded.volumes, last_recorded_at = greatest(sums.last_recorded_at, excluded.last_recorded_at)`,
  )}`;

/** A selected product of which institutions commit to buy more in a year than its enterprise declared that it can supply. */
export interface BeyondCapacity {
  readonly committed: number;
  readonly declared: number;
}

/**
 * The sums that have just been written and pass the declared capacity, where one is on record; demonstration data is no
 * commitment. Looked at as they were written and not as a query finds them: a row that was written is held until the
 * transaction ends, so of two writers the second sees what the first has taken.
 */
const sumsBeyond = `into_agreed_volume_rollup_by_product w join selected_product s on s.id = w.selected_product_id join bid b on b.id = s.bid_id
    and not w.synthetic and w.quantity > b.declared_capacity`;
const beyondCapacity = `
  select least(w.quantity, ${Number.MAX_SAFE_INTEGER})::float8 as committed, b.declared_capacity::float8 as declared from ${sumsBeyond}`;

/** The rows of a file from that on with which a sum passes the declared capacity: those before it would have found room. */
export const addedBeyondCapacity = (added: string) => `
  select row_number from (
    select line.row_number, b.declared_capacity,
      w.quantity - sum(a.quantity) over (partition by w.selected_product_id, w.agreement_year)
        + sum(a.quantity) over (partition by w.selected_product_id, w.agreement_year order by line.row_number) as committed
    from ${sumsBeyond} join ${added} a on a.selected_product_id = w.selected_product_id and a.agreement_year = w.agreement_year
      and a.confidence <> 'SYNTHETIC' join resolved line on line.new_id = a.id) passing
  where committed > declared_capacity`;

/**
 * Adds the volumes that this transaction has just made to their sums. Once in a transaction, and last among its writes: a
 * sum is waited for by every other writer of the same selected product.
 * @returns the sums that pass the declared capacity now; whoever may not let them must take the transaction back
 */
export async function rollUpRecorded(em: EntityManager, volumes: readonly AgreedVolume[]): Promise<readonly BeyondCapacity[]> {
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
  const given = `(select * from json_to_recordset($1::json) as given (${columns}))`;
  return sendOn(em)<BeyondCapacity>(`with ${rollUpAdded(given)} ${beyondCapacity}`, [JSON.stringify(added)]);
}

/** An agreed volume that has just been amended, and what it was before. */
export interface VolumeChange {
  readonly volume: AgreedVolume;
  readonly quantityBefore: number;
}
const difference = (price: 'price' | 'cut') => `(${yuan('c.after', price)}) - (${yuan('c.before', price)})`;
const changedSums = (by: readonly string[]) =>
  `(select ${by.join(', ')}, sum(quantity) as quantity, sum(amount) as amount, sum(savings) as savings from change group by ${by.join(', ')})`;
const amended = `
  with change as materialized (
    select c.*, p.round_id, ${kinds}, c.after - c.before as quantity, ${difference('price')} as amount, ${difference('cut')} as savings
    from json_to_recordset($1::json) as c (area_code text, selected_product_id uuid, agreement_year smallint, synthetic boolean, before bigint,
        after bigint)
      join ${prices} p on p.id = c.selected_product_id
  ), ${oneAfterTheOther(
    ({ table, by }, before) => `
    update ${table} sums set quantity = sums.quantity + c.quantity, amount = sums.amount + c.amount, savings = sums.savings + c.savings,
      last_recorded_at = greatest(sums.last_recorded_at, $2::timestamptz)
    from ${changedSums(by)} c where ${by.map((column) => `sums.${column} = c.${column}`).join(' and ')} and ${before}`,
  )} select (${rollups
    .map(({ table, by }) => `(select count(*) from ${changedSums(by)} c) - (select count(*) from into_${table})`)
    .join(' + ')})::int as missed, (select coalesce(json_agg(b), '[]') from (${beyondCapacity}) b) as beyond`;

/**
 * Moves the sums of volumes that this transaction has just amended, by the differences.
 * @returns the sums that pass the declared capacity now, as above
 */
export async function rollUpAmended(
  em: EntityManager,
  changed: readonly VolumeChange[],
  recordedAt: Date,
): Promise<readonly BeyondCapacity[]> {
  await em.flush();
  const given = changed.map(({ volume, quantityBefore }) => ({
    area_code: volume.area.code,
    selected_product_id: volume.selectedProduct.id,
    agreement_year: volume.agreementYear,
    synthetic: volume.confidence === 'SYNTHETIC',
    before: quantityBefore,
    after: volume.quantity,
  }));
  const [sums] = await sendOn(em)<{ missed: number; beyond: readonly BeyondCapacity[] }>(amended, [JSON.stringify(given), recordedAt]);
  const { missed, beyond } = sums!;
  if (missed !== 0) throw new Error(`${missed} sums of amended volumes are missing; npm run rebuild-rollups`);
  return beyond;
}

/**
 * Moves the sums of a selected product whose winning price this transaction has just corrected: line by line, since each
 * is rounded for itself. The caller holds the round, so that no volume comes in meanwhile.
 */
export async function rollUpRepriced(
  em: EntityManager,
  selectedProductId: string,
  { priceBefore, priceAfter }: { readonly priceBefore: string; readonly priceAfter: string },
): Promise<void> {
  const moved = `(${yuan('v.quantity', 'price')}) - (${yuanAt('v.quantity', '(p.price + c.lower)')})`;
  await em.execute(
    `with change as materialized (
      select v.area_code, v.selected_product_id, p.round_id, v.agreement_year, v.confidence = 'SYNTHETIC' as synthetic, ${kinds},
        ${moved} as amount, (${yuan('v.quantity', 'cut')}) - (${yuanAt('v.quantity', '(p.cut - c.lower)')}) as savings
      from agreed_volume v join ${prices} p on p.id = v.selected_product_id cross join (select ?::numeric - ?::numeric as lower) c
      where v.selected_product_id = ?::uuid
    ), ${oneAfterTheOther(
      ({ table, by }, before) => `
      update ${table} sums set amount = sums.amount + c.amount, savings = sums.savings + c.savings
      from (select ${by.join(', ')}, sum(amount) as amount, sum(savings) as savings from change group by ${by.join(', ')}) c
      where ${by.map((column) => `sums.${column} = c.${column}`).join(' and ')} and ${before}`,
    )} select`,
    [priceBefore, priceAfter, selectedProductId],
  );
}

/**
 * Makes every sum anew from the volumes, in one transaction; writers wait, readers go on with the sums of before.
 * @returns how many of the finest sums there are
 */
export async function rebuildAgreedVolumeRollup(database: Database): Promise<number> {
  return database.fork().transactional(async (em) => {
    // Writers change a volume before its sum, so that a lock on the volumes alone finds no half-done work.
    await em.execute('lock table agreed_volume in share mode');
    await em.execute(`set local work_mem = '128MB'`);
    for (const { table } of rollups) await em.execute(`delete from ${table}`);
    const [finest, ...coarser] = rollups;
    await em.execute(intoRollup(finest!, `(${agreedVolumeLines}) line`));
    const finestLines = `(select v.*, p.round_id, ${kinds} from ${finest!.table} v join ${prices} p on p.id = v.selected_product_id) line`;
    for (const rollup of coarser) await em.execute(intoRollup(rollup, finestLines));
    const [{ count }] = await em.execute<[{ count: number }]>(`select count(*)::int as count from ${finest!.table}`);
    return count;
  });
}
