import { features } from '../../src/features.ts';
import { untold } from '../journal/rows-on-record.ts';
import type { TestDatabase } from './database.ts';

/** One column of one row, before and after, as the database writes them. */
export interface CellChanged {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Cells = Map<string, { readonly table: string; readonly key: string; readonly cells: Readonly<Record<string, string | null>> }>;

/** Every row of the features' tables that the journal tells, with an id or with one other key, as texts. */
async function allRows({ pool, orm }: TestDatabase): Promise<Cells> {
  const found: Cells = new Map();
  for (const entity of features.flatMap((feature) => [...feature.entities])) {
    const meta = orm.getMetadata().get(entity);
    const { tableName: table } = meta;
    const keys = meta.getPrimaryProps().flatMap(({ fieldNames }) => fieldNames);
    if (table in untold || (keys.length > 1 && keys.at(-1) !== 'id')) continue;
    const { rows } = await pool.query<{ key: string; cells: Record<string, string | null> }>(
      `select t.${keys.at(-1)}::text as key, (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(t))) as cells from "${table}" t`,
    );
    for (const { key, cells } of rows) found.set(`${table} ${key}`, { table, key, cells });
  }
  return found;
}

/** Who recorded and when is no part of what was proposed. */
const circumstances = ['id', 'recorded_at', 'recorded_by', 'provenance'];

/** What happened in the words of a proposal, which knows no id of the one row that is new. */
export function asProposed(happened: readonly CellChanged[]): CellChanged[] {
  const [made, ...more] = happened.filter(({ column }) => column === 'id').map(({ key }) => key);
  if (more.length > 0) throw new Error('several rows are new');
  const label = <T extends string | null>(text: T) => (text === made ? 'new-1' : text);
  return happened
    .filter(({ column }) => !circumstances.includes(column))
    .map((each) => ({ ...each, key: label(each.key), to: label(each.to) }));
}

/** The same changes give the same texts, whatever their order. */
export const inOrder = (changes: readonly CellChanged[]) =>
  changes.map(({ table, key, column, from, to }) => JSON.stringify([table, key, column, from, to])).toSorted();

/** What changed in the features' tables while something was done; columns without a value in a new row are left out. */
export async function changedBy(database: TestDatabase, act: () => Promise<unknown>): Promise<CellChanged[]> {
  const before = await allRows(database);
  await act();
  const after = await allRows(database);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((row) => {
    const { table, key } = (after.get(row) ?? before.get(row))!;
    const [from, to] = [before.get(row)?.cells, after.get(row)?.cells];
    const columns = Object.keys(to ?? from ?? {}).filter((column) => (from?.[column] ?? null) !== (to?.[column] ?? null));
    return columns.map((column) => ({ table, key, column, from: from?.[column] ?? null, to: to?.[column] ?? null }));
  });
}
