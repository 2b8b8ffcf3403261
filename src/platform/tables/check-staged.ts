import type { PoolClient } from 'pg';
import type { Words } from '../../kernel/state-table.ts';
import { CellProblem, sentences } from './cell-problem.ts';
import { mostErrors, type ErrorList, type ImportError } from './import-report.ts';
import type { Finding, Search, StagedSql } from './staged-sql.ts';
import type { Reference } from './table-import.ts';

/** A row of the file that a search found. */
export interface FoundRow {
  readonly row_number: number;
  readonly problem: number;
  readonly value: string | null;
  /** How many were found, of which these are the first. */
  readonly total: string | number;
}

/** Codes for which a likely meant one is looked for; each costs a pass over the table that holds them. */
const mostHints = 10;
const largestHinted = 100_000;

/**
 * Runs every check over the staged rows, each once for the whole file, and adds what is found to the errors.
 * @source none: machinery
 */
export async function checkStaged(client: PoolClient, { searches }: Pick<StagedSql, 'searches'>, errors: ErrorList): Promise<void> {
  const hints = new Hints(client);
  for (const search of searches) {
    await addFound(client, await run(client, search), search.findings, errors, hints);
  }
}

/**
 * Adds what was found to the errors, each row in its words.
 * @source none: machinery
 */
export async function addFound(
  client: PoolClient,
  found: readonly FoundRow[],
  findings: readonly Finding[],
  errors: ErrorList,
  hints = new Hints(client),
): Promise<void> {
  if (found.length === 0) return;
  const cells = await cellsOf(client, found);
  const kept: ImportError[] = [];
  for (const row of found) kept.push(await explain(row, findings[row.problem]!, cells, hints));
  errors.addFound(kept, Number(found[0]!.total));
}

async function run(client: PoolClient, { sql }: Search): Promise<FoundRow[]> {
  const { rows } = await client.query<FoundRow>(
    `select row_number, problem, value, count(*) over () as total from (${sql}) found order by row_number, problem limit ${mostErrors}`,
  );
  return rows;
}

/** The staged cells of a row as JSON gives them; a list is an array. */
type StagedCells = Record<string, string | number | boolean | readonly string[] | null>;
type Cells = Map<number, StagedCells>;

async function cellsOf(client: PoolClient, found: readonly FoundRow[]): Promise<Cells> {
  const { rows } = await client.query<{ row_number: number; cells: StagedCells }>(
    'select row_number, to_jsonb(incoming) as cells from incoming where row_number = any($1)',
    [found.map((row) => row.row_number)],
  );
  return new Map(rows.map((row) => [row.row_number, row.cells]));
}

async function explain(row: FoundRow, finding: Finding, cells: Cells, hints: Hints): Promise<ImportError> {
  const given = cells.get(row.row_number) ?? {};
  const column = finding.kind === 'unknown' ? finding.column.name : finding.kind === 'check' ? finding.check.column : finding.column;
  const value = textOf(given[column]);
  const { code, words } = await sentenceOf(row, finding, given, value ?? '', hints);
  return { row: row.row_number, column, code, message: words.en, messageZh: words.zh, value };
}

function textOf(cell: StagedCells[string] | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'object' ? cell.join('|') : String(cell);
}

async function sentenceOf(
  row: FoundRow,
  finding: Finding,
  given: StagedCells,
  value: string,
  hints: Hints,
): Promise<{ code: string; words: Words }> {
  if (finding.kind === 'check') return { code: finding.check.code, words: finding.check.words };
  const problem =
    finding.kind === 'repeated'
      ? new CellProblem('DUPLICATE_IN_FILE', { first: row.value ?? '' })
      : finding.kind === 'conflict'
        ? new CellProblem('CONFLICTS_WITH_RECORD')
        : await unknown(finding.reference, given, value, hints);
  return { code: problem.code, words: sentences(problem) };
}

async function unknown(reference: Reference, given: StagedCells, value: string, hints: Hints): Promise<CellProblem> {
  const { words, within } = reference;
  const owner = within ? (textOf(given[within.column]) ?? '') : '';
  const near = within ? null : await hints.near(reference, value);
  return new CellProblem('UNKNOWN_REFERENCE', {
    what: words.en,
    whatZh: words.zh,
    where: within ? ` in ${within.words.en} ${owner}` : '',
    whereZh: within ? `(${within.words.zh} ${owner})` : '',
    hint: near ? ` Did you mean ${near}?` : '',
    hintZh: near ? `是否为 ${near}?` : '',
  });
}

/** The code on record that looks most like a mistyped one, asked for once a value. */
class Hints {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly client: PoolClient) {}

  async near({ table, by = 'code' }: Reference, value: string): Promise<string | null> {
    const key = `${table} ${value}`;
    const known = this.known.get(key);
    if (known !== undefined || this.known.size >= mostHints) return known ?? null;
    const { rows } = await this.client.query<{ near: string }>(
      `select ${by} as near from ${table}
       where (select reltuples from pg_class where oid = $2::regclass) < ${largestHinted} and similarity(${by}, $1) > 0.4
       order by similarity(${by}, $1) desc, ${by} limit 1`,
      [value, table],
    );
    this.known.set(key, rows[0]?.near ?? null);
    return rows[0]?.near ?? null;
  }
}
