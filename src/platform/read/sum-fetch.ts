import { sql, type RawBuilder } from 'kysely';
import { Columns, Fetch, type Call, type Level, type Run } from './fetch.ts';
import type { Row } from './level-query.ts';
import { hasKey } from './row-fetch.ts';
import { Given, statement } from './statement.ts';
import type { Column } from './table-shape.ts';

/** An argument of the field that asks, known when the statement is run: its text is made once. */
export const argumentGiven = (name: string): unknown => new Given((occasion) => occasion.arguments?.[name]);

/** Sums over the rows that point to each key, limited by arguments that all who ask for them give alike. */
export class SumFetch extends Fetch<SumsByKey> {
  readonly columns = new Columns();
  /** The fields that ask; those whose arguments are refused ask for nothing. */
  readonly calls: Call[] = [];

  constructor(
    index: number,
    path: string,
    private readonly source: { readonly table: string; readonly by: Column },
  ) {
    super(index, path);
  }

  async load(keys: readonly string[], run: Run): Promise<Level<SumsByKey>> {
    const query = this.statementOf(run.caller.role, () => statement(this.#sql(run)));
    const accepted = this.calls.find((call) => call.isAccepted(run))!;
    const rows = await run.snapshot.rows(this.path, query, { caller: run.caller, keys, arguments: accepted.arguments(run) });
    return { rows, content: new SumsByKey(rows) };
  }

  rowsFor(parents: number): number {
    return parents;
  }

  /** Two questions in one statement: the sums of each key, and, under no key, the sums of no rows. */
  #sql({ caller }: Run): RawBuilder<unknown> {
    const { table, by } = this.source;
    const key = sql.ref(`t.${by.name}`);
    const sums = sql.join(this.columns.sqlFor(caller));
    const rows = sql`from ${sql.table(table)} t where`;
    return sql`select ${key}, ${sums} ${rows} ${hasKey(by)} group by ${key} union all select null, ${sums} ${rows} false`;
  }
}

/** What was summed for each key; a key that no row points to has the sums of no rows. */
export class SumsByKey {
  readonly #byKey: ReadonlyMap<string | null, Row>;

  constructor(rows: readonly Row[]) {
    this.#byKey = new Map(rows.map((row) => [row[0]!, row]));
  }

  get(key: string): Row {
    return this.#byKey.get(key) ?? this.#byKey.get(null)!;
  }
}
