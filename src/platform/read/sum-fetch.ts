import { sql, type RawBuilder } from 'kysely';
import { Columns, Fetch, type Call, type Level, type Run } from './fetch.ts';
import type { Row } from './level-query.ts';
import { hasKey } from './row-fetch.ts';
import { Given, statement } from './statement.ts';
import type { Column } from './table-shape.ts';

/** An argument of the field that asks, known when the statement is run: its text is made once. */
export const argumentGiven = (name: string): unknown => new Given((occasion) => occasion.arguments?.[name]);

/** The sums over one table by one of its columns. */
export interface Summed {
  /** Its place among the tables of the level. */
  readonly at: number;
  readonly table: string;
  readonly by: Column;
  readonly columns: Columns;
}

/** Before the sums of a row stand its table and its key. */
const offset = 1;

/** Sums over the rows, of one or several tables, that point to each key, limited by arguments that all who give any give alike. */
export class SumFetch extends Fetch<SumsByKey> {
  /** The fields that ask with arguments, alike; those whose arguments are refused ask for nothing. */
  readonly #calls: Call[] = [];
  #given = '';
  readonly #tables = new Map<string, Summed>();

  /** The sums over a table by a column: whoever asks for the same shares them. */
  over(table: string, by: Column): Summed {
    const name = `${table} ${by.name}`;
    let found = this.#tables.get(name);
    if (!found) this.#tables.set(name, (found = { at: this.#tables.size, table, by, columns: new Columns() }));
    return found;
  }

  /** Whether it may ask for sums with these arguments too; what depends on none goes with any. */
  takes(given: string): boolean {
    return given === '' || this.#given === '' || given === this.#given;
  }

  askedBy(call: Call, given: string): void {
    if (given === '') return;
    this.#given = given;
    this.#calls.push(call);
  }

  async load(keys: readonly string[], run: Run): Promise<Level<SumsByKey>> {
    const query = this.statementOf(run.caller.role, () => statement(this.#sql(run)));
    const accepted = this.#calls.find((call) => call.isAccepted(run));
    const given = accepted && { arguments: accepted.arguments(run) };
    const rows = await run.snapshot.rows(this.path, query, { caller: run.caller, keys, ...given });
    return { rows, content: new SumsByKey(rows) };
  }

  rowsFor(parents: number): number {
    return parents;
  }

  /** Two questions of each table in one statement: the sums of each key, and, under no key, the sums of no rows. */
  #sql({ caller }: Run): RawBuilder<unknown> {
    const tables = [...this.#tables.values()];
    const width = Math.max(...tables.map(({ columns }) => columns.count));
    const questions = tables.flatMap(({ at, table, by, columns }) => {
      const key = sql.ref(`t.${by.name}`);
      const none = Array.from({ length: width - columns.count }, () => sql`null::text`);
      const sums = sql.join([...columns.sqlFor(caller), ...none]);
      const rows = sql`from ${sql.table(table)} t where`;
      const place = sql.lit(String(at));
      return [
        sql`select ${place}, ${key}::text, ${sums} ${rows} ${hasKey(by)} group by ${key}`,
        sql`select ${place}, null, ${sums} ${rows} false`,
      ];
    });
    return sql.join(questions, sql` union all `);
  }
}

/** What was summed for each key; a key that no row points to has the sums of no rows. */
export class SumsByKey {
  /** By the place of the table, then by key. */
  readonly #rows: Map<string | null, Row>[] = [];

  constructor(rows: readonly Row[]) {
    for (const row of rows) (this.#rows[Number(row[0])] ??= new Map<string | null, Row>()).set(row[1]!, row);
  }

  /** The sum at a place of a table's columns. */
  get({ at }: Summed, key: string, place: number): string | null {
    const byKey = this.#rows[at]!;
    return (byKey.get(key) ?? byKey.get(null)!)[place + offset]!;
  }
}
