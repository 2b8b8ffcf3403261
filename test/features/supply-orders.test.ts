import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import {
  agencyOf,
  appointed,
  delivered,
  enterpriseOf,
  institutionOf,
  promised,
  signed,
  toSign,
  under,
  type PromiseGiven,
} from '../support/build-agreement.ts';
import { recordBatch, recordedRows, rowRefusedWith } from '../support/build-batch.ts';
import { data, record, recorded, refusedWith, type Row } from '../support/build-recorder.ts';

const given: PromiseGiven = {
  round: 'S1',
  product: 'resolute',
  price: '648',
  promised: {
    'hz-1': { area: '330100', quantity: 100 },
    'hz-2': { area: '330100', quantity: 50 },
    'nj-1': { area: '320100', quantity: 50 },
  },
};
const hz1 = under(given, 'hz-1');
const nj1 = under(given, 'nj-1');

const order = (more: object = {}) => ({ ...hz1, number: 'O-1', orderedOn: '2021-02-01', quantity: 60, ...more });
const delivery = (more: object = {}) => ({ ...hz1, orderNumber: 'O-1', number: 'D-1', deliveredOn: '2021-02-05', quantity: 20, ...more });

describe.each(inject('servers'))('orders and deliveries on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await promised(app, given);
    await recordedRows(
      app,
      'signAgreements',
      ['hz-1', 'hz-2', 'nj-1'].map((each) => toSign('S1', 'resolute', each)),
    );
  });
  afterAll(() => app.stop());

  const shown = async (number: string, selection: string, caller: object = { role: 'EXPERT', subject: 'expert-1' }) => {
    const document = `query($number: String!) { agreements(first: 1, filter: { number: { eq: $number } }) { nodes { ${selection} } } }`;
    const { agreements } = await data<{ agreements: { nodes: Record<string, unknown>[] } }>(app, document, { number }, caller);
    return agreements.nodes[0]!;
  };
  const codesOf = (refusals: readonly { code: string; field: string | null }[]) => refusals.map(({ code, field }) => `${code} ${field}`);

  it('[S1-10] takes no order before the winning enterprise has appointed a distributor', async () => {
    const [refusal, ...others] = await rowRefusedWith(app, 'placeOrders', order(), institutionOf('hz-1'));
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code: 'DISTRIBUTOR_MISSING', rule: 'supply.distributor-choice' });
  });

  it('[S1-10] lets the winning enterprise appoint, and nobody else', async () => {
    await appointed(app, 'S1', 'resolute', '330100', 'carrier');
    const input = { roundCode: 'S1', productCode: 'resolute', areaCode: '320100', distributorCode: 'carrier', effectiveFrom: '2021-01-20' };
    const before = await app.database.contents();
    for (const caller of [institutionOf('nj-1'), agencyOf('320100'), { role: 'EXPERT', subject: 'expert-1' } as const, undefined]) {
      const answer = await record(app, 'appointDistributor', input, { caller: caller ?? {} });
      expect(answer.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
    const other = await record(app, 'appointDistributor', input, { caller: enterpriseOf('microport') });
    expect([other.object, codesOf(other.userErrors)]).toEqual([null, ['NOT_THE_WINNER productCode']]);
    expect(await app.database.contents()).toEqual(before);
  });

  it.each([
    [{ distributorCode: 'resolute' }, ['NOT_A_DISTRIBUTOR distributorCode']],
    [
      { distributorCode: 'none', areaCode: '999999', productCode: 'none' },
      ['UNKNOWN_CODE productCode', 'UNKNOWN_CODE distributorCode', 'UNKNOWN_CODE areaCode'],
    ],
    [{ roundCode: 'R4' }, ['NOT_SELECTED productCode']],
    [{ effectiveFrom: '2026-11-22', reason: ' ' }, ['MALFORMED_TEXT reason', 'DATE_IN_FUTURE effectiveFrom']],
    [{ effectiveFrom: '2021-06-01' }, ['ALREADY_APPOINTED distributorCode']],
  ])('refuses the appointment %j', async (more, codes) => {
    const input = {
      roundCode: 'S1',
      productCode: 'resolute',
      areaCode: '330100',
      distributorCode: 'carrier',
      effectiveFrom: '2021-01-20',
      ...more,
    };
    const before = await app.database.contents();
    const { object, userErrors } = await record(app, 'appointDistributor', input, { caller: enterpriseOf('resolute') });
    expect([object, codesOf(userErrors)]).toEqual([null, codes]);
    expect(await app.database.contents()).toEqual(before);
  });

  it.each([
    [{ agreementNumber: 'none' }, ['AGREEMENT_NOT_FOUND agreementNumber']],
    [{ orderedOn: '2021-01-19' }, ['AGREEMENT_NOT_IN_FORCE orderedOn', 'DISTRIBUTOR_MISSING agreementNumber']],
    [{ orderedOn: '2022-01-20' }, ['AGREEMENT_NOT_IN_FORCE orderedOn']],
    [{ orderedOn: '2026-11-22' }, ['DATE_IN_FUTURE orderedOn', 'AGREEMENT_NOT_IN_FORCE orderedOn']],
    [{ quantity: 0, number: ' ' }, ['MALFORMED_TEXT number', 'QUANTITY_NOT_POSITIVE quantity']],
  ])('refuses the order %j', async (more, codes) => {
    expect(codesOf(await rowRefusedWith(app, 'placeOrders', order(more)))).toEqual(codes);
  });

  it('lets an institution order under its own agreements only, and says of another what it says of none', async () => {
    const [own] = await recordedRows(app, 'placeOrders', [order()], {
      caller: institutionOf('hz-1'),
      selection: 'number quantity distributor { code } agreement { number }',
    });
    expect(own).toMatchObject({
      number: 'O-1',
      quantity: 60,
      distributor: { code: 'carrier' },
      agreement: { number: '2021-hz-1-resolute' },
    });
    const [other] = await rowRefusedWith(app, 'placeOrders', order({ number: 'O-2' }), institutionOf('hz-2'));
    const [none] = await rowRefusedWith(app, 'placeOrders', order({ number: 'O-2', agreementNumber: 'none' }), institutionOf('hz-2'));
    expect(other!.message.replace('2021-hz-1-resolute', 'none')).toBe(none!.message);
    expect([other!.code, other!.rule]).toEqual(['AGREEMENT_NOT_FOUND', 'supply.agreement-parties']);
    for (const caller of [enterpriseOf('resolute'), agencyOf('330100'), { role: 'AUDITOR', subject: 'a' } as const])
      expect((await recordBatch(app, 'placeOrders', [order({ number: 'O-3' })], { caller })).errors.map(({ code }) => code)).toEqual([
        'FORBIDDEN',
      ]);
  });

  it('takes partial deliveries up to what was ordered, in one batch as in several', async () => {
    const caller = enterpriseOf('resolute');
    await recordedRows(app, 'recordDeliveries', [delivery(), delivery({ number: 'D-2', quantity: 30, deliveredOn: '2021-02-20' })], {
      caller,
    });
    const {
      results,
      recordedRows: count,
      refusedRows,
    } = await recordBatch(
      app,
      'recordDeliveries',
      [delivery({ number: 'D-3', quantity: 6 }), delivery({ number: 'D-4', quantity: 5 }), delivery({ number: 'D-5', quantity: 4 })],
      { caller, errorPolicy: 'REJECT_FAILED_ROWS', selection: 'number' },
    );
    expect([count, refusedRows]).toEqual([2, 1]);
    expect(results.map(({ object, userErrors }) => object?.['number'] ?? codesOf(userErrors))).toEqual([
      'D-3',
      ['MORE_THAN_ORDERED quantity'],
      'D-5',
    ]);
    const { orders } = (await shown('2021-hz-1-resolute', 'orders(first: 5) { nodes { quantity suppliedQuantity } }')) as {
      orders: { nodes: Row[] };
    };
    expect(orders.nodes).toEqual([{ quantity: 60, suppliedQuantity: 60 }]);
    const [full] = await rowRefusedWith(app, 'recordDeliveries', delivery({ number: 'D-6', quantity: 1 }), caller);
    expect(full).toMatchObject({ code: 'MORE_THAN_ORDERED', rule: 'supply.delivery-limit' });
    expect(full!.facts.map(({ name, value }) => [name, value])).toEqual([
      ['ordered', '60'],
      ['supplied', '60'],
      ['delivered', '1'],
    ]);
  });

  it('never lets two batches at once deliver more than was ordered', async () => {
    await recordedRows(app, 'placeOrders', [order({ number: 'O-9', quantity: 10 })]);
    const each = Array.from({ length: 8 }, (_, at) => [delivery({ orderNumber: 'O-9', number: `P-${at}`, quantity: 3 })]);
    const answers = await Promise.all(each.map((rows) => recordBatch(app, 'recordDeliveries', rows)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers.filter(({ recordedRows: count }) => count === 1)).toHaveLength(3);
    const { rows } = await app.database.pool.query(
      `select o.supplied_quantity::int as supplied, (select sum(quantity)::int from delivery d where d.order_id = o.id) as delivered
       from purchase_order o where o.number = 'O-9'`,
    );
    expect(rows).toEqual([{ supplied: 9, delivered: 9 }]);
  });

  it.each([
    [{ agreementNumber: 'none' }, ['AGREEMENT_NOT_FOUND agreementNumber']],
    [{ orderNumber: 'none' }, ['ORDER_NOT_FOUND orderNumber']],
    [{ deliveredOn: '2021-01-31', quantity: 1, number: 'D-9' }, ['DATE_BEFORE_PREVIOUS_ACT deliveredOn', 'MORE_THAN_ORDERED quantity']],
    [{ deliveredOn: '2026-11-22', quantity: 0 }, ['QUANTITY_NOT_POSITIVE quantity', 'DATE_IN_FUTURE deliveredOn', 'CODE_TAKEN number']],
  ])('refuses the delivery %j', async (more, codes) => {
    expect(codesOf(await rowRefusedWith(app, 'recordDeliveries', delivery(more)))).toEqual(codes);
  });

  it('lets an enterprise deliver under its own agreements only', async () => {
    const [refusal] = await rowRefusedWith(app, 'recordDeliveries', delivery({ number: 'D-7' }), enterpriseOf('microport'));
    expect(refusal!.code).toBe('AGREEMENT_NOT_FOUND');
    for (const caller of [institutionOf('hz-1'), agencyOf('330100')])
      expect(
        (await recordBatch(app, 'recordDeliveries', [delivery({ number: 'D-7' })], { caller })).errors.map(({ code }) => code),
      ).toEqual(['FORBIDDEN']);
  });

  it('refuses a number that is taken, on record and in the batch', async () => {
    expect(codesOf(await rowRefusedWith(app, 'placeOrders', order()))).toEqual(['CODE_TAKEN number']);
    const row = order({ ...nj1, number: 'T-1' });
    await appointed(app, 'S1', 'resolute', '320100', 'carrier');
    const { results } = await recordBatch(app, 'placeOrders', [row, row]);
    expect(results.map(({ userErrors }) => codesOf(userErrors))).toEqual([[], ['CODE_TAKEN number']]);
  });

  it('[S1-10] keeps the history of distributors: agreements follow, orders keep theirs', async () => {
    await appointed(app, 'S1', 'resolute', '330100', 'second', { effectiveFrom: '2021-06-01', payee: 'DISTRIBUTOR', reason: '扩大覆盖' });
    expect(await shown('2021-hz-1-resolute', 'payee distributor { code }')).toEqual({
      payee: 'DISTRIBUTOR',
      distributor: { code: 'second' },
    });
    const numbers = ['2021-05-31', '2021-06-01'].map((orderedOn, at) => order({ number: `H-${at}`, orderedOn, quantity: 1 }));
    const placed = await recordedRows(app, 'placeOrders', numbers, { selection: 'distributor { code }' });
    expect(placed.map((each) => each['distributor'])).toEqual([{ code: 'carrier' }, { code: 'second' }]);

    const end = (more: object) => ({
      roundCode: 'S1',
      productCode: 'resolute',
      areaCode: '330100',
      distributorCode: 'second',
      reason: '合作终止',
      effectiveTo: '2021-07-01',
      ...more,
    });
    const ended = (more: object) =>
      record(app, 'endDistributorAppointment', end(more), {
        caller: enterpriseOf('resolute'),
        selection: 'effectiveFrom effectiveTo reason',
      });
    const before = await app.database.contents();
    const refusals: [object, string[]][] = [
      [{ distributorCode: 'resolute' }, ['NOT_A_DISTRIBUTOR distributorCode']],
      [{ areaCode: '110000' }, ['NOT_APPOINTED distributorCode']],
      [{ effectiveTo: '2021-06-01' }, ['DATE_BEFORE_PREVIOUS_ACT effectiveTo']],
      [{ effectiveTo: '2026-11-22', reason: ' ' }, ['MALFORMED_TEXT reason', 'DATE_IN_FUTURE effectiveTo']],
    ];
    for (const [more, codes] of refusals) expect([more, codesOf((await ended(more)).userErrors)]).toEqual([more, codes]);
    expect(
      (await record(app, 'endDistributorAppointment', end({}), { caller: enterpriseOf('microport') })).userErrors.map(({ code }) => code),
    ).toEqual(['NOT_THE_WINNER']);
    expect(await app.database.contents()).toEqual(before);
    expect((await ended({})).object).toMatchObject({ effectiveFrom: '2021-06-01', effectiveTo: '2021-07-01', reason: '合作终止' });
    expect(await shown('2021-hz-1-resolute', 'payee distributor { code }')).toEqual({
      payee: 'ENTERPRISE',
      distributor: { code: 'carrier' },
    });
    const history = await data<{ distributorAppointments: { nodes: Row[] } }>(
      app,
      `{ distributorAppointments(first: 9, filter: { areaCode: { eq: "330100" } }) { nodes { effectiveFrom effectiveTo payee distributor { code } enterprise { code } } } }`,
      {},
      institutionOf('hz-2'),
    );
    expect(history.distributorAppointments.nodes).toEqual([
      {
        effectiveFrom: '2021-06-01',
        effectiveTo: '2021-07-01',
        payee: 'DISTRIBUTOR',
        distributor: { code: 'second' },
        enterprise: { code: 'resolute' },
      },
      {
        effectiveFrom: '2021-01-20',
        effectiveTo: null,
        payee: 'ENTERPRISE',
        distributor: { code: 'carrier' },
        enterprise: { code: 'resolute' },
      },
    ]);
  });

  it('refuses to end an agreement before an order that was placed under it', async () => {
    const refusals = await refusedWith(app, 'amendAgreement', { ...hz1, inForceTo: '2021-06-01', reason: '提前终止' });
    expect(codesOf(refusals)).toEqual(['DATE_BEFORE_PREVIOUS_ACT inForceTo']);
    expect(await recorded(app, 'amendAgreement', { ...hz1, inForceTo: '2021-06-02', reason: '提前终止' }, 'inForceTo')).toMatchObject({
      inForceTo: '2021-06-02',
    });
  });
});

describe('progress of an agreement', () => {
  const stents: PromiseGiven = {
    round: 'S1',
    product: 'stent',
    price: '700',
    promised: { 'hz-1': { area: '330100', quantity: 1_070_000 }, 'hz-2': { area: '330100', quantity: 1000 } },
  };
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await signed(app, stents);
    await delivered(app, stents, 'hz-1', [
      { number: '1', orderedOn: '2021-01-21', deliveredOn: '2021-02-01', quantity: 600_000 },
      { number: '2', orderedOn: '2021-05-01', deliveredOn: '2021-06-01', quantity: 1_380_000 },
    ]);
    await delivered(app, stents, 'hz-2', [{ number: '1', orderedOn: '2021-01-21', deliveredOn: '2021-02-01', quantity: 1000 }]);
    // Acceptance is recorded by payment; what follows from it is shown here.
    await app.database.pool.query(`
      update delivery set acceptance_recorded_at = now(), accepted_on = delivered_on + 10, accepted_quantity = 600000, rejected_quantity = 0 where number = '1' and quantity = 600000;
      update delivery set acceptance_recorded_at = now(), accepted_on = '2021-08-31', accepted_quantity = 510000, rejected_quantity = 870000, rejection_reason = '未使用' where number = '2';
      update delivery set acceptance_recorded_at = now(), accepted_on = '2021-07-20', accepted_quantity = 400, rejected_quantity = 600, rejection_reason = '破损' where quantity = 1000;
      update delivery set returned_quantity = 10000 where number = '2';
      insert into goods_return (area_code, id, delivery_id, agreement_id, returned_on, quantity, reason, provenance, confidence)
        select area_code, gen_random_uuid(), id, agreement_id, '2021-09-15', 10000, '近效期', 'test', 'HIGH' from delivery where number = '2'`);
  });
  afterAll(() => app.stop());

  const figures = `asOf orderedQuantity deliveredQuantity acceptedQuantity rejectedQuantity returnedQuantity purchasedQuantity completionRatio timeProgressRatio
    shortfallQuantity aboveAgreedQuantity orderedAboveAgreedQuantity isBehind reachedOn`;
  const progress = async (institution: string, asOf: string, selection = figures) => {
    const document = `query($institution: String!, $asOf: Date!) { agreements(first: 1, filter: { institutionCode: { eq: $institution } }) { nodes { progress(asOf: $asOf) { ${selection} } } } }`;
    const { agreements } = await data<{ agreements: { nodes: { progress: Row }[] } }>(
      app,
      document,
      { institution, asOf },
      enterpriseOf('stent'),
    );
    return agreements.nodes[0]!.progress;
  };

  it('[RJ1] [S0-9] [RJ3] sums the movements up to the day, that day too, whatever came later', async () => {
    expect(await progress('hz-1', '2021-01-20')).toMatchObject({
      orderedQuantity: 0,
      completionRatio: '0.0000',
      timeProgressRatio: '0.0027',
      reachedOn: null,
      shortfallQuantity: 1_070_000,
    });
    expect(await progress('hz-1', '2021-02-10')).toMatchObject({
      orderedQuantity: 600_000,
      deliveredQuantity: 600_000,
      acceptedQuantity: 0,
    });
    expect(await progress('hz-1', '2021-02-11')).toMatchObject({
      acceptedQuantity: 600_000,
      completionRatio: '0.5607',
      shortfallQuantity: 470_000,
      reachedOn: '2021-03-02',
    });
    expect(await progress('hz-1', '2021-08-31')).toEqual({
      asOf: '2021-08-31',
      orderedQuantity: 1_980_000,
      deliveredQuantity: 1_980_000,
      acceptedQuantity: 1_110_000,
      rejectedQuantity: 870_000,
      returnedQuantity: 0,
      purchasedQuantity: 1_110_000,
      completionRatio: '1.0374',
      timeProgressRatio: '0.6137',
      shortfallQuantity: 0,
      aboveAgreedQuantity: 40_000,
      orderedAboveAgreedQuantity: 910_000,
      isBehind: false,
      reachedOn: '2021-08-23',
    });
  });

  it('[E40] [RJ1] counts what came back as not purchased', async () => {
    // 1,100,000 of 1,070,000, as the stents of 2021; the time of a year that began on 20 January.
    expect(await progress('hz-1', '2021-09-15')).toMatchObject({
      returnedQuantity: 10_000,
      purchasedQuantity: 1_100_000,
      completionRatio: '1.0280',
      aboveAgreedQuantity: 30_000,
    });
  });

  it('[RJ2] warns below 80 % of the time progress, and says why', async () => {
    // 400 of 1,000 are bought on the 182nd day of 365; 80 % of the time progress are 400 on the 182.5th.
    expect(await progress('hz-2', '2021-07-20', 'completionRatio timeProgressRatio isBehind')).toEqual({
      completionRatio: '0.4000',
      timeProgressRatio: '0.4986',
      isBehind: false,
    });
    expect(await progress('hz-2', '2021-07-21', 'completionRatio timeProgressRatio isBehind')).toEqual({
      completionRatio: '0.4000',
      timeProgressRatio: '0.5014',
      isBehind: true,
    });
    const { explanation, shortfallExplanation } = await progress(
      'hz-2',
      '2021-07-21',
      'explanation { rule sentence } shortfallExplanation { rule sentence }',
    );
    expect(explanation).toEqual({
      rule: 'supply.completion-progress',
      sentence: '40.00 % of the agreed quantity is purchased after 50.14 % of the year.',
    });
    expect(shortfallExplanation).toEqual({ rule: 'supply.shortfall', sentence: 'Of 1000 agreed 400 were purchased; 600 are missing.' });
  });

  it('[S0-9] shows the shortfall when the year is over', async () => {
    expect(await progress('hz-2', '2022-01-19', 'timeProgressRatio shortfallQuantity')).toEqual({
      timeProgressRatio: '1.0000',
      shortfallQuantity: 600,
    });
  });

  it('[RI3] watches response time, delivery time and how much came', async () => {
    const document = `query($asOf: Date!) { agreements(first: 1, filter: { institutionCode: { eq: "hz-1" } }) { nodes {
      supplyIndicators(asOf: $asOf) { asOf responseDays deliveryDays fillRate } } } }`;
    const on = async (asOf: string) =>
      (await data<{ agreements: { nodes: Row[] } }>(app, document, { asOf }, agencyOf('330100'))).agreements.nodes[0]!['supplyIndicators'];
    expect(await on('2021-01-31')).toEqual({ asOf: '2021-01-31', responseDays: null, deliveryDays: null, fillRate: '0.0000' });
    expect(await on('2021-05-31')).toEqual({ asOf: '2021-05-31', responseDays: '11.00', deliveryDays: '11.00', fillRate: '0.3030' });
    // (11 × 600,000 + 31 × 1,380,000) ÷ 1,980,000
    expect(await on('2021-06-01')).toEqual({ asOf: '2021-06-01', responseDays: '21.00', deliveryDays: '24.94', fillRate: '1.0000' });
  });

  it('shows every movement as an entry of one ledger, by day', async () => {
    const document = `{ agreements(first: 1, filter: { institutionCode: { eq: "hz-1" } }) { nodes { quantityEntries(first: 20) { totalCount nodes { kind quantity occurredOn reference } } } } }`;
    const { agreements } = await data<{ agreements: { nodes: { quantityEntries: { totalCount: number; nodes: Row[] } }[] } }>(
      app,
      document,
      {},
      institutionOf('hz-1'),
    );
    const { totalCount, nodes } = agreements.nodes[0]!.quantityEntries;
    expect([totalCount, nodes.map((each) => [each['kind'], each['quantity'], each['occurredOn'], each['reference']])]).toEqual([
      8,
      [
        ['ORDERED', 600_000, '2021-01-21', '1'],
        ['DELIVERED', 600_000, '2021-02-01', '1'],
        ['ACCEPTED', 600_000, '2021-02-11', '1'],
        ['ORDERED', 1_380_000, '2021-05-01', '2'],
        ['DELIVERED', 1_380_000, '2021-06-01', '2'],
        ['ACCEPTED', 510_000, '2021-08-31', '2'],
        ['REJECTED', 870_000, '2021-08-31', '2'],
        ['RETURNED', 10_000, '2021-09-15', '近效期'],
      ],
    ]);
  });

  it('shows movements to nobody who has no part in the agreement', async () => {
    const document = '{ agreements(first: 9) { nodes { orders(first: 9) { totalCount } deliveries(first: 9) { totalCount } } } }';
    for (const caller of [
      enterpriseOf('microport'),
      institutionOf('nj-9'),
      agencyOf('320100'),
      { role: 'SETTLEMENT', subject: 's' } as const,
    ])
      expect(await data(app, document, {}, caller)).toEqual({ agreements: { nodes: [] } });
  });

  it('lists the orders and deliveries of all agreements that a caller sees, and which of them wait for acceptance', async () => {
    const document =
      '{ orders { totalCount } deliveries { totalCount } waiting: deliveries(filter: { acceptedOn: { isNull: true } }) { totalCount } }';
    const counts = async (caller: object) =>
      Object.values(await data<Record<string, { totalCount: number }>>(app, document, {}, caller)).map(({ totalCount }) => totalCount);
    const { rows } = await app.database.pool.query<{ n: number[] }>(`select array[(select count(*)::int from purchase_order),
      (select count(*)::int from delivery), (select count(*)::int from delivery where accepted_on is null)] as n`);
    expect(await counts({ role: 'AUDITOR' })).toEqual(rows[0]!.n);
    expect(await counts(institutionOf('hz-1'))).toEqual([2, 2, 0]);
    for (const caller of [institutionOf('nj-9'), agencyOf('320100'), {}]) expect(await counts(caller)).toEqual([0, 0, 0]);
  });
});
