import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import type { Database } from '../platform/database/database.ts';

/** What a movement of goods adds to the sums: one of the quantities, in counting units. */
export interface Moved {
  readonly areaCode: string;
  readonly agreementId: string;
  readonly day: string;
  readonly confidence: string;
  readonly kind: 'ordered' | 'delivered' | 'accepted' | 'returned';
  readonly quantity: number;
}

/**
 * Every movement with what is summed of it: SQL for a sub-select with the columns of the sums, `day` and `institution_id`.
 */
export const movementLines = `
  select a.area_code, a.selected_product_id, a.institution_id, a.agreement_year, m.synthetic, m.day, m.ordered_quantity, m.delivered_quantity,
    m.accepted_quantity, m.returned_quantity, m.recorded_at as last_recorded_at
  from (
    select area_code, agreement_id, confidence = 'SYNTHETIC' as synthetic, ordered_on as day, quantity::bigint as ordered_quantity,
      0::bigint as delivered_quantity, 0::bigint as accepted_quantity, 0::bigint as returned_quantity, recorded_at from purchase_order
    union all
    select area_code, agreement_id, confidence = 'SYNTHETIC', delivered_on, 0, quantity::bigint, 0, 0, recorded_at from delivery
    union all
    select area_code, agreement_id, confidence = 'SYNTHETIC', accepted_on, 0, 0, accepted_quantity, 0, acceptance_recorded_at from delivery
      where accepted_quantity > 0
    union all
    select area_code, agreement_id, confidence = 'SYNTHETIC', returned_on, 0, 0, 0, quantity::bigint, recorded_at from goods_return
  ) m join agreement a on a.area_code = m.area_code and a.id = m.agreement_id`;

const key = 'area_code, selected_product_id, agreement_year, month, synthetic';
const quantities = ['ordered_quantity', 'delivered_quantity', 'accepted_quantity', 'returned_quantity'];

/** In the order of the key: two writers that meet in the table meet in one order. */
const intoRollup = (lines: string) => `
  insert into movement_rollup as sums (${key}, ${quantities.join(', ')}, last_recorded_at)
  select area_code, selected_product_id, agreement_year, date_trunc('month', day)::date as month, synthetic,
    ${quantities.map((each) => `sum(${each})`).join(', ')}, max(last_recorded_at)
  from ${lines} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;

/**
 * Adds movements that this transaction has just made to their sums. Once in a transaction and after its facts: a sum is
 * waited for by every other writer of the same product, area and month.
 */
export async function rollUpMovements(em: EntityManager, moved: readonly Moved[], recordedAt: Date): Promise<void> {
  const given = moved
    .filter(({ quantity }) => quantity > 0)
    .map((each) => ({
      area_code: each.areaCode,
      agreement_id: each.agreementId,
      day: each.day,
      synthetic: each.confidence === 'SYNTHETIC',
      [`${each.kind}_quantity`]: each.quantity,
    }));
  if (given.length === 0) return;
  const columns = `area_code text, agreement_id uuid, day date, synthetic boolean, ${quantities.map((each) => `${each} bigint`).join(', ')}`;
  const lines = `(select a.area_code, a.selected_product_id, a.agreement_year, g.synthetic, g.day,
      ${quantities.map((each) => `coalesce(g.${each}, 0) as ${each}`).join(', ')}, $1::timestamptz as last_recorded_at
    from json_to_recordset($2::json) as g (${columns}) join agreement a on a.area_code = g.area_code and a.id = g.agreement_id) line`;
  await sendOn(em)(
    `${intoRollup(lines)}
     on conflict (${key}) do update set ${quantities.map((each) => `${each} = sums.${each} + excluded.${each}`).join(', ')},
       last_recorded_at = greatest(sums.last_recorded_at, excluded.last_recorded_at)`,
    [recordedAt.toISOString(), jsonText(given)],
  );
}

/** Makes every sum anew from the movements: statements for one transaction; writers wait, readers go on with the sums of before. */
export const movementRollupAnew: readonly string[] = [
  'lock table purchase_order, delivery, goods_return in share mode',
  'delete from movement_rollup',
  intoRollup(`(${movementLines}) line`),
];

/** @returns how many sums there are */
export async function rebuildMovementRollup(database: Database): Promise<number> {
  return database.fork().transactional(async (em) => {
    for (const statement of movementRollupAnew) await em.execute(statement);
    const [{ count }] = await em.execute<[{ count: number }]>('select count(*)::int as count from movement_rollup');
    return count;
  });
}
