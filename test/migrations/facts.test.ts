import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';

interface Key {
  readonly table: string;
  readonly name: string;
  /** p primary, u unique, f foreign, x exclusion. */
  readonly kind: 'p' | 'u' | 'f' | 'x';
  readonly columns: readonly string[];
  readonly target: string | null;
  readonly targetColumns: readonly string[] | null;
}

/** Tables with an area that are small, read everywhere and copied to every node; facts may point to them by id. */
const referenceData: Readonly<Record<string, string>> = {
  institution: 'its area can be corrected without moving every fact; (area_code, id) is unique beside the key, so that facts point to both',
  supply_region: 'belongs to a selected product, and is read with it',
};

/** Sums of facts, kept by area beside them: their key is what is summed by, and begins with the area. */
const rollups = [
  'agreed_volume_rollup',
  'agreed_volume_rollup_by_area',
  'movement_rollup',
  'payable_entry_rollup',
  'payable_rollup',
  'published_demand',
];

let database: TestDatabase;
let keys: Key[];
let withArea: string[];
let triggers: string[];

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  const all = async <Row extends object>(sql: string) => (await database.pool.query<Row>(sql)).rows;
  const columnsOf = (relation: string, numbers: string) =>
    `(select json_agg(a.attname order by p.place) from unnest(${numbers}) with ordinality p(number, place)
      join pg_attribute a on a.attrelid = ${relation} and a.attnum = p.number)`;
  keys = await all<Key>(`
    select c.relname as table, k.conname as name, k.contype as kind, ${columnsOf('k.conrelid', 'k.conkey')} as columns, f.relname as target,
      ${columnsOf('k.confrelid', 'k.confkey')} as "targetColumns"
    from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'x')
    union all
    select c.relname, n.relname, 'u', ${columnsOf('i.indrelid', 'i.indkey::int2[]')}, null, null
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
    where i.indisunique and c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`);
  withArea = (
    await all<{ table: string }>(
      // A view of facts is none itself.
      `select table_name as table from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'area_code' and table_type = 'BASE TABLE'`,
    )
  ).map(({ table }) => table);
  triggers = (await all<{ name: string }>('select tgname as name from pg_trigger where not tgisinternal')).map(({ name }) => name);
});
afterAll(() => database.drop());

const facts = () => withArea.filter((table) => !(table in referenceData) && !rollups.includes(table));

// A distributed PostgreSQL places facts by area with the schema as it is; that holds from the first migration on.
describe('the facts', () => {
  it('are the tables with an area', () => {
    expect(facts()).toEqual(expect.arrayContaining(['demand_report', 'agreed_volume', 'agreed_volume_amendment']));
    expect(Object.keys(referenceData).filter((table) => !withArea.includes(table))).toEqual([]);
  });

  it('have the key (area_code, id)', () => {
    const primary = keys.filter(({ table, kind }) => kind === 'p' && facts().includes(table));
    expect(primary.map(({ table }) => table).toSorted()).toEqual(facts().toSorted());
    expect(primary.filter(({ columns }) => columns.join() !== 'area_code,id')).toEqual([]);
  });

  it('are summed in tables whose key begins with the area', () => {
    const primary = keys.filter(({ table, kind }) => kind === 'p' && rollups.includes(table));
    expect(new Map(primary.map(({ table, columns }) => [table, columns[0]]))).toEqual(
      new Map(rollups.map((table) => [table, 'area_code'])),
    );
  });

  it('have area_code first in every unique and every exclusion constraint', () => {
    const unique = keys.filter(({ table, kind }) => kind !== 'p' && kind !== 'f' && [...facts(), ...rollups].includes(table));
    expect(unique.filter(({ columns }) => columns[0] !== 'area_code')).toEqual([]);
  });

  it('point to other rows of an area with the area', () => {
    const areaBound = keys.filter(
      ({ table, kind, target }) => kind === 'f' && facts().includes(table) && withArea.includes(target ?? '') && target !== 'supply_region',
    );
    expect(areaBound.length).toBeGreaterThan(0);
    expect(areaBound.filter(({ columns, targetColumns }) => columns[0] !== 'area_code' || targetColumns?.[0] !== 'area_code')).toEqual([]);
  });

  it('are pointed to by facts only', () => {
    const pointing = keys.filter(({ kind, target }) => kind === 'f' && facts().includes(target ?? ''));
    expect(pointing.filter(({ table }) => !facts().includes(table))).toEqual([]);
  });

  // A distributed PostgreSQL refuses them; the use case writes journal and rollups in its transaction.
  it('have no triggers', () => {
    expect(triggers).toEqual([]);
  });
});
