import type { TestDatabase } from '../support/database.ts';

/** Tables whose rows the journal does not tell, each with the reason. */
export const untold: Readonly<Record<string, string>> = {
  agreed_volume_rollup: 'sums that follow from agreed volumes',
  agreed_volume_rollup_by_area: 'sums that follow from agreed volumes',
  agreed_volume_rollup_by_product: 'sums that follow from agreed volumes',
  movement_rollup: 'sums that follow from orders, deliveries with their acceptance, and returns',
  payable_rollup: 'sums that follow from payables',
  payable_entry_rollup: 'sums that follow from the entries of payables',
  published_demand: 'sums that follow from demand reports by the rule of small cells',
  idempotency_record: 'the answer to an act that the journal tells',
  import_run: 'a file that the journal names itself',
  journal_record: 'the journal',
  journal_head: 'where the chains of the journal end',
  outbox_event: 'what the journal tells, for subscribers',
  migration: 'which migrations were applied',
};

/** Rows by table and key, with the values in the words of the journal. */
export type Rows = Record<string, Record<string, Record<string, unknown>>>;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly inKey: boolean;
}

/** Every row of the tables that the journal tells. */
export async function rowsOnRecord({ pool }: TestDatabase): Promise<Rows> {
  const { rows: columns } = await pool.query<Column>(`
    select c.relname as table, a.attname as name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type,
      coalesce(a.attnum = any(k.conkey), false) as "inKey"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, array_position(k.conkey, a.attnum)`);
  const tables: Rows = {};
  for (const [table, all] of Map.groupBy(columns, (column) => column.table)) {
    if (table in untold) continue;
    const key = all.filter(({ inKey }) => inKey).map(({ name }) => `"${name}"`);
    const values = all.map((column) => `'${column.name}', ${inWords(column)}`);
    const { rows } = await pool.query<{ key: string; row: Record<string, unknown> }>(
      `select concat_ws('/', ${key.join(', ')}) as key, jsonb_build_object(${values.join(', ')}) as row from "${table}"`,
    );
    tables[table] = Object.fromEntries(rows.map(({ key: of, row }) => [of, row]));
  }
  return tables;
}

/** Figures as texts with all their digits, moments in UTC to the millisecond. */
function inWords({ name, type }: Column): string {
  if (type === 'timestamp with time zone') return `to_char("${name}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return type === 'numeric' || type === 'bigint' ? `"${name}"::text` : `to_jsonb("${name}")`;
}
