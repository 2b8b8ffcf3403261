import { asText, isExactInSpreadsheet, isNumber, type WrittenCell, type WrittenType } from './written-cell.ts';
import { zipped, type ZipPart } from './zip-writer.ts';

/** A column of a table that is written. */
export interface WrittenColumn {
  readonly title: string;
  readonly type: WrittenType;
}

/** Rows in portions, so that a row costs no promise. */
export type Portions = AsyncIterable<readonly (readonly WrittenCell[])[]>;

/** A sheet ends at 1,048,576; so many rows below the header can be counted by eye. */
const rowsOfSheet = 1_000_000;

/** So many rows are one text on its way. */
const rowsOfPiece = 250;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of these rows as it comes about: as many sheets as they need, each with the header. */
export function xlsxFile(columns: readonly WrittenColumn[], portions: Portions, mostRows = rowsOfSheet): AsyncGenerator<Buffer> {
  return zipped(partsOf(columns, portions, mostRows));
}

async function* partsOf(columns: readonly WrittenColumn[], portions: Portions, mostRows: number): AsyncGenerator<ZipPart> {
  const rows = new RowsInOrder(portions);
  let sheets = 0;
  do {
    sheets += 1;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheetOf(columns, rows, mostRows) };
  } while (await rows.hasMore());
  const numbers = Array.from({ length: sheets }, (_none, at) => at + 1);
  const part = (name: string, ...lines: readonly string[]): ZipPart => ({ name, content: [xml, ...lines] });
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>`,
    ...numbers.map((number) => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`),
    '</sheets></workbook>',
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships">`,
    ...numbers.map((number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`),
    '</Relationships>',
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
    ...numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`),
    '</Types>',
  );
}

async function* sheetOf(columns: readonly WrittenColumn[], rows: RowsInOrder, mostRows: number): AsyncGenerator<string> {
  const letters = columns.map((_column, at) => lettersOf(at));
  // Not asked by the format, but by some who read it: every cell says where it stands.
  const rowAt = (number: number, cells: readonly string[]) =>
    `<row r="${number}">${cells.map((cell, at) => `<c r="${letters[at]}${number}"${cell}`).join('')}</row>`;
  const titles = columns.map(({ title }) => textCell(title));
  const cellsOf = (row: readonly WrittenCell[]) => row.map((cell, at) => cellOf(cell, columns[at]!));
  yield `${xml}<worksheet xmlns="${main}"><sheetData>${rowAt(1, titles)}`;
  for (let written = 0; written < mostRows;) {
    const taken = await rows.take(Math.min(mostRows - written, rowsOfPiece));
    if (taken.length === 0) break;
    const first = written + 2;
    yield taken.map((row, index) => rowAt(first + index, cellsOf(row))).join('');
    written += taken.length;
  }
  yield '</sheetData></worksheet>';
}

/** Portions cut where a sheet ends. */
class RowsInOrder {
  readonly #portions: AsyncIterator<readonly (readonly WrittenCell[])[]>;
  #rest: readonly (readonly WrittenCell[])[] = [];

  constructor(portions: Portions) {
    this.#portions = portions[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#portions.next();
      if (next.done) return false;
      this.#rest = next.value;
    }
    return true;
  }

  /** The next rows, at most so many; none at the end. */
  async take(most: number): Promise<readonly (readonly WrittenCell[])[]> {
    if (!(await this.hasMore())) return [];
    const taken = this.#rest.slice(0, most);
    this.#rest = this.#rest.slice(most);
    return taken;
  }
}

/** `A` to `Z`, `AA`, `AB`. */
const lettersOf = (at: number): string => `${at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)}${String.fromCodePoint(65 + (at % 26))}`;

/** A cell after its place. */
function cellOf(cell: WrittenCell, { type }: WrittenColumn): string {
  if (cell === null) return '/>';
  if (type !== 'number' || !isNumber(cell)) return textCell(asText(cell));
  return isExactInSpreadsheet(cell) ? `><v>${cell}</v></c>` : textCell(cell);
}

const textCell = (text: string) => ` t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** XML has no other controls at all. */
const escaped = (text: string) =>
  text
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>\r]/g, (sign) => signs[sign]!);
