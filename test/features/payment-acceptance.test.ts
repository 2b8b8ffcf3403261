import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, testNow, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordBatch, recordedRows, rowRefusedWith } from '../support/build-batch.ts';
import { codesOf, named, supplied } from '../support/build-deliveries.ts';
import { recorded } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

let app: TestApp;
const deliveries = Array.from({ length: 20 }, (_, at) => ({ number: `D-${at}`, on: '2021-03-10', quantity: 1000 }));
let next = 0;
/** A delivery of 1,000 stents that came on 2021-03-10 and was not accepted yet. */
const fresh = () => named('hz-1', `D-${next++}`);
const check = (of: object, more: object = {}) => ({
  ...of,
  acceptedOn: '2021-03-31',
  acceptedQuantity: 1000,
  rejectedQuantity: 0,
  ...more,
});

beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'hz-1': '330100', 'hz-2': '330100', 'nj-1': '320100' });
  await recorded(app, 'recordEnterprise', { code: 'distributor', kind: 'DISTRIBUTOR', name: '配送' });
  await supplied(app, { institution: 'hz-1', deliveries });
  await supplied(app, {
    institution: 'nj-1',
    payee: 'DISTRIBUTOR',
    distributor: 'distributor',
    confidence: 'SYNTHETIC',
    deliveries: [{ number: 'N-1', on: '2021-03-10', quantity: 7 }],
  });
});
afterAll(() => app.stop());

const selection = `payable { amount dueOn acceptedOn settledOn openAmount(asOf: "2021-03-31") status(asOf: "2021-03-31") confidence payee { code }
  enterprise { code } institution { code } agreement { number } delivery { number } explanation { rule source { document clause } } }`;

describe('acceptDeliveries', () => {
  it('[S1-13] [S1-14] makes a payable of what was accepted, due at the end of the next month', async () => {
    const of = fresh();
    const [delivery] = await recordedRows(
      app,
      'acceptDeliveries',
      [check(of, { acceptedQuantity: 990, rejectedQuantity: 10, rejectionReason: '破损' })],
      { selection },
    );
    expect(delivery!['payable']).toEqual({
      amount: '584100.00',
      dueOn: '2021-04-30',
      acceptedOn: '2021-03-31',
      settledOn: null,
      openAmount: '584100.00',
      status: 'NOT_DUE',
      confidence: 'HIGH',
      payee: { code: 'microport' },
      enterprise: { code: 'microport' },
      institution: { code: 'hz-1' },
      agreement: { number: 'A-hz-1' },
      delivery: { number: of.deliveryNumber },
      explanation: {
        rule: 'payment.settlement-deadline',
        source: [expect.objectContaining({ clause: '"not exceed the end of the next month after the delivery acceptance"' })],
      },
    });
    // What was rejected may come again under its order.
    const { rows } = await app.database.pool.query('select supplied_quantity::int as supplied from purchase_order where quantity = 20000');
    expect(rows).toEqual([{ supplied: 19_990 }]);
  });

  it('[S1-13] pays the distributor where the agreement says so, and keeps demonstration data apart', async () => {
    const rows = [check(named('nj-1', 'N-1', '320100'), { acceptedQuantity: 7 })];
    const [delivery] = await recordedRows(app, 'acceptDeliveries', rows, { selection });
    expect(delivery!['payable']).toMatchObject({
      payee: { code: 'distributor' },
      enterprise: { code: 'microport' },
      confidence: 'SYNTHETIC',
    });
  });

  it('[S1-14] makes no payable of a delivery that was rejected whole, and none without acceptance', async () => {
    const rows = [check(fresh(), { acceptedQuantity: 0, rejectedQuantity: 1000, rejectionReason: '近效期' })];
    const [delivery] = await recordedRows(app, 'acceptDeliveries', rows, { selection: 'acceptedQuantity rejectedQuantity payable { id }' });
    expect(delivery).toMatchObject({ acceptedQuantity: 0, rejectedQuantity: 1000, payable: null });
    const { rows: unpaid } = await app.database.pool.query(
      'select count(*)::int as n from payable p join delivery d on d.id = p.id where d.accepted_on is null or d.accepted_quantity = 0',
    );
    expect(unpaid).toEqual([{ n: 0 }]);
  });

  it('refuses what is wrong in a row with nothing changed, all of it at once', async () => {
    const of = fresh();
    const refused = async (row: object) =>
      (await rowRefusedWith(app, 'acceptDeliveries', row)).map(({ code, field }) => `${code} ${field}`);
    expect(await refused(check({ ...of, deliveryNumber: 'none' }))).toEqual(['UNKNOWN_CODE deliveryNumber']);
    expect(await refused(check({ ...of, areaCode: '320100' }))).toEqual(['UNKNOWN_CODE deliveryNumber']);
    expect(await refused(check(of, { acceptedOn: '2021-03-09' }))).toEqual(['ACCEPTED_BEFORE_DELIVERY acceptedOn']);
    expect(await refused(check(of, { acceptedOn: '2022-01-01' }))).toEqual(['ACCEPTED_OUTSIDE_AGREEMENT acceptedOn']);
    expect(await refused(check(of, { acceptedOn: '2026-11-22' }))).toEqual([
      'DATE_IN_FUTURE acceptedOn',
      'ACCEPTED_OUTSIDE_AGREEMENT acceptedOn',
    ]);
    expect(await refused(check(of, { acceptedQuantity: 1001 }))).toEqual(['ACCEPTED_NOT_AS_DELIVERED acceptedQuantity']);
    expect(await refused(check(of, { acceptedQuantity: 999 }))).toEqual(['ACCEPTED_NOT_AS_DELIVERED acceptedQuantity']);
    expect(await refused(check(of, { acceptedQuantity: 999, rejectedQuantity: 1 }))).toEqual(['REJECTION_REASON_MISSING rejectionReason']);
    expect(await refused(check(of, { rejectionReason: '破损' }))).toEqual(['REJECTION_REASON_UNEXPECTED rejectionReason']);
    expect(await refused(check(of, { acceptedQuantity: 999, rejectedQuantity: 1, rejectionReason: ' ' }))).toEqual([
      'MALFORMED_TEXT rejectionReason',
    ]);
    await recordedRows(app, 'acceptDeliveries', [check(of)]);
    expect(await refused(check(of))).toEqual(['ALREADY_ACCEPTED deliveryNumber']);
  });

  it('takes the other rows of a batch where asked to, in the order of the input, and a delivery once', async () => {
    const [a, b] = [fresh(), fresh()];
    const rows = [check({ ...a, deliveryNumber: 'none' }), check(b), check(a), check(b)];
    const before = await app.database.contents();
    const all = await recordBatch(app, 'acceptDeliveries', rows);
    expect(all).toMatchObject({ recordedRows: 0, refusedRows: 2, userErrors: [{ code: 'BATCH_REFUSED' }] });
    expect(await app.database.contents()).toEqual(before);
    const some = await recordBatch(app, 'acceptDeliveries', rows, { errorPolicy: 'REJECT_FAILED_ROWS', selection: 'number' });
    expect(some).toMatchObject({ recordedRows: 2, refusedRows: 2, userErrors: [] });
    expect(codesOf(some)).toEqual([['UNKNOWN_CODE deliveryNumber'], [], [], ['ALREADY_ACCEPTED deliveryNumber']]);
    expect(some.results.map(({ object }) => object?.['number'] ?? null)).toEqual([null, b.deliveryNumber, a.deliveryNumber, null]);
  });

  it('is the institution’s own, or an expert’s; nobody else’s', async () => {
    const of = fresh();
    const by = (caller: object) => recordBatch(app, 'acceptDeliveries', [check(of)], { caller });
    for (const caller of [
      enterpriseOf('microport'),
      agencyOf('330100'),
      { role: 'AUDITOR' },
      { role: 'APPROVER' },
      { role: 'SETTLEMENT' },
      {},
    ] as const) {
      expect((await by(caller)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    // Another institution finds nothing there.
    const before = await app.database.contents();
    for (const code of ['hz-2', 'nj-1', 'none']) expect(codesOf(await by(institutionOf(code)))).toEqual([['UNKNOWN_CODE deliveryNumber']]);
    expect(await app.database.contents()).toEqual(before);
    expect(await by(institutionOf('hz-1'))).toMatchObject({ recordedRows: 1, errors: [] });
  });

  it('is told by the journal as it stands in the tables', async () => {
    const of = fresh();
    await recordedRows(app, 'acceptDeliveries', [check(of, { acceptedQuantity: 990, rejectedQuantity: 10, rejectionReason: '破损' })]);
    const { rows } = await app.database.pool.query<{ table: string; from: object | null; to: object }>(
      `select content::jsonb ->> 'table' as table, content::jsonb -> 'from' as from, content::jsonb -> 'to' as to from journal_record
       where content::jsonb ->> 'operation' = 'acceptDeliveries' and content::jsonb -> 'key' ->> 'area_code' = '330100' order by seq desc limit 3`,
    );
    expect(rows.map(({ table }) => table).toSorted()).toEqual(['delivery', 'payable', 'purchase_order']);
    expect(rows.find(({ table }) => table === 'delivery')).toMatchObject({
      from: { accepted_on: null, accepted_quantity: null, rejected_quantity: null, acceptance_recorded_at: null, rejection_reason: null },
      to: {
        accepted_on: '2021-03-31',
        accepted_quantity: '990',
        rejected_quantity: '10',
        acceptance_recorded_at: testNow.toISOString(),
        rejection_reason: '破损',
      },
    });
    expect(rows.find(({ table }) => table === 'payable')!.to).toMatchObject({
      amount: '584100.00',
      open_amount: '584100.00',
      due_on: '2021-04-30',
      settled_on: null,
    });
  });
});
