import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { approved, approver, data, recorded, refusedWith } from '../support/build-recorder.ts';
import { acts, signed, successOf, talkAt, talkDays } from '../support/build-negotiation.ts';
import { holders } from '../support/build-round.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'DRUG', ['maker', 'second', 'third', 'equal', 'again', 'fourth']);
});
afterAll(() => app.stop());

interface Outcome {
  id: string;
  basis: string;
  price: string;
  priceBefore: string | null;
  cutPercent: string | null;
  paymentScope: string;
  inForceFrom: string;
  inForceTo: string;
  continuousFrom: string;
  agreedQuantity: number | null;
  publishedOn: string | null;
  explanation: { rule: string; steps: { value: string }[] } | null;
  follows: { price: string } | null;
}
const outcomesOf = async (productCode: string, caller: Partial<Caller> | undefined = expert) => {
  const document = `query($code: String!) { negotiatedOutcomes(filter: { productCode: { eq: $code } }, orderBy: { field: IN_FORCE_FROM }) { nodes {
    id basis price priceBefore cutPercent paymentScope inForceFrom inForceTo continuousFrom agreedQuantity publishedOn
    explanation { rule steps { value } } follows { price } } } }`;
  return (await data<{ negotiatedOutcomes: { nodes: Outcome[] } }>(app, document, { code: productCode }, caller)).negotiatedOutcomes.nodes;
};
/** A talk of another enterprise than `maker`, with what it is to be given. */
const own = (code: string) => ({ productCode: code, enterpriseCodes: [code], delegates: [{ person: `of-${code}`, name: '代表' }] });
const delegateOf = (code: string): Partial<Caller> => ({ role: 'ENTERPRISE', subject: `of-${code}`, enterprise: code });

describe('[RH3] the outcome of a talk', () => {
  it('sets price, scope and two years, with the cut explained; a quantity where one is agreed', async () => {
    await talkAt(app, 'T-second', 'recordSecondQuote', { prepared: own('second') });
    await recorded(app, 'concludeNegotiation', { ...acts('T-second').concludeNegotiation, agreedQuantity: 1_000_000 });
    for (const caller of [expert, delegateOf('second'), approver]) expect((await signed(app, 'T-second', caller)).userErrors).toEqual([]);
    const [outcome] = await outcomesOf('second');
    expect(outcome).toMatchObject({
      basis: 'NEGOTIATION',
      price: '4.3600',
      priceBefore: '15.9600',
      cutPercent: '72.68',
      paymentScope: '成人2型糖尿病',
      inForceFrom: talkDays.from,
      inForceTo: talkDays.to,
      continuousFrom: talkDays.from,
      agreedQuantity: 1_000_000,
      explanation: { rule: 'negotiation.final-price', steps: [{ value: '72.68' }] },
    });
  });

  it('[S0-2] may be the price before: a cut of 0 %', async () => {
    const prepared = { ...own('equal'), priceBefore: '4.36' };
    await talkAt(app, 'T-equal', 'concludeNegotiation', { prepared });
    for (const caller of [approver, delegateOf('equal'), expert]) await signed(app, 'T-equal', caller);
    expect(await outcomesOf('equal')).toMatchObject([{ price: '4.3600', cutPercent: '0.00' }]);
  });

  it('is told to the public once it is published, and to nobody else before but its enterprise and those who check', async () => {
    const [outcome] = await outcomesOf('second');
    const seenBy = async () => {
      const callers = [undefined, delegateOf('third'), delegateOf('second'), approver, { role: 'SETTLEMENT', subject: 's' } as const];
      return Promise.all(
        callers.map(async (caller) => (await outcomesOf('second', caller ?? { role: 'AGENCY', subject: 'a', area: '330100' })).length),
      );
    };
    expect(await seenBy()).toEqual([0, 0, 1, 1, 0]);
    const standard = async (areaCode: string, asOf: string) => {
      const asked = `query($areaCode: String!, $asOf: Date!) {
        paymentStandard(productCode: "second", areaCode: $areaCode, asOf: $asOf) { amount basis validTo reason } }`;
      return (await data<{ paymentStandard: object }>(app, asked, { areaCode, asOf })).paymentStandard;
    };
    expect(await standard('330000', talkDays.from)).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
    const published = await recorded(app, 'publishNegotiatedOutcome', { outcomeId: outcome!.id }, 'publishedOn');
    // What is published is what the fund pays on in every area, from the first day of the agreement on.
    for (const area of ['330000', '330100', '660000'])
      expect(await standard(area, talkDays.from)).toEqual({
        amount: '4.3600',
        basis: 'NEGOTIATED_PRICE',
        validTo: talkDays.to,
        reason: null,
      });
    expect(await standard('330000', '2019-12-31')).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
    expect(await standard('330000', talkDays.to)).toMatchObject({ amount: null, reason: 'NOT_ON_RECORD' });
    expect(published['publishedOn']).toBe('2026-11-21');
    expect(await seenBy()).toEqual([1, 1, 1, 1, 1]);
    expect((await refusedWith(app, 'publishNegotiatedOutcome', { outcomeId: outcome!.id })).map(({ code }) => code)).toEqual([
      'ALREADY_PUBLISHED',
    ]);
  });

  it('does not stand beside another of the product', async () => {
    await talkAt(app, 'T-again', 'recordSecondQuote', { prepared: own('second') });
    const terms = acts('T-again').concludeNegotiation;
    const refusals = await refusedWith(app, 'concludeNegotiation', { ...terms, inForceFrom: '2021-12-31' });
    expect(refusals.map(({ code }) => code)).toEqual(['PERIOD_OVERLAPS']);
    await recorded(app, 'concludeNegotiation', { ...terms, inForceFrom: talkDays.to, price: '4.00' });
    for (const caller of [expert, delegateOf('second'), approver]) await signed(app, 'T-again', caller);
    // The next talk goes on where the last agreement ended: without a break since the first.
    expect(await outcomesOf('second')).toMatchObject([
      { price: '4.3600', follows: null },
      { price: '4.0000', follows: { price: '4.3600' }, continuousFrom: talkDays.from },
    ]);
  });

  it('[RH1] is none without the third signature, even where two agreed on the same days', async () => {
    for (const code of ['T-a', 'T-b']) {
      await talkAt(app, code, 'concludeNegotiation', { prepared: own('again') });
      for (const caller of [expert, delegateOf('again')]) await signed(app, code, caller);
    }
    expect(await outcomesOf('again')).toEqual([]);
    expect((await signed(app, 'T-a', approver)).userErrors).toEqual([]);
    const before = await app.database.contents();
    expect((await signed(app, 'T-b', approver)).userErrors.map(({ code }) => code)).toEqual(['PERIOD_OVERLAPS']);
    expect(await app.database.contents()).toEqual(before);
    expect(await outcomesOf('again')).toHaveLength(1);
  });
});

describe('a talk that fails', () => {
  const endOf = async (code: string) =>
    (
      await data<{ negotiation: { status: string; transitions: { action: string; toStatus: string; reason: string | null }[] } }>(
        app,
        'query($code: String!) { negotiation(code: $code) { status transitions { action toStatus reason } } }',
        { code },
        expert,
      )
    ).negotiation;

  it('[E30] above the corridor, in the same act as the second quote', async () => {
    await talkAt(app, 'F-1', 'recordSecondQuote', { second: '5.07' });
    const { status, transitions } = await endOf('F-1');
    expect([status, ...transitions.slice(-2).map(({ action }) => action)]).toEqual(['FAILED', 'quoteSecond', 'failByCorridor']);
  });

  it('[E30] but not at it', async () => {
    await talkAt(app, 'F-2', 'recordSecondQuote', { second: '5.06' });
    expect((await endOf('F-2')).status).toBe('BARGAINING');
  });

  it('[RH1] a first quote below the expected price is followed by a second one, which may be above the corridor', async () => {
    await talkAt(app, 'F-3', 'openExpectedPrice', { first: '3.00' });
    expect((await endOf('F-3')).status).toBe('FIRST_QUOTE');
    await recorded(app, 'recordSecondQuote', acts('F-3', { second: '5.07' }).recordSecondQuote);
    expect((await endOf('F-3')).status).toBe('FAILED');
  });

  it('in bargaining, or whenever a side goes, with the reason', async () => {
    for (const [code, last] of [
      ['F-4', 'recordSecondQuote'],
      ['F-5', 'recordFirstQuote'],
      ['F-6', null],
    ] as const) {
      await talkAt(app, code, last);
      await recorded(app, 'endNegotiation', { negotiationCode: code, reason: '企业退出谈判', on: talkDays.talk });
      expect((await endOf(code)).transitions.at(-1)).toEqual({ action: 'fail', toStatus: 'FAILED', reason: '企业退出谈判' });
    }
  });
});

describe('[RH4] a simple renewal', () => {
  let outcomeId: string;
  const figures = { actualSpend: '135.00', budget: '100.00' };
  const computed = async (on: string, more: object = {}) =>
    (
      await data<{ negotiatedRenewal: object }>(
        app,
        `query($id: ID!, $figures: RenewalFiguresInput!, $on: Date) { negotiatedRenewal(outcomeId: $id, figures: $figures, on: $on) {
          decision spendPercent increasePercent cutPercent standard explanation { rule inputs { name value unit } steps { value } } } }`,
        { id: outcomeId, figures: { ...figures, ...more }, on },
        expert,
      )
    ).negotiatedRenewal;

  beforeAll(async () => {
    outcomeId = (await successOf(app, 'R-1')).id;
  });

  it('[E31] is computed without recording anything, with its derivation', async () => {
    const before = await app.database.contents();
    expect(await computed('2022-01-01')).toMatchObject({
      decision: 'RENEW',
      spendPercent: '135.0000',
      increasePercent: null,
      cutPercent: '5.0000',
      standard: '4.1400',
      explanation: {
        rule: 'negotiation.renewal-cut',
        inputs: expect.arrayContaining([{ name: 'budget', value: '100.00', unit: 'yuan' }]),
        steps: [{ value: '135.0000' }, { value: '5' }, { value: '4.142' }, { value: '4.1400' }],
      },
    });
    expect(await computed('2022-01-01', { actualSpend: '110' })).toMatchObject({ standard: '4.3600', cutPercent: '0.0000' });
    expect(await computed('2022-01-01', { actualSpend: '200.01' })).toMatchObject({ decision: 'RENEGOTIATE', standard: null });
    expect(await app.database.contents()).toEqual(before);
  });

  it('[E31] is proposed by one and approved by another, and follows on the day on which the old one ends', async () => {
    await approved(app, 'renewNegotiatedOutcome', { outcomeId, ...figures, on: '2022-01-01' });
    expect(await outcomesOf('maker')).toMatchObject([
      { basis: 'NEGOTIATION', price: '4.3600', inForceTo: '2022-01-01' },
      {
        basis: 'SIMPLE_RENEWAL',
        price: '4.1400',
        priceBefore: '4.3600',
        inForceFrom: '2022-01-01',
        inForceTo: '2024-01-01',
        continuousFrom: '2020-01-01',
        paymentScope: '成人2型糖尿病',
        follows: { price: '4.3600' },
        explanation: { rule: 'negotiation.renewal-cut' },
      },
    ]);
    const refusals = await refusedWith(app, 'renewNegotiatedOutcome', { outcomeId, ...figures, on: '2022-01-01' });
    expect(refusals.map(({ code }) => code)).toEqual(['PERIOD_OVERLAPS']);
  });

  it('[RH4] is halved from the fourth continuous year on, with a wider scope after the cut of A', async () => {
    const [, second] = await outcomesOf('maker');
    const input = { outcomeId: second!.id, ...figures, budgetIncrease: '60.00', paymentScope: '成人2型糖尿病及心力衰竭', on: '2023-12-01' };
    await approved(app, 'renewNegotiatedOutcome', input);
    // 4.14 x (1 - 2.5 %) x (1 - 5 %): B is 60 / 135, above 40 %.
    expect((await outcomesOf('maker')).at(-1)).toMatchObject({
      price: '3.8300',
      inForceTo: '2026-01-01',
      paymentScope: '成人2型糖尿病及心力衰竭',
    });
  });
});

describe('[RH5] a bidding for a non-exclusive drug', () => {
  const input = (code: string, willingPrice: string) => ({
    code,
    willingPrice,
    bids: [
      { productCode: 'third', price: '9.00' },
      { productCode: 'fourth', price: '6.50' },
    ],
    paymentScope: '限二线用药',
    inForceFrom: '2023-03-01',
    on: '2023-01-05',
  });
  const bidding = `query($code: String!) { nonExclusiveBidding(code: $code) { isIncluded willingPrice lowestPrice paymentStandard genericName
    explanation { steps { value } } bids { price product { code } } outcomes { nodes { price } } } }`;
  const asked = async (code: string, caller: Partial<Caller> = expert) =>
    (await data<{ nonExclusiveBidding: object | null }>(app, bidding, { code }, caller)).nonExclusiveBidding;

  it('with every bid above the willing price includes nothing, and says so', async () => {
    await approved(app, 'recordNonExclusiveBidding', input('B-0', '6.49'));
    expect(await asked('B-0')).toMatchObject({ isIncluded: false, paymentStandard: null, outcomes: { nodes: [] } });
    expect(await outcomesOf('third')).toEqual([]);
  });

  it('makes the lowest bid the standard of each product, not below 70 % of the willing price', async () => {
    await approved(app, 'recordNonExclusiveBidding', input('B-1', '10.00'));
    expect(await asked('B-1')).toEqual({
      isIncluded: true,
      willingPrice: '10.0000',
      lowestPrice: '6.5000',
      paymentStandard: '7.0000',
      genericName: '通用名',
      explanation: { steps: [{ value: '6.5000' }, { value: '7.0000' }, { value: '7.0000' }] },
      bids: [
        { price: '9.0000', product: { code: 'third' } },
        { price: '6.5000', product: { code: 'fourth' } },
      ],
      outcomes: { nodes: [{ price: '7.0000' }, { price: '7.0000' }] },
    });
    expect(await outcomesOf('fourth')).toMatchObject([
      { basis: 'NON_EXCLUSIVE_BIDDING', price: '7.0000', inForceTo: '2025-03-01', explanation: null },
    ]);
  });

  it('tells what the fund was willing to pay to those who fix and check it', async () => {
    for (const caller of [
      delegateOf('third'),
      { role: 'AGENCY', subject: 'a', area: '330100' } as const,
      { role: 'SETTLEMENT', subject: 's' } as const,
    ])
      expect(await asked('B-1', caller)).toBeNull();
    expect(await asked('B-1', { role: 'AUDITOR', subject: 'auditor-1' })).not.toBeNull();
  });
});
