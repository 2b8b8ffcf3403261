import type { PoolClient } from 'pg';
import type { Refusal } from '../../kernel/refusal.ts';
import type { RowOutcome } from '../journal/record-batch.ts';
import type { ActImport, AnyImport } from './act-import.ts';
import { checkStaged } from './check-staged.ts';
import type { ErrorList, ImportError } from './import-report.ts';
import { stagedSql, type Search } from './staged-sql.ts';
import type { ColumnImport, FileKind } from './table-import.ts';

/** A row of a file as a use case is given it: the fields of the mutation's input, and where it stands in the file. */
export type FileRow = Readonly<Record<string, string | number | boolean | readonly string[] | null>> & { readonly rowOfFile: number };

/**
 * Finds the staged rows that the record does not have yet, and what is wrong with any.
 * @param given the columns that the file has: what it does not state is not compared with the record
 * @returns the query for those rows, each a `FileRow`, in their order in the file
 * @source none: machinery
 */
export async function findFresh(client: PoolClient, kind: AnyImport, given: ReadonlySet<string>, errors: ErrorList): Promise<string> {
  const { statements, searches, fresh } = 'useCase' in kind ? actSearch(kind, given) : tableSearch(kind, given);
  for (const statement of statements) await client.query(statement);
  await checkStaged(client, { searches }, errors);
  return `select line.row_number as "rowOfFile", ${cellsOf(kind)} from incoming line ${fresh} order by line.row_number`;
}

/** Temporary tables, what to look for in them, and what follows `from incoming line` to leave the new rows. */
interface FreshSearch {
  readonly statements: readonly string[];
  readonly searches: readonly Search[];
  readonly fresh: string;
}

function tableSearch(kind: Exclude<AnyImport, ActImport>, given: ReadonlySet<string>): FreshSearch {
  const { resolve, searches, isNew } = stagedSql(kind, given);
  const fresh = `where line.bad = 0 and line.row_number in (select line.row_number from resolved line where ${isNew})`;
  return { statements: [resolve, 'analyze resolved'], searches, fresh };
}

/** The rows that repeat another one, and those that are on record, each with the first column in which it says something else. */
function actSearch({ key, names, onRecord, compared }: ActImport, given: ReadonlySet<string>): FreshSearch {
  const columns = Object.keys(compared).filter((column) => given.has(column));
  const differs = columns.map((column, at) => `when line.${column} is distinct from ${compared[column]} then ${at}`);
  const unless = ['repeated', 'on_record'].map((table) => `not exists (select from ${table} r where r.row_number = line.row_number)`);
  return {
    statements: [
      `create temp table repeated on commit drop as select row_number, first from (
         select row_number, min(row_number) over (partition by ${key.join(', ')}) as first from incoming where bad = 0
       ) line where row_number > first`,
      'analyze repeated',
      `create temp table on_record on commit drop as select line.row_number, ${differs.length === 0 ? 'null::int' : `case ${differs.join(' ')} end`} as problem
       from incoming line ${names} ${onRecord} where line.bad = 0 and not exists (select from repeated r where r.row_number = line.row_number)`,
      'analyze on_record',
    ],
    searches: [
      {
        sql: 'select row_number, 0 as problem, first::text as value from repeated',
        findings: [{ kind: 'repeated', column: key[0]! }],
      },
      {
        sql: 'select row_number, problem, null::text as value from on_record where problem is not null',
        findings: columns.map((column) => ({ kind: 'conflict', column })),
      },
    ],
    fresh: `where line.bad = 0 and ${unless.join(' and ')}`,
  };
}

/** Every value as an input has it: quantities are numbers, days and amounts are texts. */
function cellsOf({ columns }: FileKind): string {
  return columns.map(({ name, type }) => `line.${name}${asInput[type.sql]} as "${fieldOf(name)}"`).join(', ');
}

const asInput: Readonly<Record<ColumnImport['type']['sql'], string>> = {
  text: '',
  bigint: '::float8',
  numeric: '::text',
  date: '::text',
  boolean: '',
  'text[]': '',
};

/** The field of an input that a column is. */
export const fieldOf = (column: string): string => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * What is refused of the rows that a use case was given, by row and column.
 * @source none: machinery
 */
export function refusedRows(kind: FileKind, rows: readonly FileRow[], outcomes: readonly RowOutcome[]): ImportError[] {
  if (outcomes.length !== rows.length) throw new Error(`${kind.kind}: ${outcomes.length} outcomes of ${rows.length} rows`);
  const columnOf = new Map(kind.columns.map(({ name }) => [fieldOf(name), name]));
  return outcomes.flatMap((outcome, at) =>
    'refusals' in outcome ? outcome.refusals.map((refusal) => errorOf(refusal, rows[at]!, columnOf)) : [],
  );
}

function errorOf({ code, field, message, messageZh }: Refusal, row: FileRow, columnOf: ReadonlyMap<string, string>): ImportError {
  const value = field === null ? null : (row[field] ?? null);
  const column = field === null ? null : (columnOf.get(field) ?? null);
  return { row: row.rowOfFile, column, code, message, messageZh, value: value === null ? null : String(value) };
}
