import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import type { EntityManager } from '@mikro-orm/postgresql';
import { identityStatements } from '../access/identity.ts';
import { resolverContext, type Context, type RequestContext } from '../graphql/context.ts';
import { Forbidden } from '../graphql/errors.ts';
import { ErrorPolicy } from '../graphql/payload.type.ts';
import { mostRows, recordBatch, type RowOutcome } from '../journal/record-batch.ts';
import { Snapshot } from '../read/snapshot.ts';
import { CellProblem, FileProblem } from './cell-problem.ts';
import { FileRun, inTemporaryFile, type ImportProgress } from './file-run.ts';
import { findFresh, refusedRows, type FileRow } from './fresh-rows.ts';
import type { AnyImport } from './act-import.ts';
import type { ImportReport } from './import-report.ts';
import type { TakenColumns } from './taken-columns.ts';
import type { RecordedFile } from './recorded-file.ts';

/** A file that a caller gives the server. */
export interface FileGivenByCaller {
  readonly context: RequestContext;
  /** The kinds that it may be of; of several, the headers decide. */
  readonly files: readonly RecordedFile[];
  readonly taken: TakenColumns;
  readonly source: Readable;
  readonly fileName: string;
  /** Does everything, then takes it back. */
  readonly dryRun: boolean;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** What became of a file, and how its first rows were read. */
export interface FileReport extends ImportReport {
  /** The mutation whose inputs the rows are; null when the kind was not recognised. */
  readonly mutation: string | null;
  readonly sample: Sample;
}

/** The first rows as they were read: days as YYYY-MM-DD, figures without separators; a refused cell is null. */
export interface Sample {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly (string | null)[] }[];
}

const mostShown = 20;

/**
 * Records what a caller's file says, all of it or nothing: its rows are read and compared with the record first, and those
 * that are new are what the mutation of its kind is given, in one transaction as that caller, under the file's own key.
 * The same file twice changes nothing.
 * @returns what was read, recorded and left alone, or every error by row and column
 * @throws Forbidden when the caller's role may record none of the kinds
 * @source none: machinery
 */
export async function recordFile(given: FileGivenByCaller): Promise<FileReport> {
  const { caller } = given.context;
  const files = given.files.filter(({ roles }) => roles.some((role) => role === caller.role));
  if (files.length === 0) throw new Forbidden([...new Set(given.files.flatMap(({ roles }) => roles))]);
  given.context.database.requireRoom();
  return inTemporaryFile(given.source, (file) => new CallersFile(given, files, file).record());
}

/** Ends the transaction of a dry run. */
class TakenBack extends Error {}

class CallersFile {
  private readonly run: FileRun<AnyImport>;
  private rows: readonly FileRow[] = [];
  private sample: Sample = { columns: [], rows: [] };

  constructor(
    private readonly given: FileGivenByCaller,
    private readonly files: readonly RecordedFile[],
    file: string,
  ) {
    const { context, fileName, onProgress } = given;
    const kinds = files.map(({ kind }) => kind);
    this.run = new FileRun({ database: context.database, kinds, fileName, onProgress }, file, mostRows);
  }

  async record(): Promise<FileReport> {
    const { run } = this;
    // What is read here is taken back: the rows are recorded by their use case alone.
    await run.through(identityStatements(this.given.context.caller), async (client) => {
      await this.read(client, run.kind!);
      return false;
    });
    const file = this.files.find(({ kind }) => kind === run.kind);
    if (file && run.errors.count === 0 && this.rows.length > 0) await this.recordRows(file);
    return { ...run.report(this.rows.length, this.given.dryRun), mutation: file?.mutation ?? null, sample: this.sample };
  }

  private async read(client: PoolClient, kind: AnyImport): Promise<void> {
    const { run } = this;
    const taken = this.given.taken.of(kind);
    const columns = kind.columns.map(({ name }) => name).filter((name) => run.columns.has(name));
    for (const name of columns.filter((each) => !taken.has(each)))
      run.errors.addFile(new FileProblem(new CellProblem('COLUMN_NOT_TAKEN', { name }), null, name));
    const shown = `select row_number, array[${columns.map((name) => `${name}::text`).join(', ')}] as cells from incoming order by row_number limit ${mostShown}`;
    const { rows } = await client.query<{ row_number: number; cells: (string | null)[] }>(shown);
    this.sample = { columns, rows: rows.map(({ row_number: row, cells }) => ({ row, cells })) };
    const fresh = await findFresh(client, kind, run.columns, run.errors);
    if (run.errors.count > 0) return;
    this.rows = (await client.query<FileRow>(fresh)).rows.map((row) => taken.inputOf(row));
  }

  private async recordRows(file: RecordedFile): Promise<void> {
    const { run, rows } = this;
    const { context, fileName } = this.given;
    const { operation, ...recording } = { operation: file.mutation, roles: file.roles, type: file.type };
    const input = {
      idempotencyKey: `file ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`,
      errorPolicy: ErrorPolicy.REJECT_EVERYTHING,
      reason: `文件 ${fileName}(SHA-256 ${run.sha256})`,
    };
    try {
      const { results, userErrors } = await recordBatch(contextOf(context, fileName), { operation, input, ...recording }, rows, (...on) =>
        this.attempt(file, ...on),
      );
      const refused = results.length === 0 ? [] : refusedRows(file.kind, rows, results);
      run.errors.addFound(refused, refused.length);
      // What refuses the file as a whole is said where no row says it.
      if (refused.length === 0) for (const { code, message, messageZh } of userErrors) run.errors.addRefusal({ code, message, messageZh });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
    }
  }

  private async attempt(file: RecordedFile, context: Context, em: EntityManager, rows: readonly FileRow[]): Promise<readonly RowOutcome[]> {
    this.run.progress('writing', 0, rows.length);
    const outcomes = await file.useCase(context, em, rows, (done) => this.run.progress('writing', done, rows.length));
    const isRefused = outcomes.some((outcome) => 'refusals' in outcome);
    if (!this.given.dryRun || isRefused) return outcomes;
    // What the database refuses it refuses now.
    await em.flush();
    throw new TakenBack();
  }
}

/** As a mutation has it; what is recorded says which file it comes from. */
function contextOf(request: RequestContext, fileName: string): Context & { readonly fileName: string } {
  const { caller, database, isGone } = request;
  return { ...resolverContext(request, new Snapshot(database.readPool, { single: true, caller, traced: false, isGone })), fileName };
}
