import { spawn } from 'node:child_process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { signed, under } from '../support/build-agreement.ts';
import { recordBatch } from '../support/build-batch.ts';
import { csv, headersOf, placesOf, stents, takesActs } from './act-files.ts';

let app: TestApp;
const { remove, write, takeFile, takeRows, rows } = takesActs(() => app);
beforeAll(async () => {
  app = await testApp();
  await signed(app, stents);
});
afterAll(async () => {
  remove();
  await app.stop();
});

const hz1 = '330100,2021-hz-1-resolute';
const many = (length: number, row: (at: number) => string) => Array.from({ length }, (_, at) => row(at));
const counted = async (table: string) => ((await rows(`select count(*)::int as n from ${table}`)) as [{ n: number }])[0].n;

describe('a file of more rows than a mutation takes', () => {
  const orders = many(20_000, (at) => `${hz1},N-${at},2021-02-01,${1 + (at % 7)}`);

  it('is refused as a whole for a row of its second portion, and its errors beyond the first 1,000 are counted', async () => {
    const before = await app.database.contents();
    expect(placesOf(await takeRows('orders', ...orders.with(15_000, `${hz1},N-15000,2022-02-01,1`)))).toEqual([
      '15002 ordered_on AGREEMENT_NOT_IN_FORCE',
    ]);
    const report = await takeRows('orders', ...orders.map((row, at) => (at > 8_500 ? row.replace(hz1, '330100,none') : row)));
    expect(report).toMatchObject({ rowsRead: 20_000, rowsAdded: 0, errorCount: 11_499 });
    expect(report.errors.map(({ row }) => row)).toEqual(many(1000, (at) => String(8_503 + at)).map(Number));
    expect(await app.database.contents()).toEqual(before);
  });

  it('[I2] leaves nothing when it is killed', async () => {
    const before = await app.database.contents();
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', write(csv(headersOf.orders, orders))], {
      env: { ...process.env, DATABASE_URL: app.database.url },
      stdio: 'ignore',
    });
    await until(async () => (await activity()).some((query) => query.startsWith('insert into "purchase_order"')));
    child.kill('SIGKILL');
    await until(async () => (await activity()).length === 0);
    expect(await app.database.contents()).toEqual(before);
    // A process of its own, which a busy machine starts late.
  }, 120_000);

  it('is taken in whole, with its sums, and changes nothing when it comes again', async () => {
    expect(await takeRows('orders', ...orders)).toMatchObject({ rowsAdded: 20_000, errors: [] });
    const ordered = orders.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
    expect(await rows('select sum(ordered_quantity)::int as ordered from movement_rollup')).toEqual([{ ordered }]);
    expect(await takeRows('orders', ...orders)).toMatchObject({ rowsAdded: 0, rowsUnchanged: 20_000, errors: [] });
  });

  it('adds up over its portions: what the first have paid, the last cannot', async () => {
    expect(await takeRows('orders', `${hz1},P,2021-02-01,20`)).toMatchObject({ errors: [] });
    expect(await takeRows('deliveries', `${hz1},P,D,2021-02-05,20`)).toMatchObject({ errors: [] });
    expect(await takeRows('acceptances', `${hz1},P,D,2021-02-06,20,0,`)).toMatchObject({ errors: [] });
    // 20 × 648 = 12,960
    const payments = many(12_961, (at) => `${hz1},P,D,1.00,2021-03-01,V-${at}`);
    expect(placesOf(await takeRows('payments', ...payments))).toEqual(['12962 amount PAYMENT_ABOVE_OPEN_AMOUNT']);
    expect(await takeRows('payments', ...payments.slice(0, -1))).toMatchObject({ rowsAdded: 12_960, errors: [] });
    expect(await rows('select open_amount::text as open, settled_on::text as settled from payable')).toEqual([
      { open: '0.00', settled: '2021-03-01' },
    ]);
  });
});

describe('files at once', () => {
  beforeAll(async () => {
    expect(await takeRows('orders', ...many(50, (at) => `${hz1},R-${at},2021-02-01,10`))).toMatchObject({ errors: [] });
  });

  it('over the same orders bring no more than was ordered: one is taken in, the other refused', async () => {
    const [forth, back] = ['A', 'B'].map((name) => many(20, (at) => `${hz1},R-${at},${name},2021-02-05,6`));
    const reports = await Promise.all([takeRows('deliveries', ...forth!), takeRows('deliveries', ...back!.toReversed())]);
    const added = reports.map(({ rowsAdded }) => rowsAdded);
    expect(new Set(added)).toEqual(new Set([0, 20]));
    expect(new Set(reports[added.indexOf(0)]!.errors.map(({ code }) => code))).toEqual(new Set(['MORE_THAN_ORDERED']));
    expect(
      await rows(`select distinct supplied_quantity::int as supplied from purchase_order where number like 'R-_' or number like 'R-1_'`),
    ).toEqual([{ supplied: 6 }]);
  });

  it('that are the same are taken in once', async () => {
    const file = write(
      csv(
        headersOf.deliveries,
        many(20, (at) => `${hz1},R-${at},C,2021-02-06,1`),
      ),
    );
    const reports = await Promise.all([takeFile(file), takeFile(file), takeFile(file)]);
    expect(reports.map(({ rowsAdded, rowsUnchanged }) => `${rowsAdded} ${rowsUnchanged}`).toSorted()).toEqual(['0 20', '0 20', '20 0']);
  });

  it('and mutations over the same orders, in whatever order their rows stand, bring no more than was ordered', async () => {
    const of = under(stents, 'hz-1');
    const batch = many(20, (at) => String(20 + at)).map((at) => ({
      ...of,
      orderNumber: `R-${at}`,
      number: 'M',
      deliveredOn: '2021-02-05',
      quantity: 6,
    }));
    const file = many(20, (at) => `${hz1},R-${39 - at},F,2021-02-05,6`);
    const [report, recorded] = await Promise.all([takeRows('deliveries', ...file), recordBatch(app, 'recordDeliveries', batch)]);
    expect(new Set([report.rowsAdded, recorded.recordedRows])).toEqual(new Set([0, 20]));
    const refused = recorded.recordedRows === 0 ? recorded.results.flatMap(({ userErrors }) => userErrors) : report.errors;
    expect(refused.map(({ code }) => code)).toEqual(many(20, () => 'MORE_THAN_ORDERED'));
  });

  it('as one of a deadlock are done once more, and read once', async () => {
    const named = `(select id from purchase_order where number in ('R-40', 'R-41') order by area_code, id`;
    const other = new pg.Client({ connectionString: app.database.url });
    await other.connect();
    await other.query(`begin; set local deadlock_timeout = '60s'; select from purchase_order where id = ${named} desc limit 1) for update`);
    const taken = takeRows('deliveries', ...many(2, (at) => `${hz1},R-${40 + at},L,2021-02-05,6`));
    await until(async () => (await activity(`wait_event_type = 'Lock'`)).length === 1);
    // Each now waits for the other; the file's session is the one that is looked at first.
    await other.query(`select from purchase_order where id = ${named} limit 1) for update`);
    await other.query('commit');
    await other.end();
    expect(await taken).toMatchObject({ rowsRead: 2, rowsAdded: 2, errors: [] });
    expect(await counted(`delivery where number = 'L'`)).toBe(2);
  });
});

/** What other connections to this database are doing. */
async function activity(which = `state <> 'idle'`): Promise<string[]> {
  const others = `select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${which}`;
  return ((await rows(others)) as { query: string }[]).map(({ query }) => query);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > 50_000) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
