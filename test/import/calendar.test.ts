import { afterAll, beforeAll, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { folderOfFiles } from './made-files.ts';

const tables = features.flatMap((feature) => feature.tables).filter(({ kind }) => kind === 'calendar');
const files = folderOfFiles();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
});
afterAll(async () => {
  files.remove();
  await database.drop();
});

const take = (...days: string[]) => {
  const content = ['日期,是否工作日,是否银行营业日', ...days.map((day) => `${day},是,是`)].join('\n');
  return importFile({
    database,
    table: tables,
    source: files.write('calendar.csv', `${content}\n`),
    fileName: '日历.csv',
    recordedBy: 'test',
  });
};

it('takes in the days of a calendar, and goes on where it ended', async () => {
  expect(await take('2027-01-02', '2027-01-01', '2027-01-03')).toMatchObject({ errors: [], rowsAdded: 3 });
  expect(await take('2027-01-03', '2027-01-04')).toMatchObject({ errors: [], rowsAdded: 1 });
});

it('refuses a calendar with a gap, within the file or after what is on record', async () => {
  const inFile = await take('2027-01-05', '2027-01-07');
  expect(inFile.errors).toMatchObject([{ row: 3, column: 'day', code: 'CALENDAR_WITH_GAP' }]);
  const afterRecord = await take('2027-01-06');
  expect(afterRecord.errors).toMatchObject([{ row: 2, column: 'day', code: 'CALENDAR_WITH_GAP' }]);
  expect((await database.pool.query('select count(*)::int as n from calendar_day')).rows).toEqual([{ n: 4 }]);
});
