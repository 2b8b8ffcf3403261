import type { Caller } from '../access/caller.ts';
import type { Database } from '../database/database.ts';
import { csvFile, csvFileOf, requireWritable, type CsvEncoding } from './csv-writer.ts';
import { openExport, type ExportAsked, type OpenExport, type TableExport } from './table-export.ts';
import { xlsxFile, type WrittenColumn } from './xlsx-writer.ts';

export const fileFormats = ['csv', 'xlsx'] as const;
export const headerLanguages = ['zh', 'en'] as const;

/** How a file of an export is written. */
export interface FileWanted {
  readonly format: (typeof fileFormats)[number];
  readonly encoding: CsvEncoding;
  readonly language: (typeof headerLanguages)[number];
}

/** A file that is about to be read; `close` gives the connection back. */
export interface OpenFile {
  readonly rows: number;
  readonly name: string;
  readonly bytes: AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens an export as a file. Its name says kind, day and rows.
 * @throws Unwritable for a sign that GBK lacks; what `openExport` throws
 */
export async function openExportFile(
  database: Database,
  caller: Caller,
  table: TableExport,
  asked: ExportAsked,
  { format, encoding, language }: FileWanted,
): Promise<OpenFile> {
  const columns = table.columns.map(({ title, titleZh, type }) => ({ title: language === 'zh' ? titleZh : title, type }));
  const open = await openExport(database, caller, table, asked);
  try {
    if (format === 'csv' && encoding === 'gbk') await requireWritable(columns, open.portions(), encoding);
  } catch (error) {
    await open.close();
    throw error;
  }
  return {
    rows: open.rows,
    name: `${table.kind}-${asked.asOf}-${open.rows}.${format}`,
    bytes: format === 'csv' ? csvOf(columns, open, encoding) : xlsxFile(columns, open.portions()),
    close: () => open.close(),
  };
}

function csvOf(columns: readonly WrittenColumn[], open: OpenExport, encoding: CsvEncoding): AsyncGenerator<Buffer> {
  const lines = open.lines();
  return lines ? csvFileOf(columns, lines, encoding) : csvFile(columns, open.portions(), encoding);
}
