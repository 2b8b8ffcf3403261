import { Readable } from 'node:stream';
import { CellProblem, FileProblem } from './cell-problem.ts';
import type { RawCell } from './raw-cell.ts';
import type { RowSource } from './row-source.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

const megabyte = 1024 * 1024;
/** A sheet is streamed; the texts that its cells share are held in memory, and so is the rest. */
const limits = { sheet: 2048 * megabyte, sharedTexts: 64 * megabyte, parts: 16 * megabyte };
const mostRows = 1_048_576;
const mostColumns = 200;

/**
 * The rows of the one sheet of an .xlsx workbook. exceljs reads the XML; the archive is opened here, because exceljs
 * would take its parts in whatever order they lie, and so lose the styles that tell a date from a number.
 * @source none: machinery
 */
export function xlsxRows(path: string): RowSource {
  return {
    async read({ onRow, ready }) {
      const zip = await openZip(path);
      try {
        let rows = 0;
        for await (const row of rowsOf(zip)) {
          onRow(row.number, row.cells);
          rows += 1;
          if (rows % 500 === 0) await ready();
        }
        await ready();
      } finally {
        await zip.close();
      }
    },
  };
}

/** What exceljs 4.4.0 calls its steps; the version is pinned and the project is at rest, so the names stay. */
interface Reader {
  readonly model?: { readonly sheets?: readonly { readonly name: string; readonly rId: string; readonly state?: string }[] };
  readonly workbookRels?: readonly { readonly Id: string; readonly Target: string }[];
  _parseRels(entry: Readable): Promise<void>;
  _parseWorkbook(entry: Readable): Promise<void>;
  _parseStyles(entry: Readable): Promise<void>;
  _parseSharedStrings(entry: Readable): AsyncIterable<unknown>;
  _parseWorksheet(entry: AsyncIterable<string>, sheet: string): Iterable<{ readonly value: AsyncIterable<SheetRow> }>;
}

interface SheetRow {
  readonly number: number;
  readonly _cells: readonly ({ readonly value: unknown; readonly col: number } | undefined)[];
}

interface NumberedRow {
  readonly number: number;
  readonly cells: RawCell[];
}

async function* rowsOf(zip: ZipArchive): AsyncGenerator<NumberedRow> {
  try {
    const reader = await openWorkbook(zip);
    const used: string[] = [];
    for (const sheet of reader.model?.sheets ?? []) {
      if (sheet.state === 'hidden' || sheet.state === 'veryHidden') continue;
      const target = reader.workbookRels?.find((rel) => rel.Id === sheet.rId)?.Target ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (!zip.names.includes(part)) continue;
      for await (const row of sheetRows(reader, zip, part)) {
        if (used.at(-1) !== sheet.name) used.push(sheet.name);
        if (used.length > 1) throw new FileProblem(new CellProblem('SEVERAL_SHEETS', { sheets: used.join(', ') }));
        yield row;
      }
    }
  } catch (error) {
    // Whatever exceljs trips over is the file's fault: what takes the rows runs outside of this.
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(new CellProblem('WORKBOOK_DAMAGED', { reason: 'its XML is not what a spreadsheet writes' }));
  }
}

async function openWorkbook(zip: ZipArchive): Promise<Reader> {
  if (!zip.names.includes('xl/workbook.xml'))
    throw new FileProblem(new CellProblem('NOT_A_WORKBOOK', { reason: 'it lacks xl/workbook.xml' }));
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' } as const;
  // Read only now: a server start, which takes in no workbook, should not wait for it.
  const { default: exceljs } = await import('exceljs');
  // The constructor only stores its input, which is never read: the parts are handed over one by one.
  const reader = new exceljs.stream.xlsx.WorkbookReader('', options) as unknown as Reader;
  const part = (name: string, limit = limits.parts) => Readable.from(zip.entry(name, limit));
  await reader._parseWorkbook(part('xl/workbook.xml'));
  await reader._parseRels(part('xl/_rels/workbook.xml.rels'));
  if (zip.names.includes('xl/styles.xml')) await reader._parseStyles(part('xl/styles.xml'));
  if (zip.names.includes('xl/sharedStrings.xml')) {
    const texts = refusing(zip.entry('xl/sharedStrings.xml', limits.sharedTexts), '<rPh', 'phonetic guides (拼音指南)');
    for await (const _ of reader._parseSharedStrings(Readable.from(texts)));
  }
  return reader;
}

async function* sheetRows(reader: Reader, zip: ZipArchive, part: string): AsyncGenerator<NumberedRow> {
  const xml = refusing(zip.entry(part, limits.sheet), '<is><r>', 'rich text inside cells');
  let last = 0;
  for (const { value: sheet } of reader._parseWorksheet(xml, '0')) {
    for await (const row of sheet) {
      last = row.number > last ? row.number : last + 1;
      if (last > mostRows) throw new FileProblem(new CellProblem('TOO_MANY_ROWS', { limit: mostRows }), last);
      const cells = cellsOf(row);
      if (cells.some((cell) => cell !== '')) yield { number: last, cells };
    }
  }
}

/** Refuses XML that holds what exceljs would read wrongly, before it is read. */
async function* refusing(pieces: AsyncIterable<string>, sign: string, feature: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    if (rest.includes(sign)) throw new FileProblem(new CellProblem('WORKBOOK_FEATURE', { feature }));
    rest = rest.slice(-sign.length);
    yield piece;
  }
}

function cellsOf(row: SheetRow): RawCell[] {
  const cells: RawCell[] = [];
  for (const cell of row._cells) {
    if (!cell || cell.col > mostColumns) continue;
    while (cells.length < cell.col - 1) cells.push('');
    cells[cell.col - 1] = rawCell(cell.value);
  }
  return cells;
}

function rawCell(value: unknown): RawCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  // The shortest text that means the same number: what Excel stores as 112.32670000000001 is 112.3267.
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return { kind: 'date', text: dateText(value) };
  const cell = value as {
    formula?: string;
    sharedFormula?: string;
    result?: unknown;
    error?: string;
    richText?: { text?: string }[];
    text?: unknown;
  };
  if (cell.error !== undefined) return { kind: 'error', text: cell.error };
  if (cell.richText) return cell.richText.map((part) => part.text ?? '').join('');
  if ('formula' in cell || 'sharedFormula' in cell) return { kind: 'formula', text: `=${cell.formula ?? ''}` };
  return typeof cell.text === 'string' ? cell.text : { kind: 'error', text: '?' };
}

/** exceljs makes the day in UTC, so UTC gives it back whatever the zone of the process. */
function dateText(value: Date): string {
  if (Number.isNaN(value.valueOf())) return '#DATE';
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
}
