import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { localDate } from '../../src/kernel/local-date.ts';
import { payableExport } from '../../src/payment/payable.export.ts';
import { Payable } from '../../src/payment/payable.entity.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import type { seenBy as theSeenBy } from '../../src/platform/access/rights.ts';
import { openExport, type TableExport } from '../../src/platform/tables/table-export.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { agencyOf, movedAs } from '../support/build-prepayment.ts';
import { data } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

/** Whether the program asks for the rows that a caller may see, or leaves that to the database. */
const first = vi.hoisted(() => ({ stands: true }));
vi.mock('../../src/platform/access/rights.ts', async (original) => {
  const actual = await original<{ seenBy: typeof theSeenBy }>();
  const seenBy: typeof theSeenBy = (...table) => {
    const seen = actual.seenBy(...table);
    return { ...seen, visible: (caller) => (first.stands ? seen.visible(caller) : sql`true`) };
  };
  return { ...actual, seenBy };
});

const areas = { 'hz-1': '330100', 'hz-2': '330100', 'nj-1': '320100' };
/** Accepted deliveries of 1,000.00 each: those of hz-2 are jw-medical's, the others microport's; the last one of hz-1 is not checked. */
const accepted: Readonly<Record<keyof typeof areas, readonly string[]>> = {
  'hz-1': ['2021-01-31', '2021-02-01', '2021-02-28'],
  'hz-2': ['2021-01-15'],
  'nj-1': ['2021-02-10'],
};

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await institutions(app, areas);
  for (const [institution, days] of Object.entries(accepted) as [keyof typeof areas, string[]][]) {
    const deliveries = [...days, '2021-03-03'].map((on, at) => ({ number: `D-${at}`, on, quantity: 100 }));
    await supplied(app, { institution, product: institution === 'hz-2' ? 'EXCROSSAL' : 'FIREBIRD2', unitPrice: '10', deliveries });
    const rows = days.map((acceptedOn, at) => ({ ...named(institution, `D-${at}`, areas[institution]), acceptedOn }));
    await recordedRows(
      app,
      'acceptDeliveries',
      rows.map((row) => ({ ...row, acceptedQuantity: 100, rejectedQuantity: 0 })),
    );
  }
  const pay = (at: number, amount: string, paidOn: string) => ({ ...named('hz-1', `D-${at}`), amount, paidOn, reference: `V-${paidOn}` });
  await recordedRows(app, 'recordPayments', [
    pay(0, '400', '2021-02-28'),
    pay(0, '600', '2021-04-15'),
    pay(1, '1000', '2021-03-31'),
    pay(2, '0.25', '2021-04-01'),
  ]);
  const movement = { agreementYear: 2021, reference: 'P-1', on: '2021-02-01' };
  await movedAs(app, '330100', 'recordPrepayment', { ...movement, payeeCode: 'hz-1', amount: '1300.50' });
  await movedAs(app, '330100', 'offsetPrepayment', { ...movement, institutionCode: 'hz-1', on: '2021-02-10' });
  await movedAs(app, '330100', 'recordPrepayment', { ...movement, payeeCode: 'hz-2', amount: '600' });
  const rest = { ...movement, institutionCode: 'hz-2', on: '2022-02-01' };
  await movedAs(app, '330100', 'offsetPrepayment', rest);
  await movedAs(app, '330100', 'closePrepayment', { ...rest, rest: 'RETURN' });
}, 120_000);
afterAll(() => app.stop());

const fetched = (address: string, caller: Partial<Caller>) =>
  app.fastify.inject({ method: 'GET', url: `/export/${address}`, headers: { authorization: JSON.stringify(caller) } });
/** The rows of a file by their English titles. */
const rowsOf = async (address: string, caller: Partial<Caller> = expert): Promise<Record<string, string>[]> => {
  const { statusCode, rawPayload, headers } = await fetched(`${address}${address.includes('?') ? '&' : '?'}language=en`, caller);
  expect([address, statusCode]).toEqual([address, 200]);
  const rows = parse(rawPayload.subarray(3), { columns: true, record_delimiter: '\r\n' });
  expect(headers['x-total-rows']).toBe(String(rows.length));
  return rows as Record<string, string>[];
};

const inOrder = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).toSorted();

const callers: readonly Partial<Caller>[] = [
  expert,
  { role: 'APPROVER', subject: 'p' },
  { role: 'AUDITOR', subject: 'a' },
  enterpriseOf('microport'),
  enterpriseOf('jw-medical'),
  enterpriseOf('lepu'),
  institutionOf('hz-1'),
  institutionOf('nj-1'),
  agencyOf('330100'),
  agencyOf('320100'),
  { role: 'SETTLEMENT', subject: 's' },
];
const kinds = ['agreements', 'orders', 'deliveries', 'payables', 'prepayments'];

type Told = Record<'agreement' | 'delivery', { number: string }> & Record<string, unknown>;
interface Listed {
  readonly agreements: { readonly totalCount: number; readonly nodes: readonly { orders: Counted; deliveries: Counted }[] };
  readonly payables: Counted;
}
type Counted = { readonly totalCount: number };
const listed = `{ agreements(first: 100) { totalCount nodes { orders { totalCount } deliveries { totalCount } } } payables { totalCount } }`;

describe('[I3] the files of a workspace', () => {
  it.each(callers)('have as many rows as the lists have for $role $subject', async (caller) => {
    const { agreements, payables } = await data<Listed>(app, listed, {}, caller);
    const sum = (of: 'orders' | 'deliveries') => agreements.nodes.reduce((all, each) => all + each[of].totalCount, 0);
    const counts = [];
    for (const kind of kinds.slice(0, 4)) counts.push((await rowsOf(kind, caller)).length);
    expect(counts).toEqual([agreements.totalCount, sum('orders'), sum('deliveries'), payables.totalCount]);
    const monitor = '{ prepaymentMonitor(agreementYear: 2021) { institutionCount } }';
    const { data: told, errors } = await app.ask<{ prepaymentMonitor: { institutionCount: number } }>(monitor, {}, caller);
    if (errors) expect((await fetched('prepayments', caller)).statusCode).toBe(403);
    else expect(await rowsOf('prepayments', caller)).toHaveLength(told!.prepaymentMonitor.institutionCount);
  });

  it('[RD2] say of payables on any day what the API says of each, with every digit', async () => {
    const query = `query($day: Date!) { payables(filter: { acceptedOn: { lte: $day } }) { nodes { amount acceptedOn dueOn agreement { number }
      delivery { number } paidAmount(asOf: $day) openAmount(asOf: $day) status(asOf: $day) overdueDays(asOf: $day) overdueAmount(asOf: $day) } } }`;
    for (const day of ['2021-01-14', '2021-02-28', '2021-03-01', '2021-04-14', '2021-04-15', '2026-11-21']) {
      const { payables } = await data<{ payables: { nodes: Told[] } }>(app, query, { day }, expert);
      const told = payables.nodes.map(({ agreement, delivery, ...figures }) =>
        [agreement.number, delivery.number, ...Object.values(figures)].map(String),
      );
      const written = (await rowsOf(`payables?asOf=${day}`)).map((row) =>
        ['Agreement', 'Delivery', 'Amount in yuan', 'Accepted on', 'Due on', 'Paid in yuan', 'Open in yuan', 'Status', 'Days overdue']
          .concat('Overdue in yuan')
          .map((title) => row[title]),
      );
      expect([day, inOrder(written)]).toEqual([day, inOrder(told)]);
    }
    const [row] = (await rowsOf('payables?asOf=2021-04-02')).filter((each) => each['Delivery'] === 'D-2');
    expect(row).toMatchObject({ 'Paid in yuan': '0.25', 'Open in yuan': '999.75', 'Overdue in yuan': '999.75', 'Days overdue': '2' });
  });

  it('[RC1] say of prepayments on any day what the API says of each', async () => {
    const query = `query($code: String!, $day: Date!) { prepayment(institutionCode: $code, agreementYear: 2021, asOf: $day) {
      agreedAmount requiredMinimum paidAmount missingAmount offsetAmount returnedAmount carriedAmount balance status } }`;
    for (const day of ['2020-12-31', '2021-01-31', '2021-02-05', '2021-12-31', '2022-02-01']) {
      const told = [];
      for (const code of Object.keys(areas)) {
        const { prepayment } = await data<{ prepayment: object | null }>(app, query, { code, day }, expert);
        if (prepayment) told.push([code, ...Object.values(prepayment)]);
      }
      const rows = await rowsOf(`prepayments?asOf=${day}`);
      const titles = ['Annual agreed amount', 'Minimum', 'Prepaid', 'Missing', 'Offset', 'Returned', 'Carried over', 'Balance'];
      const written = rows.map((row) => [row['Institution'], ...titles.map((title) => row[`${title} in yuan`]), row['Status']]);
      expect([day, inOrder(written)]).toEqual([day, inOrder(told)]);
    }
    const states = (rows: Record<string, string>[]) => rows.map((row) => `${row['Institution']} ${row['Status']}`).toSorted();
    expect(states(await rowsOf('prepayments'))).toEqual(['hz-1 SUFFICIENT', 'hz-2 CLOSED', 'nj-1 NONE']);
  });

  it('say what of a delivery was accepted, and nothing of one that is not checked yet', async () => {
    const rows = await rowsOf('deliveries?areaCode=320100');
    expect(rows.map((row) => [row['Delivery'], row['Distributor'], row['Accepted on'], row['Accepted quantity']])).toEqual(
      expect.arrayContaining([
        ['D-0', 'microport', '2021-02-10', '100'],
        ['D-1', 'microport', '', ''],
      ]),
    );
  });

  it.each([
    ['payables?dueMonth=2021-03', 3],
    ['payables?dueMonth=2021-02&areaCode=330100', 2],
    ['payables?productCode=EXCROSSAL', 1],
    ['payables?institutionCode=hz-1&asOf=2021-02-01', 2],
    ['payables?areaCode=999999', 0],
    ['agreements?productCode=FIREBIRD2', 2],
    ['orders?orderedMonth=2021-01&productCode=EXCROSSAL', 1],
    ['orders?orderedMonth=2021-02', 0],
    ['deliveries?deliveredMonth=2021-03&areaCode=330100', 2],
    ['deliveries?productCode=EXCROSSAL', 2],
    ['prepayments?areaCode=330100', 2],
  ])('are narrowed: %s', async (address, rows) => {
    expect(await rowsOf(address)).toHaveLength(rows);
  });

  it.each([
    ['payables?asOf=2021-02-30', /2021-02-30/],
    ['payables?asOf=', /is not a day/],
    ['payables?asOf=2021-02-01&asOf=2021-02-02', /is not a day/],
    ['payables?dueMonth=2021-13', /2021-13-01/],
    ['payables?dueMonth=2021', /dueMonth: a month/],
    ['payables?areaCode=', /areaCode: a business code/],
    ['payables?areaCode=a&areaCode=b', /areaCode: a business code/],
    ['payables?toString=x', /Known are .*asOf, dueMonth, areaCode, productCode, institutionCode/],
    ['orders?asOf=2021-02-01', /Known are format, encoding, language, areaCode, productCode, orderedMonth/],
    ['prepayments?asOf=2018-12-31', /No document asks for a prepayment/],
  ])('are refused when they are asked wrongly: %s', async (address, message) => {
    const { statusCode, rawPayload } = await fetched(address, expert);
    expect([statusCode, rawPayload.toString()]).toEqual([400, expect.stringMatching(message)]);
  });

  it('have the day of their figures in their name', async () => {
    const { headers } = await fetched('payables?asOf=2021-02-28&format=xlsx', expert);
    expect(headers['content-disposition']).toBe('attachment; filename="payables-2021-02-28-5.xlsx"');
  });
});

describe('[T2] with one of the two walls down', () => {
  /** Every file of everybody. */
  const everything = async () => {
    const files: Record<string, string> = {};
    for (const kind of kinds) {
      for (const caller of callers) {
        const { statusCode, rawPayload } = await fetched(kind, caller);
        files[`${kind} of ${caller.role} ${caller.subject}`] = statusCode === 200 ? rawPayload.toString() : String(statusCode);
      }
    }
    return files;
  };
  const withoutFirst = async <T>(ask: () => Promise<T>): Promise<T> => {
    first.stands = false;
    return ask().finally(() => (first.stands = true));
  };
  const withoutSecond = async <T>(ask: () => Promise<T>): Promise<T> => {
    const { pool } = app.database;
    const { rows } = await pool.query<{ name: string }>('select relname as name from pg_class where relrowsecurity');
    for (const { name } of rows) await pool.query(`alter table "${name}" disable row level security`);
    try {
      return await ask();
    } finally {
      for (const { name } of rows) await pool.query(`alter table "${name}" enable row level security`);
    }
  };

  it('the other alone gives every caller the same files', async () => {
    const both = await everything();
    expect(await withoutFirst(everything)).toEqual(both);
    expect(await withoutSecond(everything)).toEqual(both);
    // Without any wall files of others come, so that the two lines above say something.
    const none = await withoutFirst(() => withoutSecond(everything));
    for (const kind of kinds) expect(none[`${kind} of INSTITUTION of nj-1`]).not.toBe(both[`${kind} of INSTITUTION of nj-1`]);
  });
});

describe('[I3] texts and figures', () => {
  it('no text is a formula, and a figure is a number to its last digit', async () => {
    await app.database.pool.query(`update institution set name = '=HYPERLINK("http://x")' where code = 'hz-1'`);
    await app.database.pool.query(
      `update delivery set rejection_reason = '-12.50', rejected_quantity = 1, accepted_quantity = 99 where number = 'D-1' and accepted_on is not null`,
    );
    const [row] = (await rowsOf('payables?asOf=2021-04-02')).filter((each) => each['Open in yuan'] === '999.75');
    expect(row!['Name of the institution']).toBe(`'=HYPERLINK("http://x")`);
    const reasons = (await rowsOf('deliveries')).map((each) => each['Reason of the rejection']);
    expect(reasons.filter((each) => each !== '')).toEqual([`'-12.50`]);
    const { rawPayload } = await fetched('payables?asOf=2021-04-02&format=xlsx&language=en', expert);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(rawPayload as never);
    const sheet = workbook.worksheets[0]!;
    const at = (sheet.getRow(1).values as unknown[]).indexOf('Open in yuan');
    expect((sheet.getColumn(at).values as unknown[]).slice(2)).toEqual(expect.arrayContaining([999.75, 1000, 0]));
  });
});

describe('[I3] large files', () => {
  const many = 12_000;
  beforeAll(async () => {
    await app.database.pool.query(`
      create temp table made as select gen_random_uuid() as id, date '2021-01-01' + (n % 300) as accepted_on from generate_series(1, ${many}) n;
      insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity, rejected_quantity, acceptance_recorded_at, provenance, confidence)
        select o.area_code, m.id, o.id, o.agreement_id, 'M-' || m.id, m.accepted_on, 1, m.accepted_on, 1, 0, now(), 'test', 'HIGH'
        from made m, (select o.* from purchase_order o join agreement a on a.id = o.agreement_id where a.number = 'A-nj-1') o;
      insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount,
        accepted_on, due_on, deadline_clause, provenance, confidence)
        select d.area_code, d.id, a.id, a.selected_product_id, a.enterprise_id, a.institution_id, a.enterprise_id, 10, 10, d.accepted_on,
          d.accepted_on + 30, 'test', 'test', 'HIGH' from made m join delivery d on d.id = m.id join agreement a on a.id = d.agreement_id`);
  });

  it.each([enterpriseOf('microport'), institutionOf('nj-1'), agencyOf('320100')])(
    'are whole for $role, beyond the rows that totalCount counts',
    { timeout: 60_000 },
    async (caller) => {
      const of = { ENTERPRISE: 'e.code', INSTITUTION: 'i.code', AGENCY: 't.area_code' }[caller.role as 'AGENCY'];
      const own = `from payable t join enterprise e on e.id = t.enterprise_id join institution i on i.id = t.institution_id where ${of} = $1`;
      const code = caller.enterprise ?? caller.institution ?? caller.area;
      const { rows: counted } = await app.database.pool.query<{ count: string }>(`select count(*) ${own}`, [code]);
      const total = Number(counted[0]!.count);
      expect(total).toBeGreaterThan(many);
      const rows = await rowsOf('payables', caller);
      expect(new Set(rows.map((row) => `${row['Agreement']} ${row['Delivery']}`)).size).toBe(total);
      expect((await fetched('payables?format=xlsx', caller)).headers['x-total-rows']).toBe(String(total));
    },
  );

  it('are of one moment while others pay', { timeout: 60_000 }, async () => {
    const asked = { asOf: localDate('2026-11-21'), filters: {} };
    const paidAt = payableExport.columns.findIndex(({ title }) => title === 'Paid in yuan');
    const open = await openExport(app.database.served, { ...anonymous, ...expert }, payableExport, asked);
    try {
      await recordedRows(app, 'recordPayments', [{ ...named('hz-2', 'D-0'), amount: '999.99', paidOn: '2026-11-20', reference: 'LATER' }]);
      const { rowCount } = await app.database.pool.query(`delete from payable where amount = 10 and accepted_on < '2021-02-01'`);
      expect(rowCount).toBeGreaterThan(0);
      for (const _time of [1, 2]) {
        const paid = [];
        for await (const portion of open.portions()) paid.push(...portion.map((row) => row[paidAt]));
        expect(paid.length).toBe(open.rows);
        expect(paid.length).toBe(many + 5);
        expect(
          paid
            .map(String)
            .filter((each) => each !== '0.00')
            .toSorted(),
        ).toEqual(['0.25', '1000.00', '1000.00']);
      }
    } finally {
      await open.close();
    }
  });

  it('may take longer than an answer may, to begin and to be read', { timeout: 60_000 }, async () => {
    const impatient = await testApp({ readTimeout: 100 });
    try {
      const slow: TableExport = {
        kind: 'slow',
        entity: Payable,
        asOf: () => sql`(select n, pg_sleep(2.5) from generate_series(1, 1) n)`,
        joins: sql``,
        order: sql`t.n`,
        columns: [{ title: 'Number', titleZh: '序号', type: 'number', sql: sql`t.n` }],
      };
      const open = await openExport(impatient.database.served, { ...anonymous, ...expert }, slow, {
        asOf: localDate('2026-11-21'),
        filters: {},
      });
      const rows = [];
      for await (const portion of open.portions()) rows.push(...portion);
      await open.close();
      expect(rows).toEqual([['1']]);
      // … and the connection is as impatient as before.
      await expect(impatient.database.served.readPool.query('select pg_sleep(1)')).rejects.toThrow(/statement timeout/);
    } finally {
      await impatient.stop();
    }
  });
});
