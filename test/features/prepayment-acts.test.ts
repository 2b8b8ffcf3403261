import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrepaymentDocument } from '../../schema/client/graphql.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { data, type Row } from '../support/build-recorder.ts';
import { accepted, agencyOf, agreements, asAgency, expectTrueLedger, hospital, movedAs, returned } from '../support/build-prepayment.ts';

const area = '330100';
const question = `query($code: String!, $year: Int!, $asOf: Date) { prepayment(institutionCode: $code, agreementYear: $year, asOf: $asOf) {
  agreementYear asOf agreedAmount minimumRatio requiredMinimum paidAmount missingAmount purchasedAmount offsetAmount returnedAmount carriedAmount
  balance status institution { code } explanation { rule inputs { name value } }
  entries(first: 50) { totalCount nodes { kind amount occurredOn reference fromAccount toAccount } } } }`;

describe('a prepayment', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  const standing = async (code: string, year = 2021, asOf: string | null = null) =>
    (await data<{ prepayment: Row | null }>(app, question, { code, year, asOf }, agencyOf(area))).prepayment;
  const given = (payeeCode: string, reference: string, on: string) => ({ payeeCode, agreementYear: 2021, reference, on });
  const of = (institutionCode: string, reference: string, on: string) => ({ institutionCode, agreementYear: 2021, reference, on });
  const prepay = (payeeCode: string, amount: string, more: object = {}) =>
    asAgency(app, area, 'recordPrepayment', { payeeCode, agreementYear: 2021, amount, reference: 'P-1', on: '2021-02-01', ...more });

  it('[S1-11] [RC1] [E01] is refused at 29.99 % with the figures, and accepted at 30 %', async () => {
    await hospital(app, 'e01', area, [{ quantity: 1000, unitPrice: '590' }]);
    expect(await standing('e01')).toMatchObject({
      agreedAmount: '590000.00',
      requiredMinimum: '177000.00',
      missingAmount: '177000.00',
      status: 'NONE',
    });
    const before = await app.database.contents();
    const refusal = await prepay('e01', '176941.00');
    expect(await app.database.contents()).toEqual(before);
    expect(refusal.userErrors).toEqual([
      expect.objectContaining({
        code: 'PREPAYMENT_BELOW_MINIMUM',
        field: 'amount',
        rule: 'payment.prepayment-minimum',
        facts: [
          { name: 'agreedAmount', value: '590000.00', unit: 'yuan' },
          { name: 'ratio', value: '30.00', unit: '%' },
          { name: 'requiredMinimum', value: '177000.00', unit: 'yuan' },
          { name: 'prepaid', value: '176941.00', unit: 'yuan' },
          { name: 'missing', value: '59.00', unit: 'yuan' },
        ],
      }),
    ]);
    expect((await prepay('e01', '177000.00')).object).toMatchObject({
      kind: 'PREPAID',
      amount: '177000.00',
      fromAccount: 'FUND',
      toAccount: 'ADVANCE',
      agreedAmount: '590000.00',
      explanation: { rule: 'payment.prepayment-minimum' },
    });
    expect(await standing('e01')).toMatchObject({
      paidAmount: '177000.00',
      balance: '177000.00',
      missingAmount: '0.00',
      minimumRatio: '0.3000',
      status: 'SUFFICIENT',
      institution: { code: 'e01' },
      entries: { totalCount: 1, nodes: [{ kind: 'PREPAID', amount: '177000.00', occurredOn: '2021-02-01', reference: 'P-1' }] },
    });
    // The day before it was paid nothing was.
    expect(await standing('e01', 2021, '2021-01-31')).toMatchObject({ paidAmount: '0.00', status: 'NONE' });
  });

  it('[RC2] [E05] is offset in four instalments as purchases progress', async () => {
    const [agreement] = await hospital(app, 'e05', area, [{ quantity: 59_000_000, unitPrice: '0.01' }]);
    expect((await prepay('e05', '177000.00')).object).not.toBeNull();
    const offset = (on: string) =>
      asAgency(app, area, 'offsetPrepayment', { institutionCode: 'e05', agreementYear: 2021, reference: `O ${on}`, on });
    expect((await offset('2021-03-01')).userErrors.map(({ code }) => code)).toEqual(['NOTHING_TO_OFFSET']);
    const instalments: unknown[] = [];
    for (const [quantity, on] of [
      [5_900_000, '2021-03-31'],
      [17_700_000, '2021-06-30'],
      [23_599_999, '2021-09-30'],
      [11_800_001, '2021-12-31'],
    ] as const) {
      await accepted(app, agreement!, quantity, on);
      const { object } = await offset(on);
      instalments.push(object!['amount']);
    }
    expect(instalments).toEqual(['17700.00', '53100.00', '70800.00', '35400.00']);
    expect(await standing('e05')).toMatchObject({ offsetAmount: '177000.00', purchasedAmount: '590000.00', balance: '0.00' });
    expect(await standing('e05', 2021, '2021-06-30')).toMatchObject({ offsetAmount: '70800.00', balance: '106200.00' });
  });

  it('[S1-11] [RC1] keeps what it was judged by when more is agreed later, and is topped up', async () => {
    const [agreement] = await hospital(app, 'grown', area, [{ quantity: 1000, unitPrice: '590' }]);
    const { id } = await movedAs(app, area, 'recordPrepayment', { ...given('grown', 'P-1', '2021-02-01'), amount: '177000.00' });
    await app.database.pool.query(
      `with a as (select * from agreement where id = $1), m as (
         insert into agreed_volume_amendment (area_code, id, agreed_volume_id, quantity_before, quantity_after, reason, recorded_by, recorded_at)
         select area_code, gen_random_uuid(), agreed_volume_id, 1000, 2000, '调整', 'test', '2021-06-15T10:00:00+08:00' from a)
       update agreed_volume v set quantity = 2000 from a where v.area_code = a.area_code and v.id = a.agreed_volume_id`,
      [agreement],
    );
    expect(await standing('grown')).toMatchObject({ requiredMinimum: '354000.00', missingAmount: '177000.00', status: 'BELOW_MINIMUM' });
    expect(await standing('grown', 2021, '2021-06-14')).toMatchObject({ requiredMinimum: '177000.00', status: 'SUFFICIENT' });
    const why = 'query($id: ID!) { node(id: $id) { ... on PrepaymentMovement { agreedAmount explanation { steps { value } } } } }';
    expect(await data(app, why, { id }, agencyOf(area))).toEqual({
      node: { agreedAmount: '590000.00', explanation: { steps: [{ value: '177000.00' }, { value: '0.00' }] } },
    });
    await movedAs(app, area, 'topUpPrepayment', { ...given('grown', 'T-1', '2021-07-01'), amount: '177000.00' });
    expect(await standing('grown')).toMatchObject({ paidAmount: '354000.00', missingAmount: '0.00', status: 'SUFFICIENT' });
    await expectTrueLedger(app);
  });

  it('[RC2] what is offset stays offset when goods go back, and the next instalment waits', async () => {
    const [agreement] = await hospital(app, 'back', area, [{ quantity: 1000, unitPrice: '590' }]);
    await movedAs(app, area, 'recordPrepayment', { ...given('back', 'P-1', '2021-02-01'), amount: '177000.00' });
    await accepted(app, agreement!, 500, '2021-03-01');
    expect(await movedAs(app, area, 'offsetPrepayment', of('back', 'O-1', '2021-03-01'))).toMatchObject({ amount: '88500.00' });
    await returned(app, agreement!, 100, '2021-04-01');
    const refused = await asAgency(app, area, 'offsetPrepayment', of('back', 'O-2', '2021-04-02'));
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['NOTHING_TO_OFFSET']);
    expect(await standing('back')).toMatchObject({ purchasedAmount: '236000.00', offsetAmount: '88500.00', balance: '88500.00' });
    await accepted(app, agreement!, 150, '2021-05-01');
    expect(await movedAs(app, area, 'offsetPrepayment', of('back', 'O-3', '2021-05-01'))).toMatchObject({ amount: '8850.00' });
    await expectTrueLedger(app);
  });

  it('[RC2] [RC3] the rest goes over to the next year, where it counts towards the minimum', async () => {
    const lines = [{ quantity: 1000, unitPrice: '590' }];
    const [agreement] = await hospital(app, 'over', area, lines);
    await agreements(app, { institution: 'over', year: 2022, lines });
    await movedAs(app, area, 'recordPrepayment', { ...given('over', 'P-1', '2021-02-01'), amount: '177000.00' });
    await accepted(app, agreement!, 800, '2021-12-01');
    await movedAs(app, area, 'offsetPrepayment', of('over', 'O-1', '2022-01-20'));
    const closed = await movedAs(app, area, 'closePrepayment', { ...of('over', 'C-1', '2022-01-20'), rest: 'CARRY_OVER' });
    expect(closed).toMatchObject({ kind: 'CARRIED_OVER', amount: '35400.00', fromAccount: 'ADVANCE', toAccount: 'OTHER_YEAR' });
    expect(await standing('over')).toMatchObject({ carriedAmount: '35400.00', balance: '0.00', status: 'CLOSED' });
    expect(await standing('over', 2022)).toMatchObject({
      paidAmount: '35400.00',
      missingAmount: '141600.00',
      status: 'BELOW_MINIMUM',
      entries: { nodes: [{ kind: 'CARRIED_IN', amount: '35400.00', fromAccount: 'OTHER_YEAR', toAccount: 'ADVANCE' }] },
    });
    const next = { ...given('over', 'P-2', '2022-02-01'), agreementYear: 2022 };
    const short = await asAgency(app, area, 'recordPrepayment', { ...next, amount: '141599.99' });
    expect(short.userErrors.map(({ code }) => code)).toEqual(['PREPAYMENT_BELOW_MINIMUM']);
    await movedAs(app, area, 'recordPrepayment', { ...next, amount: '141600.00' });
    expect(await standing('over', 2022)).toMatchObject({ paidAmount: '177000.00', status: 'SUFFICIENT' });
    await expectTrueLedger(app);
  });

  it('the contract’s Prepayment answers', async () => {
    const { data: answer, errors } = await app.ask(PrepaymentDocument, { institution: 'e01', year: 2021 }, agencyOf(area));
    expect(errors).toBeUndefined();
    expect(answer!.prepayment).toMatchObject({
      agreedAmount: '590000.00',
      minimumRatio: '0.3000',
      requiredMinimum: '177000.00',
      balance: '177000.00',
      entries: { nodes: [{ kind: 'PREPAID', reference: 'P-1' }] },
      explanation: { rule: 'payment.prepayment-minimum' },
    });
  });
});
