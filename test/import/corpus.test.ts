import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { importFile, type ImportReport } from '../../src/platform/tables/import-file.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { encoded, folderOfFiles, rawWorkbook, sheetXml, workbook, zip } from './made-files.ts';

// tests.md I1: every file has one outcome, and a refused file leaves every table as it was.
const tables = features.flatMap((feature) => feature.tables);
const files = folderOfFiles();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const base =
    'code,area_code,level,name\nINST-1,330100,TERTIARY,杭州一院\nINST-2,330100,SECONDARY,杭州二院\nINST-3,110000,TERTIARY,北京三院\n';
  expect((await take('base.csv', base)).errors).toEqual([]);
  expect((await take('recorded.csv', volumes(['INST-1', '2024', '700']))).errors).toEqual([]);
});

afterAll(async () => {
  files.remove();
  await database.drop();
});

function take(name: string, content: Buffer | string, kind?: string): Promise<ImportReport> {
  const table = tables.filter((each) => kind === undefined || each.kind === kind);
  return importFile({ database, table, source: files.write(name, content), fileName: name, recordedBy: 'test' });
}

const volumeHeader = 'round_code,lot_code,product_code,institution_code,agreement_year,quantity';
function volumes(...rows: [institution: string, year: string, quantity: string][]): string {
  return [volumeHeader, ...rows.map((cells) => `GH-HD2020-1,coronary-stent,FIREBIRD2,${cells.join(',')}`), ''].join('\n');
}
const institutions = (...rows: string[]) => ['code,area_code,level,name', ...rows, ''].join('\n');
const documents = (date: string) => `code,title,topic,date_as_printed,published_on\nDOC-1,标题,主题,2020,${date}\n`;
const lots = (price: string) => `round_code,code,name,counting_unit,ceiling_price\nGH-HD2020-1,NEW,新单元,个,${price}\n`;
const nameOf = async (code: string) =>
  (await database.pool.query<{ name: string }>('select name from institution where code = $1', [code])).rows[0]?.name;

describe('encodings', () => {
  const name = '䶮塘𠮷野家医院（分院）';
  const file = (code: string, separator = ',') => institutions(`${code},330100,TERTIARY,${name}`).replaceAll(',', separator);
  it.each<[what: string, code: string, encoding: string, content: Buffer | string]>([
    ['UTF-8', 'E-1', 'utf-8', file('E-1')],
    ['UTF-8 with its mark', 'E-2', 'utf-8', `\ufeff${file('E-2')}`],
    ['GB18030 with four-byte characters', 'E-3', 'gb18030', encoded(file('E-3'), 'gb18030')],
    ['UTF-16 LE', 'E-4', 'utf-16le', encoded(file('E-4'), 'utf16le', true)],
    ['UTF-16 BE', 'E-5', 'utf-16be', encoded(file('E-5'), 'utf16be', true)],
    ['UTF-16 LE with tabs, as a spreadsheet saves it', 'E-6', 'utf-16le', encoded(file('E-6', '\t'), 'utf16le', true)],
    ['UTF-8 with semicolons', 'E-7', 'utf-8', file('E-7', ';')],
  ])('%s', async (_, code, encoding, content) => {
    expect(await take(`${code}.csv`, content)).toMatchObject({ encoding, rowsAdded: 1, errorCount: 0 });
    expect(await nameOf(code)).toBe(name);
  });

  it('GBK', async () => {
    expect(await take('gbk.csv', encoded(institutions('E-8,330100,三级,浙江大学医学院附属第一医院'), 'gbk'))).toMatchObject({
      encoding: 'gb18030',
      rowsAdded: 1,
    });
    expect(await nameOf('E-8')).toBe('浙江大学医学院附属第一医院');
  });

  it('UTF-8 whose characters fall on the edges of what is read at once', async () => {
    const rows = Array.from(
      { length: 6000 },
      (_, index) => `EDGE-${index},330100,TERTIARY,${'杭州医院'.slice(0, 1 + (index % 4))}${'x'.repeat(index % 3)}${name}`,
    );
    expect(await take('edges.csv', institutions(...rows))).toMatchObject({ encoding: 'utf-8', rowsAdded: 6000 });
    const { rows: found } = await database.pool.query(
      `select count(*)::int as n from institution where code like 'EDGE-%' and name ~ '^杭州?医?院?x{0,2}${name}$'`,
    );
    expect(found).toEqual([{ n: 6000 }]);
  });
});

describe('forms that people use', () => {
  it.each<[what: string, content: string, added: number]>([
    [
      'line ends of three systems in one file',
      `code,area_code,level,name\r\nF-1,330100,TERTIARY,一\nF-2,330100,TERTIARY,二\rF-3,330100,TERTIARY,三`,
      3,
    ],
    ['quotes around commas, quotes and line ends', `code,area_code,level,name\nF-4,330100,TERTIARY,"甲, ""乙""\n丙"\n`, 1],
    [
      'Chinese headers with blanks, marks and capitals',
      `\u00a0机构代码 ,统筹区代码,医院等级,\u3000机构名称,Confidence\nF-5,330100,三级,五,高\n`,
      1,
    ],
    ['full-width headers', `ＣＯＤＥ,Area Code,LEVEL,name\nF-6,330100,TERTIARY,六\n`, 1],
    ['white space around values', `code,area_code,level,name\n  F-7\t, 330100 ,TERTIARY,\u00a0七\u3000\n`, 1],
    ['blank rows and blank columns', `code,area_code,level,name,,\n\nF-8,330100,TERTIARY,八,,\n,,,,,\n   \n`, 1],
  ])('%s', async (what, content, added) => {
    expect(await take(`${what}.csv`, content)).toMatchObject({ errors: [], rowsAdded: added });
  });

  it('keeps what stands in quotes and trims what stands around', async () => {
    expect(await nameOf('F-4')).toBe('甲, "乙"\n丙');
    expect(await nameOf('F-7')).toBe('七');
  });

  it('a workbook with dates, numbers and text', async () => {
    const book = await workbook([
      ['code', 'number', 'title', 'topic', 'date_as_printed', 'published_on'],
      ['DOC-X', 2020, '标题', '主题', '2020-11', new Date('2020-11-05T00:00:00Z')],
    ]);
    expect(await take('documents.xlsx', book)).toMatchObject({ kind: 'policy-documents', encoding: 'xlsx', errors: [], rowsAdded: 1 });
    const { rows } = await database.pool.query(`select number, published_on::text from policy_document where code = 'DOC-X'`);
    expect(rows).toEqual([{ number: '2020', published_on: '2020-11-05' }]);
  });
});

describe('files that change nothing', () => {
  it('rows that are on record with the same values', async () => {
    const before = await database.contents();
    expect(await take('same.csv', volumes(['INST-1', '2024', '700']))).toMatchObject({
      rowsRead: 1,
      rowsAdded: 0,
      rowsUnchanged: 1,
      errorCount: 0,
    });
    const { import_run: _, ...rest } = await database.contents();
    expect(before).toMatchObject(rest);
  });
});

type Refused = [
  what: string,
  name: string,
  content: () => Buffer | string | Promise<Buffer>,
  errors: [row: number | null, column: string | null, code: string][],
  kind?: string,
];

const quantity = (what: string, given: string, code: string): Refused => [
  `a quantity ${what}`,
  'quantity.csv',
  () => volumes(['INST-1', '2021', '5'], ['INST-2', '2021', given.includes(',') ? `"${given}"` : given]),
  [[3, 'quantity', code]],
];
const price = (what: string, given: string, code: string): Refused => [
  `a price ${what}`,
  'price.csv',
  () => lots(given.includes(',') ? `"${given}"` : given),
  [[2, 'ceiling_price', code]],
];
const day = (given: string, code: string): Refused => [`a date ${given}`, 'date.csv', () => documents(given), [[2, 'published_on', code]]];

const refused: Refused[] = [
  ['an empty file', 'empty.csv', () => '', [[null, null, 'EMPTY_FILE']]],
  ['only blank lines', 'blank.csv', () => '\n\n  \n', [[null, null, 'EMPTY_FILE']]],
  ['only a header', 'header.csv', () => volumes(), [[null, null, 'HEADER_ONLY']]],
  [
    'a missing column',
    'missing.csv',
    () => 'round_code,product_code,institution_code,agreement_year\na,b,c,2021\n',
    [[1, 'quantity', 'COLUMN_MISSING']],
  ],
  [
    'an unknown column',
    'extra.csv',
    () => volumes().replace('quantity', 'quantity,price') + 'a,b,c,d,2021,1,2\n',
    [[1, 'price', 'COLUMN_UNKNOWN']],
  ],
  [
    'a column twice',
    'twice.csv',
    () => volumes().replace('quantity', 'quantity,quantity') + 'a,b,c,d,2021,1,2\n',
    [[1, 'quantity', 'COLUMN_TWICE']],
  ],
  [
    'a column twice, once in Chinese',
    'alias.csv',
    () => volumes().replace('quantity', 'quantity,约定采购量') + 'a,b,c,d,2021,1,2\n',
    [[1, 'quantity', 'COLUMN_TWICE']],
  ],
  ['headers of no kind', 'other.csv', () => 'a,b,c\n1,2,3\n', [[1, null, 'KIND_NOT_RECOGNISED']]],
  [
    'headers that mean the prototype',
    'proto.csv',
    () => volumes().replace('quantity', 'quantity,__proto__,constructor') + 'a,b,c,d,2021,1,2,3\n',
    [
      [1, '__proto__', 'COLUMN_UNKNOWN'],
      [1, 'constructor', 'COLUMN_UNKNOWN'],
    ],
  ],
  quantity('with thousands separators', '1,234', 'THOUSANDS_SEPARATOR'),
  quantity('in full-width digits', '１２', 'FULL_WIDTH_DIGITS'),
  quantity('with a decimal comma', '1,5', 'DECIMAL_COMMA'),
  quantity('with an exponent', '1e5', 'EXPONENT'),
  quantity('NaN', 'NaN', 'NOT_FINITE'),
  quantity('Infinity', '-Infinity', 'NOT_FINITE'),
  quantity('in base 16', '0x10', 'HEXADECIMAL'),
  quantity('with underscores', '1_000', 'NOT_A_NUMBER'),
  quantity('with a plus sign', '+5', 'NOT_A_NUMBER'),
  quantity('that is not whole', '1.5', 'NOT_WHOLE'),
  quantity('of zero', '0', 'NOT_POSITIVE'),
  quantity('below zero', '-5', 'NOT_POSITIVE'),
  quantity('beyond what a number holds', '100000000000000000000', 'NUMBER_TOO_LARGE'),
  quantity('with leading zeros', '007', 'LEADING_ZEROS'),
  quantity('left empty', '', 'MISSING_VALUE'),
  price('with too many decimals', '1.00001', 'TOO_MANY_DECIMALS'),
  price('beyond its column', '100000000000000', 'NUMBER_TOO_LARGE'),
  price('of nothing', '0.0000', 'NOT_POSITIVE'),
  price('with a currency sign', '¥590', 'NOT_A_NUMBER'),
  price('with thousands separators and decimals', '12,345.67', 'THOUSANDS_SEPARATOR'),
  day('2026-02-30', 'NO_SUCH_DAY'),
  day('2023-02-29', 'NO_SUCH_DAY'),
  day('44140', 'DATE_AS_NUMBER'),
  day('2020/11/5', 'NOT_A_DATE'),
  day('2020-11-05 10:00', 'DATE_WITH_TIME'),
  ['a year out of range', 'year.csv', () => volumes(['INST-1', '1999', '5']), [[2, 'agreement_year', 'NUMBER_TOO_SMALL']]],
  ['a word that is not in the list', 'level.csv', () => institutions('R-1,330100,四级,院'), [[2, 'level', 'NOT_IN_LIST']]],
  ['a malformed area code', 'area.csv', () => institutions('R-1,33010,三级,院'), [[2, 'area_code', 'MALFORMED_CODE']]],
  [
    'a cell of 1 MB',
    'long.csv',
    () => institutions(`R-1,330100,三级,"${'长'.repeat(350_000)}"`, 'R-2,330100,三级,'),
    [
      [2, 'name', 'CELL_TOO_LONG'],
      [3, 'name', 'MISSING_VALUE'],
    ],
  ],
  ['a zero byte', 'zero.csv', () => institutions('R-1,330100,三级,a\0b'), [[2, 'name', 'CONTROL_CHARACTER']]],
  [
    'a row with a cell too many, and one with a cell too few',
    'width.csv',
    () => institutions('R-1,330100,三级,院,x', 'R-2,330100,三级'),
    [
      [2, 'code', 'ROW_LENGTH'],
      [3, 'code', 'ROW_LENGTH'],
    ],
  ],
  [
    'a value under no header',
    'headless.csv',
    () => 'code,area_code,level,name,\nR-1,330100,三级,院,x\n',
    [[2, '(5)', 'VALUE_WITHOUT_HEADER']],
  ],
  [
    'a row twice in the file',
    'repeated.csv',
    () => volumes(['INST-1', '2021', '5'], ['INST-2', '2021', '6'], ['INST-1', '2021', '5']),
    [[4, 'institution_code', 'DUPLICATE_IN_FILE']],
  ],
  [
    'a row on record with another value',
    'conflict.csv',
    () => volumes(['INST-1', '2024', '701']),
    [[2, 'quantity', 'CONFLICTS_WITH_RECORD']],
  ],
  [
    'codes that nobody has',
    'codes.csv',
    () => volumes(['INST-9', '2021', '5']).replace('FIREBIRD2', 'FIREBIRD3'),
    [
      [2, 'product_code', 'UNKNOWN_REFERENCE'],
      [2, 'institution_code', 'UNKNOWN_REFERENCE'],
    ],
  ],
  [
    'a lot of another round',
    'lot.csv',
    () => volumes(['INST-1', '2021', '5']).replace('coronary-stent', 'atorvastatin-20mg'),
    [[2, 'lot_code', 'UNKNOWN_REFERENCE']],
  ],
  [
    'errors below rows of several lines',
    'lines.csv',
    () => institutions('R-1,330100,三级,"a\nb\r\nc"', '', 'R-2,330100,五级,院', 'R-3,330100,三级,"x\ny"', 'R-4,330100,三级,'),
    [
      [6, 'level', 'NOT_IN_LIST'],
      [9, 'name', 'MISSING_VALUE'],
    ],
  ],
  [
    'a quotation mark that is never closed',
    'open.csv',
    () => institutions('R-1,330100,三级,院', 'R-2,330100,三级,"院', 'R-3,330100,三级,院'),
    [[3, null, 'QUOTE_NOT_CLOSED']],
  ],
  [
    'a quotation mark inside a cell',
    'inch.csv',
    () => institutions('R-1,330100,三级,院', 'R-2,330100,三级,5" 院'),
    [[3, null, 'QUOTE_MISPLACED']],
  ],
  [
    'UTF-8 with a byte lost',
    'damaged.csv',
    () =>
      Buffer.concat([
        Buffer.from(institutions('R-1,330100,三级,浙江大学医学院附属第一医院')),
        Buffer.from([0xe6, 0x9d]),
        Buffer.from('\n'),
      ]),
    [[null, null, 'DAMAGED_UTF8']],
  ],
  [
    'GBK with a byte lost',
    'damaged-gbk.csv',
    () => Buffer.concat([encoded(institutions('R-1,330100,三级,浙江大学医学院'), 'gbk').subarray(0, -1), Buffer.from([0xff, 0x0a])]),
    [[2, 'name', 'UNDECODABLE_CHARACTER']],
  ],
  [
    'UTF-16 without its mark',
    'markless.csv',
    () => encoded(institutions('R-1,330100,三级,院'), 'utf16le'),
    [[null, null, 'ENCODING_UNKNOWN']],
  ],
  ['an old workbook', 'old.xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), [[null, null, 'OLD_EXCEL_FORMAT']]],
  ['a zip file that is no workbook', 'photos.xlsx', () => zip({ 'photo.jpg': 'x' }), [[null, null, 'NOT_A_WORKBOOK']]],
  ['half a workbook', 'half.xlsx', async () => (await workbook([['code']])).subarray(0, 2000), [[null, null, 'WORKBOOK_DAMAGED']]],
  [
    'a workbook with formulas',
    'formula.xlsx',
    () =>
      workbook([volumeHeader.split(','), ['GH-HD2020-1', 'coronary-stent', 'FIREBIRD2', 'INST-1', 2021, { formula: '2+3', result: 5 }]]),
    [[2, 'quantity', 'FORMULA']],
  ],
  [
    'a workbook with an error cell',
    'na.xlsx',
    () => workbook([volumeHeader.split(','), ['GH-HD2020-1', 'coronary-stent', 'FIREBIRD2', 'INST-1', 2021, { error: '#N/A' }]]),
    [[2, 'quantity', 'FORMULA_ERROR']],
  ],
  [
    'a workbook with a serial number for a date',
    'serial.xlsx',
    () =>
      workbook([
        ['code', 'title', 'topic', 'date_as_printed', 'published_on'],
        ['D', 't', 't', 2020, 44140],
      ]),
    [[2, 'published_on', 'DATE_AS_NUMBER']],
  ],
  [
    'a workbook with a date for a quantity',
    'dated.xlsx',
    () =>
      workbook([volumeHeader.split(','), ['GH-HD2020-1', 'coronary-stent', 'FIREBIRD2', 'INST-1', 2021, new Date('2020-11-05T00:00:00Z')]]),
    [[2, 'quantity', 'UNEXPECTED_DATE']],
  ],
  [
    'a workbook with fractions and thousands',
    'numbers.xlsx',
    () =>
      workbook([
        volumeHeader.split(','),
        ['GH-HD2020-1', 'coronary-stent', 'FIREBIRD2', 'INST-1', 2021, 1.5],
        ['GH-HD2020-1', 'coronary-stent', 'FIREBIRD2', 'INST-2', 2021, 1e21],
      ]),
    [
      [2, 'quantity', 'NOT_WHOLE'],
      [3, 'quantity', 'EXPONENT'],
    ],
  ],
  [
    'a workbook with two sheets',
    'sheets.xlsx',
    () =>
      workbook(
        [
          ['code', 'area_code', 'level', 'name'],
          ['R-1', '330100', '三级', '院'],
        ],
        { 说明: [['请填写']] },
      ),
    [[null, null, 'SEVERAL_SHEETS']],
  ],
  [
    'a workbook beyond the last row',
    'rows.xlsx',
    () =>
      rawWorkbook(
        sheetXml(`<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row><row r="1048577"><c r="A1048577"><v>1</v></c></row>`),
      ),
    [[1_048_577, null, 'TOO_MANY_ROWS']],
  ],
  [
    'a zip bomb',
    'bomb.xlsx',
    () => rawWorkbook(Buffer.concat([Buffer.from(sheetXml('').slice(0, 80)), Buffer.alloc(64 * 1024 * 1024, 0x20)])),
    [[null, null, 'WORKBOOK_SUSPICIOUS']],
  ],
  [
    'a workbook with phonetic guides',
    'pinyin.xlsx',
    () =>
      rawWorkbook(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
        'xl/sharedStrings.xml': '<sst><si><t>院</t><rPh sb="0" eb="1"><t>yuan</t></rPh></si></sst>',
      }),
    [[null, null, 'WORKBOOK_FEATURE']],
  ],
  [
    'a workbook of malformed XML',
    'xml.xlsx',
    () => rawWorkbook('<worksheet><sheetData><row r="1"><c r="A1"></row>'),
    [[null, null, 'WORKBOOK_DAMAGED']],
  ],
];

describe('files that are refused, and leave nothing behind', () => {
  let before: Record<string, string> | null = null;

  it('are a corpus of at least thirty', () => expect(refused.length).toBeGreaterThanOrEqual(30));

  it.each(refused)('%s', async (_, name, content, errors, kind) => {
    const made = await content();
    // What the test before this one found is what this one starts from.
    before ??= await database.contents();
    const report = await take(name, made, kind);
    expect(report.errors.map(({ row, column, code }) => [row, column, code])).toEqual(errors);
    expect(report).toMatchObject({ rowsAdded: 0, rowsUnchanged: 0, errorCount: errors.length });
    for (const { message, messageZh } of report.errors) {
      expect(message).toMatch(/^[A-Z].*[.?]$/s);
      expect(messageZh).toMatch(/[\u4e00-\u9fff]/);
      expect(message + messageZh).not.toMatch(/[{}]|undefined|null/);
    }
    expect(await database.contents()).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('say which value is refused, and which may have been meant', async () => {
    const { errors } = await take('codes.csv', volumes(['INST-1', '2021', '"1,2"']).replace('FIREBIRD2', 'FIREBIRD'));
    expect(errors.map(({ column, value }) => [column, value])).toEqual([
      ['quantity', '1,2'],
      ['product_code', 'FIREBIRD'],
    ]);
    expect(errors[1]).toMatchObject({
      message: expect.stringContaining('Did you mean FIREBIRD2?'),
      messageZh: expect.stringContaining('FIREBIRD2'),
    });
  });

  it('keep 1,000 errors and count all', async () => {
    const report = await take(
      'many.csv',
      volumes(...Array.from({ length: 1500 }, (_, n): [string, string, string] => ['INST-1', '2021', `${n},${n}`])),
    );
    expect(report.errors).toHaveLength(1000);
    expect(report.errorCount).toBe(1500);
    expect(report.errors[999]!.row).toBe(1001);
  });
});
