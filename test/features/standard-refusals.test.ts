import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, record } from '../support/build-recorder.ts';
import { holders } from '../support/build-round.ts';
import { approvedOf, capOf, traded } from '../support/build-standard.ts';

/** SYNTHETIC: stents that nobody selected, made for the test. */
const stent = 'SYNTHETIC-STENT';
const area = '330100';
const own = (...steps: [string, string][]) => ({
  mode: 'OWN_STEPS',
  steps: steps.map(([effectiveFrom, amount]) => ({ effectiveFrom, amount })),
});

let app: TestApp;
let contents: Record<string, string>;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'STENT', [stent, 'SYNTHETIC-BARE']);
  await traded(app, area, { productCode: stent, price: '2990' });
  await traded(app, area, { productCode: 'FIREBIRD2', price: '590' });
  // Another area's price is no ground here, nor is one per another unit, nor one of a later day.
  await traded(app, '330200', { productCode: 'SYNTHETIC-BARE', price: '2990' });
  await traded(app, area, { productCode: 'SYNTHETIC-BARE', price: '2990', priceUnit: '盒' });
  await traded(app, area, { productCode: 'SYNTHETIC-BARE', price: '2990', tradedOn: '2021-02-01' });
  contents = await app.database.contents();
});
afterAll(() => app.stop());

const cases: [string, string, object, string[], string?][] = [
  [
    '[S1-18] a cap without transaction prices',
    'proposeConvergence',
    capOf('SYNTHETIC-BARE', area),
    ['CAP_WITHOUT_TRANSACTIONS productCode'],
  ],
  ['[S1-18] a cap of another area', 'proposeConvergence', capOf(stent, area), ['OTHER_AREA areaCode'], '330200'],
  ['[S1-19] a cap of a selected product', 'proposeConvergence', capOf('FIREBIRD2', area), ['PRODUCT_SELECTED productCode']],
  ['[S1-19] a cap of a product out of scope', 'proposeConvergence', capOf(stent, area, { isInScope: false }), ['OUT_OF_SCOPE isInScope']],
  [
    '[S1-19] a cap of a drug',
    'proposeConvergence',
    capOf('irbesartan-75mg', area, own(['2023-01-31', '798'])),
    ['NOT_A_STENT productCode', 'CAP_WITHOUT_TRANSACTIONS productCode'],
  ],
  [
    'a cap before the result is in effect',
    'proposeConvergence',
    capOf(stent, area, { startsOn: '2021-01-30' }),
    ['ROUND_NOT_IN_EFFECT startsOn'],
  ],
  ['a cap after the term', 'proposeConvergence', capOf(stent, area, { startsOn: '2023-01-31' }), ['ROUND_NOT_IN_EFFECT startsOn']],
  [
    'a cap beyond the calendar',
    'proposeConvergence',
    capOf(stent, area, { startsOn: '2999-12-31' }),
    ['ROUND_NOT_IN_EFFECT startsOn', 'CONVERGENCE_NOT_RULED startsOn'],
  ],
  [
    'a cap that goes by a round without prices',
    'proposeConvergence',
    capOf(stent, area, { roundCode: 'R11' }),
    ['START_NOT_ON_RECORD startsOn'],
  ],
  [
    'a cap that goes by a round without prices, from a day',
    'proposeConvergence',
    capOf(stent, area, { roundCode: 'R11', startsOn: '2026-03-01' }),
    ['ROUND_NOT_IN_EFFECT startsOn', 'TARGET_NOT_ON_RECORD roundCode', 'CAP_WITHOUT_TRANSACTIONS productCode'],
  ],
  [
    '[E13] a schedule that ends at 800 against 798',
    'proposeConvergence',
    capOf(stent, area, own(['2021-09-30', '1800'], ['2022-05-31', '900'], ['2023-01-31', '800'])),
    ['CONVERGENCE_ENDS_ABOVE_TARGET steps'],
  ],
  [
    '[E14] a schedule that ends in month 25',
    'proposeConvergence',
    capOf(stent, area, own(['2022-01-31', '1800'], ['2023-02-28', '798'])),
    ['CONVERGENCE_ENDS_LATE steps'],
  ],
  [
    'a schedule that rises',
    'proposeConvergence',
    capOf(stent, area, own(['2022-01-31', '2851'], ['2023-01-31', '798'])),
    ['STEP_RISES steps.0'],
  ],
  [
    'a schedule out of order',
    'proposeConvergence',
    capOf(stent, area, own(['2022-01-31', '1800'], ['2022-01-31', '798'])),
    ['STEP_NOT_AFTER_PREVIOUS steps.1'],
  ],
  ['no steps of its own', 'proposeConvergence', capOf(stent, area, own()), ['CONVERGENCE_ENDS_ABOVE_TARGET steps']],
  [
    'steps that are computed',
    'proposeConvergence',
    capOf(stent, area, { ...own(['2022-01-31', '1']), mode: 'YEARS' }),
    ['STEPS_UNEXPECTED steps'],
  ],
  [
    'too many steps',
    'proposeConvergence',
    capOf(stent, area, own(...Array.from({ length: 101 }, (): [string, string] => ['2022-01-31', '1']))),
    ['TOO_MANY_STEPS steps'],
  ],
  [
    'amounts that are none',
    'proposeConvergence',
    capOf(stent, area, { capAmount: '0', source: '', ...own(['2022-01-31', '798.00001']) }),
    ['MALFORMED_TEXT source', 'MALFORMED_PRICE capAmount', 'MALFORMED_PRICE steps.0.amount'],
  ],
  [
    'a transaction price of nothing',
    'recordTransactionPrice',
    { productCode: 'nobody', tradedOn: '2026-11-22', price: '0', priceUnit: ' ', quantity: 0, source: '' },
    [
      'UNKNOWN_CODE productCode',
      'MALFORMED_TEXT priceUnit',
      'MALFORMED_TEXT source',
      'MALFORMED_PRICE price',
      'QUANTITY_NOT_POSITIVE quantity',
      'DATE_IN_FUTURE tradedOn',
    ],
  ],
  [
    'a result in effect before its opening, and ended before it begins',
    'putResultInEffect',
    { roundCode: 'GH-HD2020-1', effectiveFrom: '2020-11-04', effectiveTo: '2020-11-04', source: '通知' },
    ['SPAN_ENDS_BEFORE_START effectiveTo', 'BEFORE_OPENING effectiveFrom'],
  ],
];

describe('each refusal of a standard, with nothing changed', () => {
  it.each(cases)('%s', async (_title, act, input, expected, of = area) => {
    const { object, userErrors, errors } = await record(app, act, input, { caller: agencyOf(of) });
    expect({ object, errors, refused: userErrors.map(({ code, field }) => `${code} ${field}`) }).toEqual({
      object: null,
      errors: [],
      refused: expected,
    });
    for (const { message, messageZh } of userErrors) {
      expect(message).toMatch(/^\P{Script=Han}+\.$/u);
      expect(messageZh).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  const strangers: [string, Partial<Caller> | undefined][] = [
    ['an institution', { role: 'INSTITUTION', subject: 'i', institution: 'i' }],
    ['an enterprise', { role: 'ENTERPRISE', subject: 'e', enterprise: 'e' }],
    ['an expert', { role: 'EXPERT', subject: 'expert-1' }],
    ['an approver', approver],
    ['nobody in particular', undefined],
  ];
  it.each(strangers)('[S1-18] %s sets no cap and records no transaction price', async (_title, caller) => {
    const given = caller ?? { role: 'ANONYMOUS' };
    for (const [act, input] of [
      ['proposeConvergence', capOf(stent, area)],
      ['recordTransactionPrice', { productCode: stent, tradedOn: '2021-01-10', price: '1', priceUnit: '个', quantity: 1, source: 's' }],
    ] as const) {
      const { errors } = await record(app, act, input, { caller: given });
      expect([act, errors.map(({ code }) => code)]).toEqual([act, ['FORBIDDEN']]);
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  it('an agency neither sees nor withdraws what another proposed', async () => {
    const { object } = await record(app, 'proposeConvergence', capOf(stent, area), { caller: agencyOf(area) });
    const withdrawal = { proposalId: object!.id, decision: 'WITHDRAW' };
    const foreign = await record(app, 'decideProposal', withdrawal, { caller: agencyOf('330200') });
    expect(foreign.userErrors.map(({ code }) => code)).toEqual(['PROPOSAL_UNKNOWN']);
    const told = async (caller: Partial<Caller>) => JSON.stringify(await app.ask('{ proposals { totalCount } }', {}, caller));
    expect(await told(agencyOf('330200'))).toContain('"totalCount":0');
    expect(await told(agencyOf(area))).toContain('"totalCount":1');
    // The same person with an approver's account does not approve it either.
    const same = await record(
      app,
      'decideProposal',
      { proposalId: object!.id, decision: 'APPROVE' },
      {
        caller: { ...approver, person: `agency-${area}` },
      },
    );
    expect(same.userErrors.map(({ code }) => code)).toEqual(['OWN_PROPOSAL']);
    expect((await record(app, 'decideProposal', withdrawal, { caller: agencyOf(area) })).userErrors).toEqual([]);
  });

  it('a product that was selected since it was proposed makes the approval stale', async () => {
    await holders(app, 'STENT', ['SYNTHETIC-LATE']);
    await traded(app, area, { productCode: 'SYNTHETIC-LATE', price: '2990' });
    const { object } = await record(app, 'proposeConvergence', capOf('SYNTHETIC-LATE', area), { caller: agencyOf(area) });
    await app.database.pool.query(`
      insert into selected_product (id, round_id, lot_id, product_id, basis, experts, winning_price, price_unit, origin, provenance, confidence)
      select gen_random_uuid(), r.id, l.id, p.id, 'BIDDING', '{}', 500, '个', 'PUBLIC_SOURCE', 'SYNTHETIC: made for a test', 'SYNTHETIC'
      from round r join lot l on l.round_id = r.id join product p on p.code = 'SYNTHETIC-LATE' where r.code = 'GH-HD2020-1'`);
    const { userErrors } = await record(app, 'decideProposal', { proposalId: object!.id, decision: 'APPROVE' }, { caller: approver });
    expect(userErrors.map(({ code }) => code)).toEqual(['PROPOSAL_STALE', 'PRODUCT_SELECTED']);
  });

  it('a schedule may be set again, by the province for itself too', async () => {
    await traded(app, '330000', { productCode: stent, price: '2990' });
    await approvedOf(app, '330000', 'proposeConvergence', capOf(stent, '330000', { capAmount: '2000' }));
    await approvedOf(app, area, 'proposeConvergence', capOf(stent, area));
    const { data } = await app.ask<Record<string, { startAmount: string }>>(
      `{ province: convergenceSchedule(productCode: "${stent}", areaCode: "330000") { startAmount }
         city: convergenceSchedule(productCode: "${stent}", areaCode: "${area}") { startAmount }
         other: convergenceSchedule(productCode: "${stent}", areaCode: "330200") { startAmount } }`,
    );
    expect(data).toEqual({
      province: { startAmount: '2000.0000' },
      city: { startAmount: '2850.0000' },
      other: { startAmount: '2000.0000' },
    });
  });
});
