import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';
import { CellProblem, FileProblem } from './cell-problem.ts';
import { csvRows } from './csv-rows.ts';
import { ErrorList, type ImportReport } from './import-report.ts';
import { HeaderProblems, matchHeaders, type MatchedHeaders } from './match-headers.ts';
import { shownText, type RawCell } from './raw-cell.ts';
import { scanFile, type FileForm } from './scan-file.ts';
import { explainDatabaseError, StagedRows } from './staged-rows.ts';
import type { FileKind } from './table-import.ts';
import { xlsxRows } from './xlsx-rows.ts';

/** How far a file is: `done` of `total` bytes while it is read, rows once it knows them; `total` is 0 where that is not known. */
export interface ImportProgress {
  readonly phase: 'scanning' | 'reading' | 'checking' | 'writing';
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

/** A file to read. */
export interface FileGiven<Kind extends FileKind = FileKind> {
  readonly database: Database;
  /** The kinds that it may be of; of several, the headers decide. */
  readonly kinds: readonly Kind[];
  /** As its owner calls it: for the report, the record, and the provenance of rows that state none. */
  readonly fileName: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Keeps the bytes of a stream in a temporary file for as long as they are used.
 * @source none: machinery
 */
export async function inTemporaryFile<T>(source: Readable, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'accord-import-'));
  try {
    const file = path.join(folder, 'file');
    await pipeline(source, createWriteStream(file, { mode: 0o600 }));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * One file on its way: scanned, then read in portions into the temporary table `incoming` of a transaction.
 * @source none: machinery
 */
export class FileRun<Kind extends FileKind> {
  readonly errors = new ErrorList();
  private form: FileForm | null = null;
  private hash = '';
  private bytes = 0;
  private matched: MatchedHeaders<Kind> | null = null;
  private staged: StagedRows | null = null;

  /** @param mostRows a file with more of them is not read to its end */
  constructor(
    private readonly given: FileGiven<Kind>,
    private readonly file: string,
    private readonly mostRows = Number.MAX_SAFE_INTEGER,
  ) {}

  get sha256(): string {
    return this.hash;
  }

  /** The kind of the file; null as long as its headers are not read. */
  get kind(): Kind | null {
    return this.matched?.table ?? null;
  }

  /** The columns that the file has, in the order of their declaration. */
  get columns(): ReadonlySet<string> {
    const { table, positions } = this.matched!;
    return new Set(table.columns.filter((_, index) => positions[index] !== -1).map((column) => column.name));
  }

  get rowsRead(): number {
    return this.staged?.count ?? 0;
  }

  /**
   * Scans the file, and does work in a transaction into which it was read; the work says whether that is committed. What
   * is wrong with the file is in `errors` then.
   * @param begin what is said after `begin`
   */
  async through(begin: readonly string[], work: (client: PoolClient) => Promise<boolean>): Promise<void> {
    try {
      const scanned = await scanFile(this.file, this.given.fileName, (done, total) => this.progress('scanning', done, total));
      this.form = scanned.form;
      this.hash = scanned.sha256;
      this.bytes = scanned.bytes;
      await withClient(this.given.database, (client) => this.inTransaction(client, begin, work));
    } catch (error) {
      this.explain(error);
    }
  }

  /** @param rowsAdded how many of the rows are new, where nothing is wrong with any */
  report(rowsAdded: number, dryRun: boolean): ImportReport {
    const taken = this.errors.count === 0;
    return {
      kind: this.matched?.table.kind ?? null,
      fileName: this.given.fileName,
      encoding: this.form,
      rowsRead: this.rowsRead,
      rowsAdded: taken ? rowsAdded : 0,
      rowsUnchanged: taken ? this.rowsRead - rowsAdded : 0,
      dryRun,
      errors: this.errors.all,
      errorCount: this.errors.count,
    };
  }

  progress(phase: ImportProgress['phase'], done: number, total: number): void {
    this.given.onProgress?.({ phase, done, total, rows: this.rowsRead });
  }

  private async inTransaction(client: PoolClient, begin: readonly string[], work: (client: PoolClient) => Promise<boolean>) {
    await client.query(['begin', ...begin].join('; '));
    try {
      // Sorting and hashing a million rows in memory; the compiler of expressions costs more than it saves here.
      await client.query(`set local work_mem = '128MB'; set local jit = off`);
      await this.read(client);
      this.progress('checking', 0, 0);
      await client.query('analyze incoming');
      await client.query((await work(client)) ? 'commit' : 'rollback');
    } catch (error) {
      await this.staged?.abort();
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  private async read(client: PoolClient): Promise<void> {
    const { form, mostRows } = this;
    const source = form === 'xlsx' ? xlsxRows(this.file) : csvRows(this.file, form!);
    // Rows wait here until the headers are matched and the temporary table stands.
    let waiting: { row: number; cells: readonly RawCell[] }[] = [];
    const ready = async (): Promise<void> => {
      if (!this.staged && waiting.length > 0) {
        const [header, ...rows] = waiting;
        this.matched = matchHeaders(header!.cells.map(shownText), header!.row, this.given.kinds);
        this.staged = await StagedRows.begin(client, this.matched, this.errors, form !== 'xlsx', this.given.fileName);
        for (const { row, cells } of rows) this.staged.add(row, cells);
        waiting = [];
      }
      if (this.rowsRead > mostRows) throw new FileProblem(new CellProblem('TOO_MANY_ROWS', { limit: mostRows }));
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

  private explain(error: unknown): void {
    const problems =
      error instanceof HeaderProblems ? error.problems : [error instanceof FileProblem ? error : explainDatabaseError(error)];
    for (const problem of problems) {
      if (!problem) throw error;
      this.errors.addFile(problem);
    }
  }
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
