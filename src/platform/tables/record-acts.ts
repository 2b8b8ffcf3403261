import type { PoolClient } from 'pg';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Database } from '../database/database.ts';
import { managerOn } from '../database/mapper-on.ts';
import { onceMore } from '../journal/once-more.ts';
import type { RowOutcome } from '../journal/record-batch.ts';
import type { RecordingContext } from '../journal/recorded-row.ts';
import { toldOtherwise } from '../journal/row-changes.ts';
import type { ActImport } from './act-import.ts';
import { checkStaged } from './check-staged.ts';
import { ErrorList, type ImportError } from './import-report.ts';
import type { Search } from './staged-sql.ts';

/** What was done of a file: how many acts in each area, and what was wrong. */
export interface RecordedActs {
  readonly added: ReadonlyMap<string, number>;
  readonly errors: ErrorList;
}

/** As many as a mutation takes: a use case is made for so many at once. */
const portion = 10_000;

/**
 * Does what the staged rows say and the record does not have yet, in portions, within the transaction of the client.
 * Where the database wants it tried again, it is, without reading the file again.
 * @param given the columns that the file has: what it does not state is not compared with the record
 * @source none: machinery
 */
export async function recordActs(
  { database, client, context }: { readonly database: Database; readonly client: PoolClient; readonly context: RecordingContext },
  kind: ActImport,
  given: ReadonlySet<string>,
  onProgress: (done: number) => void,
): Promise<RecordedActs> {
  await client.query('savepoint acts');
  return onceMore(async () => {
    try {
      return await attempt();
    } catch (error) {
      await client.query('rollback to savepoint acts').catch(() => undefined);
      throw error;
    }
  });

  async function attempt(): Promise<RecordedActs> {
    const errors = new ErrorList();
    const added = new Map<string, number>();
    for (const hold of kind.holds) await client.query(`select from incoming line ${kind.names} where line.bad = 0 ${hold}`);
    const compared = Object.keys(kind.compared).filter((column) => given.has(column));
    for (const statement of findSql(kind, compared)) await client.query(statement);
    await checkStaged(client, { searches: searchesOf(kind, compared) }, errors);
    await client.query(`declare acts no scroll cursor for ${actsSql(kind)}`);
    for (let [done, analysed] = [0, 0]; ;) {
      const { rows } = await client.query<StagedAct>(`fetch ${portion} from acts`);
      if (rows.length === 0) return { added, errors };
      const em = managerOn(database, client);
      toldOtherwise(em);
      const outcomes = await kind.useCase(context, em, rows as never[]);
      for (const outcome of outcomes) if ('key' in outcome) count(added, areaOf(outcome.key));
      addRefused(kind, rows, outcomes, errors);
      onProgress((done += rows.length));
      // A table that has doubled since is planned for wrongly: the next portion would compare all of it with all of its rows.
      if (rows.length === portion && done >= 2 * analysed) {
        await client.query(`analyze ${kind.table}`);
        analysed = done;
      }
    }
  }
}

/** A row as the use case is given it, and where it stands in the file. */
type StagedAct = Readonly<Record<string, string | number | null>> & { readonly rowOfFile: number };

/** The rows that repeat another one, and those that are on record, each with the first column in which it says something else. */
function findSql({ key, names, onRecord, compared }: ActImport, columns: readonly string[]): string[] {
  const differs = columns.map((column, at) => `when line.${column} is distinct from ${compared[column]} then ${at}`);
  return [
    `create temp table repeated on commit drop as select row_number, first from (
       select row_number, min(row_number) over (partition by ${key.join(', ')}) as first from incoming where bad = 0
     ) line where row_number > first`,
    'analyze repeated',
    `create temp table on_record on commit drop as select line.row_number, case ${differs.join(' ')} end as problem
     from incoming line ${names} ${onRecord} where line.bad = 0 and not exists (select from repeated r where r.row_number = line.row_number)`,
    'analyze on_record',
  ];
}

function searchesOf({ key }: ActImport, columns: readonly string[]): Search[] {
  return [
    {
      sql: 'select row_number, 0 as problem, first::text as value from repeated',
      findings: [{ kind: 'repeated', column: key[0]! }],
    },
    {
      sql: 'select row_number, problem, null::text as value from on_record where problem is not null',
      findings: columns.map((column) => ({ kind: 'conflict', column })),
    },
  ];
}

/** Every value as an input has it: quantities are numbers, days and amounts are texts. */
function actsSql({ columns }: ActImport): string {
  const cells = columns.map(({ name, type }) => `line.${name}::${type.sql === 'bigint' ? 'float8' : 'text'} as "${fieldOf(name)}"`);
  const unless = ['repeated', 'on_record'].map((table) => `not exists (select from ${table} r where r.row_number = line.row_number)`);
  return `select line.row_number as "rowOfFile", ${cells.join(', ')} from incoming line where line.bad = 0 and ${unless.join(' and ')} order by line.row_number`;
}

const fieldOf = (column: string) => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const areaOf = (key: string) => key.slice(0, key.indexOf('/'));

function count(counts: Map<string, number>, area: string): void {
  counts.set(area, (counts.get(area) ?? 0) + 1);
}

function addRefused(kind: ActImport, rows: readonly StagedAct[], outcomes: readonly RowOutcome[], errors: ErrorList): void {
  if (outcomes.length !== rows.length) throw new Error(`${kind.kind}: ${outcomes.length} outcomes of ${rows.length} rows`);
  const columnOf = new Map(kind.columns.map(({ name }) => [fieldOf(name), name]));
  const refused = outcomes.flatMap((outcome, at) =>
    'refusals' in outcome ? outcome.refusals.map((refusal) => errorOf(refusal, rows[at]!, columnOf)) : [],
  );
  errors.addFound(refused, refused.length);
}

function errorOf({ code, field, message, messageZh }: Refusal, row: StagedAct, columnOf: ReadonlyMap<string, string>): ImportError {
  const value = field === null ? null : (row[field] ?? null);
  const column = field === null ? null : (columnOf.get(field) ?? null);
  return { row: row.rowOfFile, column, code, message, messageZh, value: value === null ? null : String(value) };
}
