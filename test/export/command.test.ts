import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { institutions } from '../support/build-round.ts';

let app: TestApp;
const folder = mkdtempSync(path.join(tmpdir(), 'accord-export-'));
beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'hz-1': '330100' });
  await supplied(app, { institution: 'hz-1', unitPrice: '10', deliveries: [{ number: 'D-0', on: '2021-01-31', quantity: 100 }] });
  const acceptance = { ...named('hz-1', 'D-0'), acceptedOn: '2021-01-31', acceptedQuantity: 100, rejectedQuantity: 0 };
  await recordedRows(app, 'acceptDeliveries', [acceptance]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

/** The command as npm runs it, in a folder of the test's own. */
function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), path.join(root, 'scripts/export.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: app.database.url, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') },
    cwd: folder,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text));
  child.stderr.on('data', (text: Buffer) => (err += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('npm run export', () => {
  it('[I3] writes a table to a file and says how many rows it has', { timeout: 60_000 }, async () => {
    expect(await run('payables', '--as-of', '2021-03-05', '--encoding', 'gbk')).toEqual({
      code: 0,
      out: 'payables-2021-03-05-1.csv: 1 rows of payables.\n',
      err: '',
    });
    const [header, row] = parse(iconv.decode(readFileSync(path.join(folder, 'payables-2021-03-05-1.csv')), 'gbk'));
    expect(row![header!.indexOf('逾期未付金额(元)')]).toBe('1000.00');
    expect(await run('orders', '--format', 'xlsx', '--out', 'o.xlsx')).toMatchObject({ code: 0, out: 'o.xlsx: 1 rows of orders.\n' });
    expect(readFileSync(path.join(folder, 'o.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    [['secrets'], /Allowed choices are agreements, orders, deliveries, payables, prepayments, retentions/],
    [['payables', '--as-of', '2021-02-30'], /^asOf: "2021-02-30" is not a day written YYYY-MM-DD\n$/],
    [['orders', '--as-of', '2021-02-01'], /^Known are format, encoding, language, areaCode/],
    [['orders', '--out', 'nowhere/o.csv'], /^nowhere\/o.csv cannot be written: it does not exist.\n$/],
  ])('%j is told in a line, and leaves no file', { timeout: 60_000 }, async (args, message) => {
    expect(await run(...args)).toEqual({ code: 1, out: '', err: expect.stringMatching(message) });
    expect(existsSync(path.join(folder, 'nowhere/o.csv'))).toBe(false);
  });
});
