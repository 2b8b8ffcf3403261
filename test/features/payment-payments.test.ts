import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordBatch, recordedRows, rowRefusedWith } from '../support/build-batch.ts';
import { codesOf, named, supplied } from '../support/build-deliveries.ts';
import { data, record, recorded, refusedWith, type Row } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

let app: TestApp;
const deliveries = Array.from({ length: 20 }, (_, at) => ({ number: `D-${at}`, on: '2021-03-10', quantity: 100 }));
let next = 0;

/** A payable of 1,000.00 for 100 boxes, accepted on 2021-03-15 and due on 2021-04-30. */
async function owed() {
  const of = named('hz-1', `D-${next++}`);
  await recordedRows(app, 'acceptDeliveries', [{ ...of, acceptedOn: '2021-03-15', acceptedQuantity: 100, rejectedQuantity: 0 }]);
  return of;
}
const pay = (of: object, amount: string, paidOn: string, reference: string) => ({ ...of, amount, paidOn, reference });
const selection =
  'settledOn openAmount(asOf: "2026-11-21") paidAmount(asOf: "2026-11-21") status(asOf: "2026-11-21") overdueDays(asOf: "2026-11-21")';
const stands = (of: Row | null) => [of!['paidAmount'], of!['openAmount'], of!['status'], of!['overdueDays'], of!['settledOn']];
const lastOf = async (rows: object[]) => stands((await recordedRows(app, 'recordPayments', rows, { selection })).at(-1)!);

beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'hz-1': '330100', 'hz-2': '330100' });
  await supplied(app, { institution: 'hz-1', unitPrice: '10', deliveries });
});
afterAll(() => app.stop());

describe('recordPayments', () => {
  it('[RD1] [RD2] takes payments in parts, the due date included', async () => {
    const of = await owed();
    expect(await lastOf([pay(of, '400', '2021-04-01', 'V-1')])).toEqual(['400.00', '600.00', 'OVERDUE', 2031, null]);
    expect(await lastOf([pay(of, '0.01', '2021-04-29', 'V-2'), pay(of, '599.99', '2021-04-30', 'V-3')])).toEqual([
      '1000.00',
      '0.00',
      'SETTLED',
      0,
      '2021-04-30',
    ]);
  });

  it('[RD2] is settled on the day on which the entries reached the amount, in whatever order they were recorded', async () => {
    const of = await owed();
    expect(await lastOf([pay(of, '600', '2021-05-05', 'V-1')])).toEqual(['600.00', '400.00', 'OVERDUE', 2031, null]);
    expect(await lastOf([pay(of, '400', '2021-04-01', 'V-0')])).toEqual(['1000.00', '0.00', 'SETTLED_LATE', 5, '2021-05-05']);
  });

  it('refuses what is wrong with the figures and nothing changed', async () => {
    const of = await owed();
    const refused = async (row: object) => (await rowRefusedWith(app, 'recordPayments', row)).map(({ code, field }) => `${code} ${field}`);
    await recordedRows(app, 'recordPayments', [pay(of, '100', '2021-04-01', 'V-1')]);
    expect(await refused(pay(of, '900.01', '2021-04-01', 'V-2'))).toEqual(['PAYMENT_ABOVE_OPEN_AMOUNT amount']);
    const [above] = await rowRefusedWith(app, 'recordPayments', pay(of, '900.01', '2021-04-01', 'V-2'));
    expect([above!.rule, above!.facts]).toEqual([
      'payment.payment-limit',
      [
        { name: 'payment', value: '900.01', unit: 'yuan' },
        { name: 'open', value: '900.00', unit: 'yuan' },
        { name: 'payable', value: '1000.00', unit: 'yuan' },
      ],
    ]);
    expect(await refused(pay(of, '1', '2021-03-14', 'V-2'))).toEqual(['PAID_BEFORE_ACCEPTANCE paidOn']);
    expect(await refused(pay(of, '1', '2026-11-22', 'V-2'))).toEqual(['DATE_IN_FUTURE paidOn']);
    expect(await refused(pay(of, '1', '2021-04-01', 'V-1'))).toEqual(['REFERENCE_TAKEN reference']);
    expect(await refused(pay(of, '0', '2021-04-01', ' '))).toEqual(['MALFORMED_AMOUNT amount', 'MALFORMED_TEXT reference']);
    for (const amount of ['-1', '0.001', '99999999999999999']) {
      expect(await refused(pay(of, amount, '2021-04-01', 'V-2'))).toEqual(['MALFORMED_AMOUNT amount']);
    }
    expect(await refused(pay(of, '1', '2021-04-01', 'x'.repeat(121)))).toEqual(['MALFORMED_TEXT reference']);
    expect(await refused(pay({ ...of, orderNumber: 'none' }, '1', '2021-04-01', 'V-2'))).toEqual(['UNKNOWN_CODE deliveryNumber']);
    // [S1-14] no payable without acceptance
    expect(await refused(pay(named('hz-1', 'D-19'), '1', '2021-04-01', 'V-2'))).toEqual(['NOTHING_PAYABLE deliveryNumber']);
  });

  it('adds up the rows of one batch', async () => {
    const of = await owed();
    const rows = [
      pay(of, '600', '2021-04-01', 'V-1'),
      pay(of, '400.01', '2021-04-01', 'V-2'),
      pay(of, '400', '2021-04-01', 'V-1'),
      pay(of, '400', '2021-04-02', 'V-3'),
    ];
    const some = await recordBatch(app, 'recordPayments', rows, { errorPolicy: 'REJECT_FAILED_ROWS', selection });
    expect(codesOf(some)).toEqual([[], ['PAYMENT_ABOVE_OPEN_AMOUNT amount'], ['REFERENCE_TAKEN reference'], []]);
    expect(stands(some.results[3]!.object)).toEqual(['1000.00', '0.00', 'SETTLED', 0, '2021-04-02']);
  });
});

describe('reversePayment', () => {
  const reversal = (of: object, paymentReference: string, reversedOn = '2021-06-01') => ({
    ...of,
    paymentReference,
    reversedOn,
    reason: '账号错误',
  });

  it('[RD2] raises what is open again by an entry of its own, and leaves past days as they were', async () => {
    const of = await owed();
    await recordedRows(app, 'recordPayments', [pay(of, '600', '2021-04-01', 'V-1'), pay(of, '400', '2021-04-02', 'V-2')]);
    const reversed = await recorded(app, 'reversePayment', reversal(of, 'V-1'), `${selection} id`);
    expect(stands(reversed)).toEqual(['400.00', '600.00', 'OVERDUE', 2031, null]);
    const { node } = await data<{ node: Record<string, unknown> }>(
      app,
      `query($id: ID!) { node(id: $id) { ... on Payable { before: status(asOf: "2021-05-31") paid: paidAmount(asOf: "2021-05-31")
        after: status(asOf: "2021-06-01") entries { nodes { kind amount occurredOn reference reason } } } } }`,
      { id: reversed.id },
      { role: 'AUDITOR' },
    );
    expect(node).toEqual({
      before: 'SETTLED',
      paid: '1000.00',
      after: 'OVERDUE',
      entries: {
        nodes: [
          { kind: 'PAYMENT', amount: '600.00', occurredOn: '2021-04-01', reference: 'V-1', reason: null },
          { kind: 'PAYMENT', amount: '400.00', occurredOn: '2021-04-02', reference: 'V-2', reason: null },
          { kind: 'REVERSAL', amount: '600.00', occurredOn: '2021-06-01', reference: 'V-1', reason: '账号错误' },
        ],
      },
    });
    // The first one stood until it was taken back: nothing was open on the days before.
    const [early] = (await recordBatch(app, 'recordPayments', [pay(of, '600', '2021-05-31', 'V-3')])).results;
    expect(early!.userErrors).toMatchObject([{ code: 'PAYMENT_ABOVE_OPEN_AMOUNT', rule: 'payment.payment-limit' }]);
    expect(early!.userErrors[0]!.facts.find(({ name }) => name === 'open')).toMatchObject({ value: '0.00' });
    expect(await lastOf([pay(of, '600', '2021-06-02', 'V-3')])).toEqual(['1000.00', '0.00', 'SETTLED_LATE', 33, '2021-06-02']);
  });

  it('[RD2] of a payment that never stood leaves its days free: taken back on its own day, paid anew for a day in time', async () => {
    const of = await owed();
    await recordedRows(app, 'recordPayments', [pay(of, '600', '2021-04-01', 'V-1'), pay(of, '400', '2021-04-02', 'V-2')]);
    await recorded(app, 'reversePayment', reversal(of, 'V-1', '2021-04-01'));
    expect(await lastOf([pay(of, '600', '2021-04-03', 'V-3')])).toEqual(['1000.00', '0.00', 'SETTLED', 0, '2021-04-03']);
  });

  it('refuses a second reversal, a wrong day, an unknown payment and a missing reason', async () => {
    const of = await owed();
    await recordedRows(app, 'recordPayments', [pay(of, '600', '2021-04-01', 'V-1')]);
    const refused = async (input: object) => (await refusedWith(app, 'reversePayment', input)).map(({ code, field }) => `${code} ${field}`);
    expect(await refused(reversal(of, 'V-1', '2021-03-31'))).toEqual(['REVERSED_BEFORE_PAYMENT reversedOn']);
    expect(await refused(reversal(of, 'V-1', '2026-11-22'))).toEqual(['DATE_IN_FUTURE reversedOn']);
    expect(await refused({ ...reversal(of, 'V-9'), reason: ' ' })).toEqual(['MALFORMED_TEXT reason', 'UNKNOWN_CODE paymentReference']);
    expect(await refused(reversal({ ...of, deliveryNumber: 'none' }, 'V-1'))).toEqual(['UNKNOWN_CODE deliveryNumber']);
    expect(await refused(reversal(named('hz-1', 'D-19'), 'V-1'))).toEqual(['NOTHING_PAYABLE deliveryNumber']);
    await recorded(app, 'reversePayment', reversal(of, 'V-1'));
    expect(await refused(reversal(of, 'V-1'))).toEqual(['ALREADY_REVERSED paymentReference']);
  });
});

describe('returnGoods', () => {
  const back = (of: object, quantity: number, returnedOn = '2021-04-10') => ({ ...of, quantity, returnedOn, reason: '近效期' });

  it('[S1-13] lowers what is owed; the rest is paid', async () => {
    const of = await owed();
    expect(stands(await recorded(app, 'returnGoods', back(of, 30), selection))).toEqual(['0.00', '700.00', 'OVERDUE', 2031, null]);
    expect(await lastOf([pay(of, '700', '2021-04-20', 'V-1')])).toEqual(['700.00', '0.00', 'SETTLED', 0, '2021-04-20']);
    const { rows } = await app.database.pool.query(
      `select d.returned_quantity::int as returned, r.quantity::int as quantity, e.amount::text as lowered
       from delivery d join goods_return r on r.delivery_id = d.id join payable_entry e on e.reference = r.id::text where d.number = $1`,
      [of.deliveryNumber],
    );
    expect(rows).toEqual([{ returned: 30, quantity: 30, lowered: '300.00' }]);
  });

  it('refuses more than is there, a wrong day, and goods that are paid for until the payment is reversed', async () => {
    const of = await owed();
    const refused = async (input: object) => (await refusedWith(app, 'returnGoods', input)).map(({ code, field }) => `${code} ${field}`);
    expect(await refused(back(of, 101))).toEqual(['RETURN_ABOVE_ACCEPTED quantity']);
    expect(await refused(back(of, 1, '2021-03-14'))).toEqual(['RETURNED_BEFORE_ACCEPTANCE returnedOn']);
    expect(await refused({ ...back(of, 0, '2026-11-22'), reason: '' })).toEqual([
      'MALFORMED_TEXT reason',
      'QUANTITY_NOT_POSITIVE quantity',
      'DATE_IN_FUTURE returnedOn',
    ]);
    expect(await refused(back({ ...of, deliveryNumber: 'none' }, 1))).toEqual(['UNKNOWN_CODE deliveryNumber']);
    expect(await refused(back(named('hz-1', 'D-19'), 1))).toEqual(['NOTHING_PAYABLE deliveryNumber']);
    await recorded(app, 'returnGoods', back(of, 40));
    expect(await refused(back(of, 61))).toEqual(['RETURN_ABOVE_ACCEPTED quantity']);
    await recordedRows(app, 'recordPayments', [pay(of, '500', '2021-04-20', 'V-1')]);
    const [paid] = await refusedWith(app, 'returnGoods', back(of, 60));
    expect(paid).toMatchObject({
      code: 'RETURN_OF_PAID_GOODS',
      facts: [
        { name: 'returned', value: '600.00' },
        { name: 'open', value: '100.00' },
        { name: 'toReverse', value: '500.00' },
      ],
    });
    await recorded(app, 'reversePayment', { ...of, paymentReference: 'V-1', reversedOn: '2021-04-21', reason: '退货' });
    expect(stands(await recorded(app, 'returnGoods', back(of, 60, '2021-04-22'), selection))).toEqual([
      '0.00',
      '0.00',
      'SETTLED',
      0,
      '2021-04-22',
    ]);
  });
});

describe('rights', () => {
  it('are the institution’s own, or an expert’s; nobody else’s', async () => {
    const of = await owed();
    const others = [
      enterpriseOf('microport'),
      agencyOf('330100'),
      { role: 'AUDITOR' },
      { role: 'APPROVER' },
      { role: 'SETTLEMENT' },
      {},
    ] as const;
    const payment = [pay(of, '1', '2021-04-01', 'V-1')];
    const reversal = { ...of, paymentReference: 'V-1', reversedOn: '2021-04-02', reason: '账号错误' };
    const goods = { ...of, quantity: 1, returnedOn: '2021-04-02', reason: '近效期' };
    const before = await app.database.contents();
    for (const caller of others) {
      expect((await recordBatch(app, 'recordPayments', payment, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await record(app, 'reversePayment', reversal, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await record(app, 'returnGoods', goods, { caller })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    const caller = institutionOf('hz-2');
    expect(codesOf(await recordBatch(app, 'recordPayments', payment, { caller }))).toEqual([['UNKNOWN_CODE deliveryNumber']]);
    expect((await record(app, 'reversePayment', reversal, { caller })).userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
    expect((await record(app, 'returnGoods', goods, { caller })).userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
    expect(await app.database.contents()).toEqual(before);
    const own = institutionOf('hz-1');
    await recordedRows(app, 'recordPayments', payment, { caller: own });
    expect((await record(app, 'reversePayment', reversal, { caller: own })).userErrors).toEqual([]);
    expect((await record(app, 'returnGoods', goods, { caller: own })).userErrors).toEqual([]);
  });
});
