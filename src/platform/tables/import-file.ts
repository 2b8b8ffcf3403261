import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient, QueryResultRow } from 'pg';
import { v7 } from 'uuid';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../database/database.ts';
import { chainOf, writeJournal } from '../journal/write-journal.ts';
import type { ActImport } from './act-import.ts';
import { CellProblem, FileProblem } from './cell-problem.ts';
import { addFound, checkStaged, type FoundRow } from './check-staged.ts';
import { csvRows } from './csv-rows.ts';
import { ErrorList, type ImportReport } from './import-report.ts';
import { HeaderProblems, matchHeaders, type MatchedHeaders } from './match-headers.ts';
import { shownText, type RawCell } from './raw-cell.ts';
import { recordActs } from './record-acts.ts';
import { scanFile, type FileForm } from './scan-file.ts';
import { explainDatabaseError, StagedRows } from './staged-rows.ts';
import { stagedSql } from './staged-sql.ts';
import type { TableImport } from './table-import.ts';
import { xlsxRows } from './xlsx-rows.ts';

export type { ImportError, ImportReport } from './import-report.ts';

/** How far an import is: `done` of `total` bytes while it reads, rows once it knows them; `total` is 0 where that is not known. */
export interface ImportProgress {
  readonly phase: 'scanning' | 'reading' | 'checking' | 'writing';
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

/** A kind of file whose rows are rows of a table, or acts. */
type AnyImport = TableImport | ActImport;

export interface ImportRequest {
  readonly database: Database;
  /** The kind of the file; of several, the headers decide. */
  readonly table: AnyImport | readonly AnyImport[];
  /** Where the file is, or its bytes, which are then kept in a temporary file while they are read. */
  readonly source: string | Readable;
  /** As its owner calls it: for the report, the record, and the provenance of rows that state none. */
  readonly fileName: string;
  readonly recordedBy: string;
  /** The real one unless given. */
  readonly clock?: Clock;
  /** Checks and writes, then takes everything back. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Takes in one file whole, or nothing of it: reads it in portions into a temporary table, checks all rows there at
 * once, and stores the new ones, or does what they say, in one transaction. Rows already
 * on record with the same values are left alone, so the same file twice changes nothing.
 * @returns what was read, added and left alone, or every error; mistakes of the file are never thrown
 * @source none: machinery
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  if (typeof request.source === 'string') return importPath(request, request.source);
  const folder = await mkdtemp(path.join(tmpdir(), 'accord-import-'));
  try {
    const file = path.join(folder, 'file');
    await pipeline(request.source, createWriteStream(file, { mode: 0o600 }));
    return await importPath(request, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importPath(request: ImportRequest, file: string): Promise<ImportReport> {
  const run = new ImportFileRun(request, file);
  try {
    await run.scan();
    await withClient(request.database, (client) => run.takeIn(client));
  } catch (error) {
    run.explain(error);
  }
  return run.report();
}

/** A connection for the whole of a transaction; one that breaks meanwhile is thrown away and not used again. */
async function withClient(database: Database, use: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  const note = (error: Error) => (broken = error);
  // Without a listener the error of a lost connection ends the process.
  client.on('error', note);
  try {
    await use(client);
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}

/** What was stored of one area, or done there. */
interface Stored {
  readonly area: string | null;
  readonly added: number;
}

/** One file on its way through scanning, reading, checking and writing. */
class ImportFileRun {
  private readonly errors = new ErrorList();
  private form: FileForm | null = null;
  private sha256 = '';
  private bytes = 0;
  private headers: MatchedHeaders<AnyImport> | null = null;
  private staged: StagedRows | null = null;
  private rowsAdded = 0;
  private readonly clock: Clock;

  constructor(
    private readonly request: ImportRequest,
    private readonly file: string,
  ) {
    this.clock = request.clock ?? { now: () => new Date() };
  }

  async scan(): Promise<void> {
    const scanned = await scanFile(this.file, this.request.fileName, (done, total) => this.progress('scanning', done, total));
    this.form = scanned.form;
    this.sha256 = scanned.sha256;
    this.bytes = scanned.bytes;
  }

  async takeIn(client: PoolClient): Promise<void> {
    await client.query('begin');
    try {
      // Sorting and hashing a million rows in memory; the compiler of expressions costs more than it saves here.
      await client.query(`set local work_mem = '128MB'; set local jit = off`);
      await this.read(client);
      const { table, positions } = this.headers!;
      const given = new Set(table.columns.filter((_, index) => positions[index] !== -1).map((column) => column.name));
      // Two imports of one kind would each not see the other's rows.
      await client.query(`select pg_advisory_xact_lock(hashtext('accord import'), hashtext($1))`, [table.table]);
      this.progress('checking', 0, 0);
      await client.query('analyze incoming');
      const stored = 'useCase' in table ? await this.act(client, table, given) : await this.store(client, table, given);
      if (this.errors.count === 0) await this.record(client, table, stored);
      await client.query(this.errors.count === 0 && !this.request.dryRun ? 'commit' : 'rollback');
    } catch (error) {
      await this.staged?.abort();
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  explain(error: unknown): void {
    const problems =
      error instanceof HeaderProblems ? error.problems : [error instanceof FileProblem ? error : explainDatabaseError(error)];
    for (const problem of problems) {
      if (!problem) throw error;
      this.errors.addFile(problem);
    }
    this.rowsAdded = 0;
  }

  report(): ImportReport {
    const { fileName, dryRun = false } = this.request;
    const rowsRead = this.staged?.count ?? 0;
    const taken = this.errors.count === 0;
    return {
      kind: this.headers?.table.kind ?? null,
      fileName,
      encoding: this.form,
      rowsRead,
      rowsAdded: taken ? this.rowsAdded : 0,
      rowsUnchanged: taken ? rowsRead - this.rowsAdded : 0,
      dryRun,
      errors: this.errors.all,
      errorCount: this.errors.count,
    };
  }

  private async read(client: PoolClient): Promise<void> {
    const form = this.form!;
    const source = form === 'xlsx' ? xlsxRows(this.file) : csvRows(this.file, form);
    // Rows wait here until the headers are matched and the temporary table stands.
    let waiting: { row: number; cells: readonly RawCell[] }[] = [];
    const ready = async (): Promise<void> => {
      if (!this.staged && waiting.length > 0) {
        const [header, ...rows] = waiting;
        this.matchHeaders(header!.row, header!.cells);
        this.staged = await StagedRows.begin(client, this.headers!, this.errors, form !== 'xlsx', this.request.fileName);
        for (const { row, cells } of rows) this.staged.add(row, cells);
        waiting = [];
      }
      await this.staged?.flush();
    };
    await source.read({
      onRow: (row, cells) => {
        if (this.staged) this.staged.add(row, cells);
        else if (waiting.length > 0 || cells.some((cell) => shownText(cell).trim() !== '')) waiting.push({ row, cells });
      },
      ready,
      onBytes: (done) => this.progress('reading', done, this.bytes),
    });
    await ready();
    if (!this.staged) throw new FileProblem(new CellProblem('EMPTY_FILE'));
    if (this.staged.count === 0) throw new FileProblem(new CellProblem('HEADER_ONLY'));
    await this.staged.end();
  }

  private matchHeaders(row: number, cells: readonly RawCell[]): void {
    const { table } = this.request;
    this.headers = matchHeaders(cells.map(shownText), row, 'kind' in table ? [table] : table);
  }

  /** Checks all rows and stores the new ones, where nothing is wrong with any. */
  private async store(client: PoolClient, table: TableImport, given: ReadonlySet<string>): Promise<readonly Stored[]> {
    const sql = stagedSql(table, given);
    for (const hold of sql.hold) await client.query(hold);
    await client.query(sql.resolve);
    await client.query('analyze resolved');
    await checkStaged(client, sql, this.errors);
    if (this.errors.count > 0) return [];
    this.progress('writing', 0, 0);
    const { rows } = await client.query<Stored & { readonly broken: readonly FoundRow[] | null }>(sql.insert);
    const broken = rows[0]?.broken ?? [];
    if (sql.sums && broken.length > 0) await addFound(client, broken, [sql.sums], this.errors);
    return rows;
  }

  /** Does what the rows say, as the operator; what is refused is taken back with the rest. */
  private async act(client: PoolClient, kind: ActImport, given: ReadonlySet<string>): Promise<readonly Stored[]> {
    const { database, fileName, recordedBy } = this.request;
    const context = { caller: { role: 'OPERATOR', subject: recordedBy }, clock: this.clock, fileName } as const;
    const { added, errors } = await recordActs({ database, client, context }, kind, given, (done) =>
      this.progress('writing', done, this.staged!.count),
    );
    this.errors.addFound(errors.all, errors.count);
    return [...added].map(([area, each]) => ({ area, added: each }));
  }

  /** What is said of the file as a whole. */
  private async record(client: PoolClient, table: AnyImport, stored: readonly Stored[]): Promise<void> {
    this.rowsAdded = stored.reduce((sum, { added }) => sum + added, 0);
    const rowsRead = this.staged!.count;
    await client.query(
      `insert into import_run (id, kind, file_name, file_sha256, rows_read, rows_added, rows_unchanged, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [v7(), table.kind, this.request.fileName, this.sha256, rowsRead, this.rowsAdded, rowsRead - this.rowsAdded, this.request.recordedBy],
    );
    // A table that has grown by much is planned for wrongly until somebody counts it again.
    if (this.rowsAdded >= 1000) await client.query(`analyze ${table.table}`);
    // Last of all, since other writers of the same chains wait from here to the commit.
    if (!this.request.dryRun) await this.journal(client, table, stored);
  }

  /** One record for each chain: the file itself, known by its hash, says which rows. */
  private async journal(client: PoolClient, { kind, table }: AnyImport, stored: readonly Stored[]) {
    const { fileName, recordedBy } = this.request;
    const who = { role: 'OPERATOR', subject: recordedBy };
    const file = { name: fileName, sha256: this.sha256, kind };
    await writeJournal(
      async <Row>(text: string, values: readonly unknown[]) => (await client.query<Row & QueryResultRow>(text, [...values])).rows,
      { who, when: this.clock.now(), operation: 'importFile', request: null, why: null },
      stored.map((each) => ({ chain: chainOf(each.area), content: { table, file, rowsAdded: each.added } })),
    );
  }

  private progress(phase: ImportProgress['phase'], done: number, total: number): void {
    this.request.onProgress?.({ phase, done, total, rows: this.staged?.count ?? 0 });
  }
}
