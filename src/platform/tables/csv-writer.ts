import iconv from 'iconv-lite';
import { asText, isNumber, type WrittenCell } from './written-cell.ts';
import type { Portions, WrittenColumn } from './xlsx-writer.ts';

/** How the signs of a CSV file are written; GB18030 is GBK with every sign that there is. */
export const csvEncodings = ['utf-8', 'gbk', 'gb18030'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

/** What an encoding has no sign for. */
export class Unwritable extends Error {
  constructor(
    readonly sign: string,
    /** The row below the header, from 1. */
    readonly row: number,
    readonly column: string,
  ) {
    super(`no ${sign} in this encoding`);
  }
}

const byteOrderMark = '\ufeff';

/** A CSV file of these rows (RFC 4180) as it comes about; UTF-8 has its mark, by which spreadsheets know it. */
export function csvFile(columns: readonly WrittenColumn[], portions: Portions, encoding: CsvEncoding): AsyncGenerator<Buffer> {
  return csvFileOf(columns, linesOf(columns, portions), encoding);
}

/** The same of texts of whole lines, which were written elsewhere. */
export async function* csvFileOf(
  columns: readonly WrittenColumn[],
  lines: AsyncIterable<string>,
  encoding: CsvEncoding,
): AsyncGenerator<Buffer> {
  const encoded = (text: string) => (encoding === 'utf-8' ? Buffer.from(text) : iconv.encode(text, encoding));
  yield encoded(`${encoding === 'utf-8' ? byteOrderMark : ''}${columns.map(({ title }) => quoted(title)).join(',')}\r\n`);
  for await (const text of lines) yield encoded(text);
}

async function* linesOf(columns: readonly WrittenColumn[], portions: Portions): AsyncGenerator<string> {
  for await (const portion of portions) yield portion.map((row) => `${lineOfCells(row, columns)}\r\n`).join('');
}

/**
 * Looks through all rows before the first byte of a file is sent.
 * @throws Unwritable for the first sign that the encoding lacks
 */
export async function requireWritable(columns: readonly WrittenColumn[], portions: Portions, encoding: CsvEncoding): Promise<void> {
  let before = 0;
  for await (const portion of portions) {
    const text = portion.map((row) => row.join('')).join('');
    if (iconv.decode(iconv.encode(text, encoding), encoding) !== text) throw firstUnwritable(columns, portion, before, encoding);
    before += portion.length;
  }
}

function firstUnwritable(
  columns: readonly WrittenColumn[],
  portion: readonly (readonly WrittenCell[])[],
  before: number,
  encoding: CsvEncoding,
): Unwritable {
  for (const [at, row] of portion.entries()) {
    for (const [column, cell] of row.entries()) {
      const sign = Array.from(cell ?? '').find((each) => iconv.decode(iconv.encode(each, encoding), encoding) !== each);
      if (sign !== undefined) return new Unwritable(sign, before + at + 1, columns[column]!.title);
    }
  }
  throw new Error('signs that can be written alone cannot be written together');
}

/** A line without its end. */
export const lineOfCells = (cells: readonly WrittenCell[], columns: readonly Pick<WrittenColumn, 'type'>[]) =>
  cells.map((cell, at) => cellOf(cell, columns[at]!)).join(',');

function cellOf(cell: WrittenCell, { type }: Pick<WrittenColumn, 'type'>): string {
  if (cell === null) return '';
  return type === 'number' && isNumber(cell) ? cell : quoted(asText(cell));
}

/** Every text is quoted, so that no sign of it ends its cell, whatever a reader takes for a separator. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
