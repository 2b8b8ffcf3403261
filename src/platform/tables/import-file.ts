import type { Readable } from 'node:stream';
import type { PoolClient, QueryResultRow } from 'pg';
import { v7 } from 'uuid';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../database/database.ts';
import { chainOf, writeJournal } from '../journal/write-journal.ts';
import { writeNodeId } from '../read/node-id.ts';
import type { ActImport, AnyImport } from './act-import.ts';
import { addFound, checkStaged, type FoundRow } from './check-staged.ts';
import { FileRun, inTemporaryFile, type ImportProgress } from './file-run.ts';
import type { ImportReport } from './import-report.ts';
import { recordActs } from './record-acts.ts';
import { stagedSql } from './staged-sql.ts';
import type { TableImport } from './table-import.ts';

export type { ImportProgress } from './file-run.ts';
export type { ImportError, ImportReport } from './import-report.ts';

/** What the journal calls it. */
export const importOperation = 'importFile';

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
 * Takes in one file whole, or nothing of it, as the operator: reads it in portions into a temporary table, checks all
 * rows there at once, and stores the new ones, or does what they say, in one transaction. Rows already
 * on record with the same values are left alone, so the same file twice changes nothing.
 * @returns what was read, added and left alone, or every error; mistakes of the file are never thrown
 * @source none: machinery
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const { source } = request;
  const taken = (file: string) => new ImportFileRun(request, file).takeIn();
  return typeof source === 'string' ? taken(source) : inTemporaryFile(source, taken);
}

/** What was stored of one area, or done there. */
interface Stored {
  readonly area: string | null;
  readonly added: number;
}

/** One file on its way onto the record. */
class ImportFileRun {
  private readonly run: FileRun<AnyImport>;
  private rowsAdded = 0;
  private readonly clock: Clock;

  constructor(
    private readonly request: ImportRequest,
    file: string,
  ) {
    const { table } = request;
    this.run = new FileRun({ ...request, kinds: 'kind' in table ? [table] : table }, file);
    this.clock = request.clock ?? { now: () => new Date() };
  }

  async takeIn(): Promise<ImportReport> {
    const { run } = this;
    const { dryRun = false } = this.request;
    await run.through([], async (client) => {
      const table = run.kind!;
      // Two imports of one kind would each not see the other's rows.
      await client.query(`select pg_advisory_xact_lock(hashtext('accord import'), hashtext($1))`, [table.table]);
      const stored = 'useCase' in table ? await this.act(client, table) : await this.store(client, table);
      if (run.errors.count === 0) await this.record(client, table, stored);
      return run.errors.count === 0 && !dryRun;
    });
    return run.report(this.rowsAdded, dryRun);
  }

  /** Checks all rows and stores the new ones, where nothing is wrong with any. */
  private async store(client: PoolClient, table: TableImport): Promise<readonly Stored[]> {
    const sql = stagedSql(table, this.run.columns);
    for (const hold of sql.hold) await client.query(hold);
    await client.query(sql.resolve);
    await client.query('analyze resolved');
    await checkStaged(client, sql, this.run.errors);
    if (this.run.errors.count > 0) return [];
    this.run.progress('writing', 0, 0);
    const { rows } = await client.query<Stored & { readonly broken: readonly FoundRow[] | null }>(sql.insert);
    const broken = rows[0]?.broken ?? [];
    if (sql.sums && broken.length > 0) await addFound(client, broken, [sql.sums], this.run.errors);
    return rows;
  }

  /** Does what the rows say, as the operator; what is refused is taken back with the rest. */
  private async act(client: PoolClient, kind: ActImport): Promise<readonly Stored[]> {
    const { database, fileName, recordedBy } = this.request;
    const context = { caller: { role: 'OPERATOR', subject: recordedBy }, clock: this.clock, fileName } as const;
    const { added, errors } = await recordActs({ database, client, context }, kind, this.run.columns, (done) =>
      this.run.progress('writing', done, this.run.rowsRead),
    );
    this.run.errors.addFound(errors.all, errors.count);
    return [...added].map(([area, each]) => ({ area, added: each }));
  }

  /** What is said of the file as a whole. */
  private async record(client: PoolClient, table: AnyImport, stored: readonly Stored[]): Promise<void> {
    this.rowsAdded = stored.reduce((sum, { added }) => sum + added, 0);
    const { rowsRead } = this.run;
    const id = v7();
    await client.query(
      `insert into import_run (id, kind, file_name, file_sha256, rows_read, rows_added, rows_unchanged, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        table.kind,
        this.request.fileName,
        this.run.sha256,
        rowsRead,
        this.rowsAdded,
        rowsRead - this.rowsAdded,
        this.request.recordedBy,
      ],
    );
    // A table that has grown by much is planned for wrongly until somebody counts it again.
    if (this.rowsAdded >= 1000) await client.query(`analyze ${table.table}`);
    // Last of all, since other writers of the same chains wait from here to the commit.
    if (!this.request.dryRun) await this.journal(client, table, stored, id);
  }

  /** One record for each chain: the file itself, known by its hash, says which rows. */
  private async journal(client: PoolClient, { kind, table }: AnyImport, stored: readonly Stored[], id: string) {
    const { fileName, recordedBy } = this.request;
    const who = { role: 'OPERATOR', subject: recordedBy };
    const file = { name: fileName, sha256: this.run.sha256, kind };
    await writeJournal(
      async <Row>(text: string, values: readonly unknown[]) => (await client.query<Row & QueryResultRow>(text, [...values])).rows,
      { who, when: this.clock.now(), operation: importOperation, request: null, why: null },
      stored.map((each) => ({ chain: chainOf(each.area), content: { table, file, rowsAdded: each.added } })),
      stored.map((each) => ({ chain: chainOf(each.area), object: writeNodeId({ type: 'ImportRun', key: id }) })),
    );
  }
}
