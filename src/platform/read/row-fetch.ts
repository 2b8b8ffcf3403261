import { sql, type RawBuilder } from 'kysely';
import { Columns, Fetch, type Level, type Run } from './fetch.ts';
import type { Visible } from './meaning.ts';
import type { Row } from './level-query.ts';
import { arrayLiteral, Given, statement, symbolicCaller } from './statement.ts';
import type { Column, TableShape } from './table-shape.ts';

/** What separates the parts of a key of several columns; only the last part may hold it. */
const separator = '/';

/** Makes the text of a key of several columns. */
export const keyOf = (parts: readonly string[]) => parts.join(separator);

/** The same where a part may be missing: what points nowhere has no key. */
export const keyIfWhole = (parts: readonly (string | null)[]) => (parts.includes(null) ? null : keyOf(parts as readonly string[]));

/** The parts of a key of so many columns. */
export function partsOf(key: string, count: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let part = 1; part < count; part += 1) {
    const to = key.indexOf(separator, from);
    parts.push(key.slice(from, to));
    from = to + 1;
  }
  return [...parts, key.slice(from)];
}

/** Whether a text from outside can be a key of these columns: one that cannot finds nothing, and must not fail in the database. */
export function isKey(key: string, columns: readonly Column[]): boolean {
  if (key.split(separator).length < columns.length) return false;
  const parts = partsOf(key, columns.length);
  return columns.every(({ type }, at) => type !== 'uuid' || uuid.test(parts[at]!));
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The keys of the occasion, as the parameter of a statement. */
const allKeys = new Given(({ keys }) => arrayLiteral(keys));

/** The only key of the occasion. */
const onlyKey = new Given(({ keys }) => keys[0]);

/** The condition that a column holds one of the keys asked for. */
export const hasKey = (column: Column) => sql`${sql.ref(`t.${column.name}`)} = any(${allKeys}::${sql.raw(column.type)}[])`;

/**
 * The same for one key alone. The server takes an array for ten keys while it does not know them, finds that dear, and
 * plans such a statement anew each time that it is asked; of one key it knows what there is to know.
 */
export const hasOnlyKey = (column: Column) => sql`${sql.ref(`t.${column.name}`)} = ${onlyKey}::${sql.raw(column.type)}`;

/** The keys asked for as rows, for a lateral. */
export const keysAsRows = (column: Column) => sql`unnest(${allKeys}::${sql.raw(column.type)}[])`;

/** At most one row for each key. */
export class OneFetch extends Fetch<ReadonlyMap<string, Row>> {
  readonly columns = new Columns();

  constructor(
    index: number,
    path: string,
    private readonly source: {
      readonly from: TableShape['from'];
      readonly key: readonly Column[];
      readonly visible?: Visible | undefined;
      /** Whether the columns are aggregates over the rows of a key. */
      readonly grouped?: boolean;
    },
  ) {
    super(index, path);
  }

  async load(keys: readonly string[], run: Run): Promise<Level<ReadonlyMap<string, Row>>> {
    const single = keys.length === 1;
    const query = this.statementOf(`${run.caller.role} ${single}`, () => statement(this.#sql(run, single)));
    const rows = await run.snapshot.rows(this.path, query, { caller: run.caller, keys });
    return { rows, content: new Map(rows.map((row) => [row[0]!, row])) };
  }

  rowsFor(parents: number): number {
    return parents;
  }

  #sql({ caller }: Run, single: boolean): RawBuilder<unknown> {
    const { from, key, visible, grouped } = this.source;
    const refs = key.map(({ name }) => sql`${sql.ref(`t.${name}`)}`);
    const columns = sql.join([
      key.length === 1 ? refs[0]! : sql`concat_ws(${sql.lit(separator)}, ${sql.join(refs)})`,
      ...this.columns.sqlFor(caller),
    ]);
    const may = visible?.(symbolicCaller(caller));
    const seen = may ? sql` and ${may}` : sql``;
    if (key.length === 1) {
      const found = single ? hasOnlyKey(key[0]!) : hasKey(key[0]!);
      return sql`select ${columns} from ${from} where ${found}${seen}${grouped ? sql` group by ${refs[0]!}` : sql``}`;
    }
    const lists = key.map(({ type }, part) => {
      const values = new Given(({ keys }) => arrayLiteral(keys.map((each) => partsOf(each, key.length)[part]!)));
      return sql`${values}::${sql.raw(type)}[]`;
    });
    const names = key.map((_column, part) => sql.ref(`k${part}`));
    const equal = key.map((_column, part) => sql`${refs[part]!} = ${sql.ref(`asked.k${part}`)}`);
    return sql`select ${columns} from ${from} join unnest(${sql.join(lists)}) asked(${sql.join(names)}) on ${sql.join(equal, sql` and `)} where true${seen}`;
  }
}

/** Every row that points to a key, in one order. */
export class AllFetch extends Fetch<ReadonlyMap<string, readonly Row[]>> {
  readonly columns = new Columns();

  constructor(
    index: number,
    path: string,
    private readonly source: { readonly from: TableShape['from']; readonly by: Column; readonly order: Column },
  ) {
    super(index, path);
  }

  async load(keys: readonly string[], run: Run): Promise<Level<ReadonlyMap<string, readonly Row[]>>> {
    const { from, by, order } = this.source;
    const query = this.statementOf(run.caller.role, () => {
      const columns = sql.join([sql.ref(`t.${by.name}`), ...this.columns.sqlFor(run.caller)]);
      return statement(sql`select ${columns} from ${from} where ${hasKey(by)} order by ${sql.ref(`t.${order.name}`)}`);
    });
    const rows = await run.snapshot.rows(this.path, query, { caller: run.caller, keys });
    return { rows, content: Map.groupBy(rows, (row) => row[0]!) };
  }

  /** Not bounded by a page; as many as there are acts in the life of one thing. */
  rowsFor(parents: number): number {
    return parents * 10;
  }
}
