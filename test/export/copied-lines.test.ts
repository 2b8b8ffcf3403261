import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Area } from '../../src/catalogue/index.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { anonymous } from '../../src/platform/access/caller.ts';
import { csvFile, csvFileOf } from '../../src/platform/tables/csv-writer.ts';
import { openExport, type TableExport } from '../../src/platform/tables/table-export.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';

/** Texts that end cells, lines or mean something to a spreadsheet, each beside a figure. */
const odd = [
  'plain',
  '',
  ' ',
  '"',
  '""',
  'a,"=b',
  ',',
  'ends with a comma,',
  '"quoted"',
  '=1+1',
  ' =1+1',
  '＝１',
  '-12.50',
  '+86',
  '@x',
  '\t=1',
  '\t',
  '\r',
  '\r\n',
  'line\n=1',
  'line\r\n@1',
  'line\n\nline',
  'a"\n"=1',
  '\u200b=1',
  '　=1',
  String.raw`\N`,
  String.raw`\.`,
  "it's",
  '支架“一”',
  '𠮷𠮷',
];

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
}, 120_000);
afterAll(() => app.stop());

const values = sql.join([...odd, null].map((text, at) => sql`(${at}::int, ${text}::text, ${at % 2 === 0 ? null : `-${at}.50`}::numeric)`));
const table: TableExport = {
  kind: 'odd',
  entity: Area,
  joins: sql`cross join (values ${values}) n(place, what, figure)`,
  order: sql`t.code, n.place`,
  columns: [
    { title: 'Figure', titleZh: '数值', type: 'number', sql: sql`n.figure` },
    { title: 'What', titleZh: '内容', type: 'text', sql: sql`n.what` },
    { title: 'Area', titleZh: '地区', type: 'text', sql: sql`t.name` },
    { title: 'Again', titleZh: '再次', type: 'text', sql: sql`n.what` },
  ],
};

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const each of bytes) all.push(each);
  return Buffer.concat(all).toString();
}

it('[I3] the lines that the database writes are to the byte those that we write', async () => {
  const columns = table.columns.map(({ title, type }) => ({ title, type }));
  const open = await openExport(app.database.served, { ...anonymous, ...expert }, table, { asOf: localDate('2026-11-21'), filters: {} });
  try {
    const ours = await textOf(csvFile(columns, open.portions(), 'utf-8'));
    expect(await textOf(csvFileOf(columns, open.lines()!, 'utf-8'))).toBe(ours);
    expect(ours.length).toBeGreaterThan(open.rows * 10);
    expect(open.rows % (odd.length + 1)).toBe(0);
    expect(open.rows).toBeGreaterThan(10_000);
  } finally {
    await open.close();
  }
});

it('a file that nobody reads on gives its connection back', async () => {
  const { readPool } = app.database.served;
  const open = await openExport(app.database.served, { ...anonymous, ...expert }, table, { asOf: localDate('2026-11-21'), filters: {} });
  for await (const lines of open.lines()!) {
    expect(lines.length).toBeGreaterThan(0);
    break;
  }
  await open.close();
  await expect.poll(() => readPool.totalCount - readPool.idleCount).toBe(0);
});
