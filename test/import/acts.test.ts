import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { promised, signed, toSign } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { chineseHeadersOf, csv, headersOf, placesOf, stents, takesActs, type Kind } from './act-files.ts';
import { encoded, workbook } from './made-files.ts';

let app: TestApp;
const { remove, write, take, takeFile, takeRows, rows } = takesActs(() => app);
beforeAll(async () => {
  app = await testApp();
  await signed(app, stents);
  await promised(app, { ...stents, round: 'S2', product: 'other', promised: { 'sz-1': { area: '440300', quantity: 9 } } });
  await recordedRows(app, 'signAgreements', [toSign('S2', 'other', 'sz-1')]);
});
afterAll(async () => {
  remove();
  await app.stop();
});

const hz1 = '330100,2021-hz-1-resolute';
const nj1 = '320100,2021-nj-1-resolute';

/** The life of two orders in four files; of the second delivery of each some were broken. */
const life: readonly [Kind, readonly string[]][] = [
  ['orders', [`${hz1},O-1,2021-02-01,60`, `${nj1},O-1,2021-02-01,60`]],
  ['deliveries', [hz1, nj1].flatMap((of) => [`${of},O-1,D-1,2021-02-05,20`, `${of},O-1,D-2,2021-02-09,30`])],
  ['acceptances', [hz1, nj1].flatMap((of) => [`${of},O-1,D-1,2021-02-06,20,0,`, `${of},O-1,D-2,2021-02-10,25,5,破损`])],
  ['payments', [hz1, nj1].flatMap((of) => [`${of},O-1,D-1,12960,2021-03-01,V-1`, `${of},O-1,D-2,200.5,2021-03-31,V-1`])],
];

describe('a file of acts', () => {
  const cases = life.map(([kind, content]) => ({ kind, content }));

  it.each(cases)('of $kind is taken in, in Chinese and GBK or in English', async ({ kind, content }) => {
    const [chinese, english] = [content.slice(0, content.length / 2), content.slice(content.length / 2)];
    const report = await take(encoded(csv(chineseHeadersOf[kind], chinese), 'gbk'));
    expect(report).toMatchObject({ kind, encoding: 'gb18030', rowsAdded: chinese.length, rowsUnchanged: 0, errors: [], errorCount: 0 });
    expect(await take(csv(headersOf[kind], english))).toMatchObject({ kind, rowsAdded: english.length, errors: [] });
  });

  it('does what the mutations do', async () => {
    expect(
      await rows(`select area_code as area, quantity::int, supplied_quantity::int as supplied, provenance, confidence, recorded_at
        from purchase_order order by 1`),
    ).toMatchObject([
      { area: '320100', quantity: 60, supplied: 45, provenance: 'imported from 流水.csv', confidence: 'HIGH' },
      { area: '330100', quantity: 60, supplied: 45 },
    ]);
    expect(
      await rows(`select d.number, p.amount::text, p.open_amount::text as open, p.due_on::text as due, p.settled_on::text as settled,
        d.rejection_reason as reason from payable p join delivery d on d.area_code = p.area_code and d.id = p.id where p.area_code = '330100' order by 1`),
    ).toEqual([
      { number: 'D-1', amount: '12960.00', open: '0.00', due: '2021-03-31', settled: '2021-03-01', reason: null },
      { number: 'D-2', amount: '16200.00', open: '15999.50', due: '2021-03-31', settled: null, reason: '破损' },
    ]);
    expect(
      await rows(`select sum(ordered_quantity)::int as ordered, sum(delivered_quantity)::int as delivered, sum(accepted_quantity)::int as accepted
        from movement_rollup where area_code = '330100'`),
    ).toEqual([{ ordered: 60, delivered: 50, accepted: 45 }]);
  });

  it('is told in the journal as every file is: itself, once for each chain', async () => {
    const told = await rows(
      `select content::json->>'table' as "table", content::json->'file'->>'kind' as kind, content::json->>'rowsAdded' as added, content::json->'who' as who
       from journal_record where chain = '320100' and content::json->>'operation' = 'importFile' order by seq`,
    );
    const who = { role: 'OPERATOR', subject: 'import by test' };
    expect(told).toEqual([
      { table: 'purchase_order', kind: 'orders', added: '1', who },
      { table: 'delivery', kind: 'deliveries', added: '2', who },
      { table: 'delivery', kind: 'acceptances', added: '2', who },
      { table: 'payable_entry', kind: 'payments', added: '2', who },
    ]);
    const tables = `'purchase_order', 'delivery', 'payable', 'payable_entry'`;
    expect(
      await rows(`select 1 from journal_record where content::json->>'table' in (${tables}) and content::json->'file' is null`),
    ).toEqual([]);
  });

  it.each(cases)('of $kind changes nothing when it comes again, in whatever form', async ({ kind, content }) => {
    const { import_run: _, ...before } = await app.database.contents();
    const again = { rowsAdded: 0, rowsUnchanged: content.length, errors: [] };
    expect(await takeRows(kind, ...content)).toMatchObject(again);
    const sheet = [chineseHeadersOf[kind], ...content.map((row) => row.split(','))];
    expect(await take(await workbook(sheet))).toMatchObject({ kind, encoding: 'xlsx', ...again });
    expect(await app.database.contents()).toMatchObject(before);
  });

  it('takes rows on record for granted, and adds the others', async () => {
    expect(await takeRows('orders', `${hz1},O-1,2021-02-01,60`, `${hz1},O-2,2021-02-01,7`)).toMatchObject({
      rowsAdded: 1,
      rowsUnchanged: 1,
      errors: [],
    });
  });

  it('as a dry run says the same and records nothing', async () => {
    const before = await app.database.contents();
    const file = write(csv(headersOf.orders, [`${hz1},O-3,2021-02-01,7`]));
    expect(await takeFile(file, { dryRun: true })).toMatchObject({ rowsAdded: 1, dryRun: true, errors: [] });
    expect(await app.database.contents()).toEqual(before);
  });
});

describe('a file of acts is refused, and nothing changed', () => {
  const good: Record<Kind, string> = {
    orders: `${hz1},O-9,2021-02-01,7`,
    deliveries: `${hz1},O-2,D-9,2021-02-05,1`,
    acceptances: `${hz1},O-1,D-3,2021-02-12,15,0,`,
    payments: `${hz1},O-1,D-2,1,2021-03-31,V-9`,
  };
  beforeAll(async () => {
    expect(await takeRows('deliveries', `${hz1},O-1,D-3,2021-02-11,15`)).toMatchObject({ rowsAdded: 1 });
  });

  it.each<[kind: Kind, row: string, ...errors: string[]]>([
    ['orders', '330100,none,O-4,2021-02-01,1', 'agreement_number AGREEMENT_NOT_FOUND'],
    ['orders', `${hz1},O-4,2022-02-01,1`, 'ordered_on AGREEMENT_NOT_IN_FORCE'],
    ['orders', `${hz1},O-4,2026-11-22,1`, 'ordered_on DATE_IN_FUTURE', 'ordered_on AGREEMENT_NOT_IN_FORCE'],
    ['orders', '440300,2021-sz-1-other,O-4,2021-02-01,1', 'agreement_number DISTRIBUTOR_MISSING'],
    ['orders', `${hz1},O-9,2021-02-01,8`, 'number DUPLICATE_IN_FILE'],
    ['orders', `${hz1},O-1,2021-02-02,60`, 'ordered_on CONFLICTS_WITH_RECORD'],
    ['orders', `${hz1},O-1,2021-02-01,61`, 'quantity CONFLICTS_WITH_RECORD'],
    ['orders', `${hz1},,2021-02-30,0`, 'number MISSING_VALUE', 'ordered_on NO_SUCH_DAY', 'quantity NOT_POSITIVE'],
    ['deliveries', `${hz1},none,D-4,2021-02-05,1`, 'order_number ORDER_NOT_FOUND'],
    ['deliveries', '330100,none,O-1,D-4,2021-02-05,1', 'agreement_number AGREEMENT_NOT_FOUND'],
    ['deliveries', `${hz1},O-2,D-4,2021-01-31,1`, 'delivered_on DATE_BEFORE_PREVIOUS_ACT'],
    ['deliveries', `${hz1},O-2,D-4,2026-11-22,1`, 'delivered_on DATE_IN_FUTURE'],
    ['deliveries', `${hz1},O-2,D-4,2021-02-05,8`, 'quantity MORE_THAN_ORDERED'],
    ['deliveries', `${hz1},O-1,D-1,2021-02-05,21`, 'quantity CONFLICTS_WITH_RECORD'],
    ['deliveries', `${hz1},O-1,D-1,2021-02-06,20`, 'delivered_on CONFLICTS_WITH_RECORD'],
    ['acceptances', `${hz1},O-1,none,2021-02-12,15,0,`, 'delivery_number UNKNOWN_CODE'],
    ['acceptances', `${nj1},O-1,D-3,2021-02-12,15,0,`, 'delivery_number UNKNOWN_CODE'],
    ['acceptances', `${hz1},O-1,D-1,2021-02-06,19,1,破损`, 'accepted_quantity CONFLICTS_WITH_RECORD'],
    ['acceptances', `${hz1},O-1,D-2,2021-02-10,25,5,过期`, 'rejection_reason CONFLICTS_WITH_RECORD'],
    ['acceptances', `${hz1},O-1,D-2,2021-02-11,25,5,破损`, 'accepted_on CONFLICTS_WITH_RECORD'],
    ['payments', `${hz1},O-1,none,1,2021-03-31,V-8`, 'delivery_number UNKNOWN_CODE'],
    ['payments', `${hz1},O-1,D-3,1,2021-03-31,V-8`, 'delivery_number NOTHING_PAYABLE'],
    ['payments', `${hz1},O-1,D-1,0.01,2021-03-31,V-8`, 'amount PAYMENT_ABOVE_OPEN_AMOUNT'],
    ['payments', `${hz1},O-1,D-2,1,2021-02-09,V-8`, 'paid_on PAID_BEFORE_ACCEPTANCE'],
    ['payments', `${hz1},O-1,D-2,1,2026-11-22,V-8`, 'paid_on DATE_IN_FUTURE'],
    ['payments', `${hz1},O-1,D-2,1.001,2021-03-31,V-8`, 'amount TOO_MANY_DECIMALS'],
    ['payments', `${hz1},O-1,D-2,200.51,2021-03-31,V-1`, 'amount CONFLICTS_WITH_RECORD'],
    ['payments', `${hz1},O-1,D-2,200.50,2021-03-30,V-1`, 'paid_on CONFLICTS_WITH_RECORD'],
  ])('%s: %s', async (kind, row, ...errors) => {
    const before = await app.database.contents();
    const report = await takeRows(kind, good[kind], row);
    expect(placesOf(report)).toEqual(errors.map((each) => `3 ${each}`));
    expect(report).toMatchObject({ kind, rowsRead: 2, rowsAdded: 0, rowsUnchanged: 0, errorCount: errors.length });
    expect(await app.database.contents()).toEqual(before);
  });

  it.each([
    ['2021-02-10,15,0,', 'accepted_on ACCEPTED_BEFORE_DELIVERY'],
    ['2021-02-12,14,0,', 'accepted_quantity ACCEPTED_NOT_AS_DELIVERED'],
    ['2022-01-20,15,0,', 'accepted_on ACCEPTED_OUTSIDE_AGREEMENT'],
    ['2026-11-22,15,0,', 'accepted_on DATE_IN_FUTURE', 'accepted_on ACCEPTED_OUTSIDE_AGREEMENT'],
    ['2021-02-12,14,1,', 'rejection_reason REJECTION_REASON_MISSING'],
    ['2021-02-12,15,0,破损', 'rejection_reason REJECTION_REASON_UNEXPECTED'],
    ['2021-02-12,14,1,"破\n损"', 'rejection_reason MALFORMED_TEXT'],
  ])('acceptances: of the delivery %s', async (told, ...errors) => {
    const before = await app.database.contents();
    expect(placesOf(await takeRows('acceptances', `${hz1},O-1,D-3,${told}`))).toEqual(errors.map((each) => `2 ${each}`));
    expect(await app.database.contents()).toEqual(before);
  });

  it('tells each error in two languages, with the value of its cell', async () => {
    const { errors } = await takeRows('deliveries', good.deliveries, `${hz1},O-2,D-4,2021-02-05,8`);
    expect(errors).toEqual([
      {
        row: 3,
        column: 'quantity',
        code: 'MORE_THAN_ORDERED',
        message: expect.stringContaining('6'),
        messageZh: expect.stringContaining('6'),
        value: '8',
      },
    ]);
  });

  it('though half of it is good', async () => {
    const before = await app.database.contents();
    const half = (at: number) => (at % 2 === 0 ? `${hz1},H-${at},2021-02-01,1` : `${hz1},H-${at},2022-02-01,1`);
    const report = await takeRows('orders', ...Array.from({ length: 40 }, (_, at) => half(at)));
    expect(report).toMatchObject({ rowsRead: 40, rowsAdded: 0, errorCount: 20 });
    expect(new Set(report.errors.map(({ code, row }) => `${code} ${row! % 2}`))).toEqual(new Set(['AGREEMENT_NOT_IN_FORCE 1']));
    expect(await app.database.contents()).toEqual(before);
  });

  it('though its rows are good one by one: together they are too many, the first ones first', async () => {
    const rowsOfFile = [`${hz1},O-2,E-1,2021-02-05,4`, `${hz1},O-2,E-2,2021-02-05,4`, `${hz1},O-2,E-3,2021-02-05,3`];
    expect(placesOf(await takeRows('deliveries', ...rowsOfFile))).toEqual(['3 quantity MORE_THAN_ORDERED']);
  });
});
