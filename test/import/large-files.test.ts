import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { importFile, type ImportProgress, type ImportReport } from '../../src/platform/tables/import-file.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { folderOfFiles } from './made-files.ts';

const tables = features.flatMap((feature) => feature.tables);
const files = folderOfFiles();
const institutions = 20_000;
const years = ['2021', '2022', '2023', '2024', '2025'];
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const rows = Array.from({ length: institutions }, (_, index) => `BIG-${index},330100,TERTIARY,医院\n`);
  const source = Readable.from([`code,area_code,level,name\n`, ...rows]);
  expect(await importFile({ database, table: tables, source, fileName: 'streamed.csv', recordedBy: 'test' })).toMatchObject({
    rowsAdded: institutions,
  });
});

afterAll(async () => {
  files.remove();
  await database.drop();
});

const header = 'round_code,lot_code,product_code,institution_code,agreement_year,quantity';
const volumes = () =>
  Array.from(
    { length: institutions * years.length },
    (_, n) => `GH-HD2020-1,coronary-stent,NOYA,BIG-${n % institutions},${years[Math.floor(n / institutions)]},${1 + (n % 97)}`,
  );
const write = (name: string, rows: readonly string[]) => files.write(name, `${header}\n${rows.join('\n')}\n`);

function take(file: string, onProgress?: (progress: ImportProgress) => void): Promise<ImportReport> {
  return importFile({
    database,
    table: tables,
    source: file,
    fileName: 'volumes.csv',
    recordedBy: 'test',
    ...(onProgress && { onProgress }),
  });
}

async function agreed(): Promise<number> {
  return (await database.pool.query<{ n: number }>('select count(*)::int as n from agreed_volume')).rows[0]!.n;
}

describe('[F9] 100,000 rows with 37 planted errors', () => {
  const mistakes: [spoil: (cells: string[]) => void, column: string, code: string, value: string | null][] = [
    [(cells) => (cells[5] = '"1,234"'), 'quantity', 'THOUSANDS_SEPARATOR', '1,234'],
    [(cells) => (cells[5] = '1e5'), 'quantity', 'EXPONENT', '1e5'],
    [(cells) => (cells[5] = ''), 'quantity', 'MISSING_VALUE', ''],
    [(cells) => (cells[5] = '１２'), 'quantity', 'FULL_WIDTH_DIGITS', '１２'],
    [(cells) => (cells[3] = 'BIG-99999'), 'institution_code', 'UNKNOWN_REFERENCE', 'BIG-99999'],
    [(cells) => (cells[2] = 'FIREBIRD9'), 'product_code', 'UNKNOWN_REFERENCE', 'FIREBIRD9'],
    [(cells) => (cells[2] = 'atorvastatin-20mg'), 'product_code', 'NOT_SELECTED', 'atorvastatin-20mg'],
    [(cells) => (cells[4] = '1999'), 'agreement_year', 'NUMBER_TOO_SMALL', '1999'],
    [(cells) => (cells[3] = 'BIG-0'), 'institution_code', 'DUPLICATE_IN_FILE', 'BIG-0'],
  ];
  const planted: { row: number; column: string; code: string; value: string | null }[] = [];
  const rows = volumes();
  for (let nth = 0; nth < 37; nth += 1) {
    const [spoil, column, code, value] = mistakes[nth % mistakes.length]!;
    // Never a row that a planted repetition repeats: those are the first of their year.
    const index = 11 + nth * 2_699;
    const cells = rows[index]!.split(',');
    spoil(cells);
    rows[index] = cells.join(',');
    planted.push({ row: index + 2, column, code, value });
  }

  it('finds exactly those 37, each with its line, column, reason and value, and records nothing', async () => {
    const report = await take(write('spoiled.csv', rows));
    expect(report.errors.map(({ row, column, code, value }) => ({ row, column, code, value }))).toEqual(planted);
    expect(report).toMatchObject({ rowsRead: 100_000, rowsAdded: 0, errorCount: 37 });
    expect(await agreed()).toBe(0);
  });

  it('takes in the corrected file, and nothing more when it comes again', async () => {
    const file = write('corrected.csv', volumes());
    const phases = new Set<string>();
    expect(await take(file, ({ phase }) => phases.add(phase))).toMatchObject({ rowsAdded: 100_000, rowsUnchanged: 0, errorCount: 0 });
    expect([...phases]).toEqual(['scanning', 'reading', 'checking', 'writing']);
    expect(await take(file)).toMatchObject({ rowsAdded: 0, rowsUnchanged: 100_000, errorCount: 0 });
    const { rows: runs } = await database.pool.query(
      `select rows_read, rows_added, rows_unchanged from import_run where file_name = 'volumes.csv' order by recorded_at`,
    );
    expect(runs).toEqual([
      { rows_read: 100_000, rows_added: 100_000, rows_unchanged: 0 },
      { rows_read: 100_000, rows_added: 0, rows_unchanged: 100_000 },
    ]);
  });
});

describe('[I2] an import that is killed', () => {
  it('leaves nothing behind, and can be run again', async () => {
    await database.pool.query(
      'truncate agreed_volume, agreed_volume_rollup, agreed_volume_rollup_by_area, agreed_volume_rollup_by_product cascade',
    );
    const before = await database.contents();
    const file = write('killed.csv', volumes().slice(0, 40_000));
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', file], {
      env: { ...process.env, DATABASE_URL: database.url },
      stdio: 'ignore',
    });
    await until(async () => (await activity()).some((query) => query.includes('insert into agreed_volume ')));
    child.kill('SIGKILL');
    await until(async () => (await activity()).length === 0);
    expect(await database.contents()).toEqual(before);
    expect(await take(file)).toMatchObject({ rowsAdded: 40_000 });
  });

  /** What other connections to this database are doing. */
  async function activity(): Promise<string[]> {
    const own = `select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    return (await database.pool.query<{ query: string }>(own)).rows.map((row) => row.query);
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > 25_000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
