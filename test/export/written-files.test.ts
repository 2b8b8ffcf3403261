import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvEncodings, csvFile, requireWritable } from '../../src/platform/tables/csv-writer.ts';
import type { WrittenCell } from '../../src/platform/tables/written-cell.ts';
import { xlsxFile, type Portions, type WrittenColumn } from '../../src/platform/tables/xlsx-writer.ts';
import { office } from './office.ts';

const columns: WrittenColumn[] = [
  { title: '名称', type: 'text' },
  { title: '金额', type: 'number' },
];
const hostile = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'].map((sign) => `${sign}cmd|' /C calc'!A0`),
  '  =1+1',
  '\u00a0=1+1',
  '片\n=1+1',
  '片\r\n@SUM(1)',
  'a;=1+1',
  'a,=1+1',
  'a"\n"=1+1',
  '<b>&amp;',
  '片\u0001',
];
const figures = ['-12.50', '0', '590.0000', '123456789012345678.25', null];
const rows: WrittenCell[][] = hostile.map((text, at) => [text, figures[at % figures.length]!]);

async function* portionsOf(all: readonly (readonly WrittenCell[])[], size = 3): Portions {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
const bytesOf = async (file: AsyncIterable<Buffer>) => buffer(file);

/** Whether a reader would take a text for a formula. */
const looksLikeFormula = (text: string) => text.split(/\r\n|\n|\r/).some((line) => /^[\s\u00a0]*[=+\-@＝＋－＠]/.test(line));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('[I3] a CSV file', () => {
  it.each(csvEncodings)('in %s is read back as it was, without a formula', async (encoding) => {
    const writable = encoding === 'gbk' ? rows.filter(([text]) => !/\u00a0/.test(text!)) : rows;
    const bytes = await bytesOf(csvFile(columns, portionsOf(writable), encoding));
    if (encoding === 'utf-8') expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...read] = parse(iconv.decode(bytes, encoding), { record_delimiter: '\r\n' });
    expect(header).toEqual(['名称', '金额']);
    expect(read).toHaveLength(writable.length);
    for (const [at, [text, figure]] of read.entries()) {
      expect(looksLikeFormula(text!), JSON.stringify(text)).toBe(false);
      expect(text!.replaceAll("'", '')).toBe(writable[at]![0]!.replaceAll("'", ''));
      expect(figure).toBe(writable[at]![1] ?? '');
    }
  });

  it('says which sign GBK lacks, in which row and column, before anything is written', async () => {
    const some = [...Array.from({ length: 10 }, () => ['片', '1']), ['𠮷', '1']];
    await expect(requireWritable(columns, portionsOf(some), 'gbk')).rejects.toMatchObject({ sign: '𠮷', row: 11, column: '名称' });
    await expect(requireWritable(columns, portionsOf(some), 'gb18030')).resolves.toBeUndefined();
    await expect(requireWritable(columns, portionsOf(some.slice(0, 10)), 'gbk')).resolves.toBeUndefined();
  });
});

describe('[I3] an XLSX file', () => {
  const read = async (bytes: Buffer) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as never);
    return workbook.worksheets.map((sheet) => {
      const cells: unknown[][] = [];
      sheet.eachRow((row) => cells.push([1, 2].map((at) => row.getCell(at).value)));
      return cells;
    });
  };

  it('is read back as it was: texts as texts, figures as numbers, those of more digits than a number has as texts', async () => {
    const [[header, ...found]] = (await read(await bytesOf(xlsxFile(columns, portionsOf(rows))))) as [unknown[][]];
    expect(header).toEqual(['名称', '金额']);
    expect(found).toHaveLength(rows.length);
    for (const [at, [text, figure]] of found.entries()) {
      expect(looksLikeFormula(String(text)), JSON.stringify(text)).toBe(false);
      const asked = figures[at % figures.length]!;
      expect(figure).toBe(asked === null ? null : asked.startsWith('123') ? asked : Number(asked));
    }
  });

  it('has as many sheets as it needs, each with the header', async () => {
    const many = Array.from({ length: 25 }, (_none, at) => [`行 ${at}`, String(at)]);
    const sheets = await read(await bytesOf(xlsxFile(columns, portionsOf(many, 7), 10)));
    expect(sheets.map((sheet) => [sheet[0], sheet.length - 1])).toEqual([10, 10, 5].map((count) => [['名称', '金额'], count]));
    expect(sheets.flatMap((sheet) => sheet.slice(1).map(([text]) => text))).toEqual(many.map(([text]) => text));
    const none = await read(await bytesOf(xlsxFile(columns, portionsOf([]))));
    expect(none).toEqual([[['名称', '金额']]]);
  });

  it('that fails on the way fails, and does not end', async () => {
    async function* broken(): Portions {
      yield [['a', '1']];
      throw new Error('the database is gone');
    }
    await expect(bytesOf(xlsxFile(columns, broken()))).rejects.toThrow('the database is gone');
  });
});

const program = office();
describe.skipIf(program === null)('[I3] LibreOffice', () => {
  it('finds no formula in either file', { timeout: 120_000 }, async () => {
    const csv = path.join(folder, 'hostile.csv');
    const xlsx = path.join(folder, 'hostile.xlsx');
    writeFileSync(csv, await bytesOf(csvFile(columns, portionsOf(rows), 'utf-8')));
    writeFileSync(xlsx, await bytesOf(xlsxFile(columns, portionsOf(rows))));
    for (const file of [csv, xlsx]) {
      execFileSync(program!, [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        file,
      ]);
      const opened = readFileSync(path.join(folder, 'hostile.fods'), 'utf8');
      expect(opened).toContain('cmd|');
      expect(opened).not.toContain('table:formula');
    }
  });
});

describe('[I3] a million rows', () => {
  it.each(['csv', 'xlsx'])('are written as %s in little memory', { timeout: 300_000 }, async (format) => {
    const file = path.join(folder, `million.${format}`);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...process.execArgv, '--import', 'tsx', path.join(import.meta.dirname, 'million-rows.ts'), format, file],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    const { megabytes, seconds } = JSON.parse(stdout) as { megabytes: number; seconds: number };
    process.stdout.write(`1,000,000 rows as ${format}: +${megabytes} MB, ${seconds} s\n`);
    expect(megabytes).toBeLessThan(150);
    if (format === 'csv') expect(readFileSync(file, 'latin1').split('\r\n')).toHaveLength(1_000_002);
    else expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
  });
});
