import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import type { Database } from '../platform/database/database.ts';

/** Every payable with what is summed of it: SQL for a sub-select with the columns of the sums, `id`, `day`, `due_on` and `institution_id`. */
export const payableLines = `
  select p.area_code, p.id, p.selected_product_id, p.institution_id, a.agreement_year, p.confidence = 'SYNTHETIC' as synthetic, p.accepted_on as day,
    p.due_on, p.amount::numeric as amount, p.recorded_at as last_recorded_at
  from payable p join agreement a on a.area_code = p.area_code and a.id = p.agreement_id`;

const paid = `case e.kind when 'PAYMENT' then e.amount when 'REVERSAL' then -e.amount else 0 end::numeric`;
const returned = `case e.kind when 'RETURN' then e.amount else 0 end::numeric`;

/** Every entry, likewise. */
export const payableEntryLines = `
  select p.area_code, e.id, p.selected_product_id, p.institution_id, a.agreement_year, e.confidence = 'SYNTHETIC' as synthetic, e.occurred_on as day,
    p.due_on, ${paid} as paid_amount, ${returned} as returned_amount, e.recorded_at as last_recorded_at
  from payable_entry e join payable p on p.area_code = e.area_code and p.id = e.payable_id
    join agreement a on a.area_code = p.area_code and a.id = p.agreement_id`;

const key = 'area_code, selected_product_id, agreement_year, month, due_month, synthetic';

/** In the order of the key: two writers that meet in the table meet in one order. */
const intoRollup = (table: string, sums: readonly string[], lines: string) => `
  insert into ${table} as sums (${key}, ${sums.join(', ')}, last_recorded_at)
  select area_code, selected_product_id, agreement_year, date_trunc('month', day)::date, date_trunc('month', due_on)::date, synthetic,
    ${sums.map((each) => `sum(${each})`).join(', ')}, max(last_recorded_at)
  from ${lines} group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;

/** The key of a row that this transaction has just made. */
interface Made {
  readonly areaCode: string;
  readonly id: string;
}

async function add(em: EntityManager, table: string, sums: readonly string[], lines: string, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return;
  const given = made.map(({ areaCode, id }) => ({ area_code: areaCode, id }));
  const ofMade = `(select l.* from json_to_recordset($1::json) as g (area_code text, id uuid)
    join (${lines}) l on l.area_code = g.area_code and l.id = g.id) line`;
  await sendOn(em)(
    `${intoRollup(table, sums, ofMade)}
     on conflict (${key}) do update set ${sums.map((each) => `${each} = sums.${each} + excluded.${each}`).join(', ')},
       last_recorded_at = greatest(sums.last_recorded_at, excluded.last_recorded_at)`,
    [jsonText(given)],
  );
}

const payableSums = ['amount'];
const entrySums = ['paid_amount', 'returned_amount'];

/** Adds payables that this transaction has just made to their sums; once in a transaction, and after its facts. */
export const rollUpPayables = (em: EntityManager, made: readonly Made[]): Promise<void> =>
  add(em, 'payable_rollup', payableSums, payableLines, made);

/** Adds entries that this transaction has just made to their sums; likewise. */
export const rollUpEntries = (em: EntityManager, made: readonly Made[]): Promise<void> =>
  add(em, 'payable_entry_rollup', entrySums, payableEntryLines, made);

/** Makes the sums anew from the facts: statements for one transaction; writers wait, readers go on with the sums of before. */
const anew = (table: string, sums: readonly string[], facts: string, lines: string): readonly string[] => [
  `lock table ${facts} in share mode`,
  `delete from ${table}`,
  intoRollup(table, sums, `(${lines}) line`),
];
export const payableRollupAnew = anew('payable_rollup', payableSums, 'payable', payableLines);
export const payableEntryRollupAnew = anew('payable_entry_rollup', entrySums, 'payable, payable_entry', payableEntryLines);

/** @returns how many sums there are */
const rebuild = (table: string, statements: readonly string[]) => (database: Database) =>
  database.fork().transactional(async (em) => {
    for (const statement of statements) await em.execute(statement);
    const [{ count }] = await em.execute<[{ count: number }]>(`select count(*)::int as count from ${table}`);
    return count;
  });

export const rebuildPayableRollup = rebuild('payable_rollup', payableRollupAnew);
export const rebuildPayableEntryRollup = rebuild('payable_entry_rollup', payableEntryRollupAnew);
