import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { data, record, recorded } from '../support/build-recorder.ts';
import { holders, productOf } from '../support/build-round.ts';
import { approvedOf, inEffect, standardOn } from '../support/build-standard.ts';

/** Shanghai, a city of the pilot. SYNTHETIC: the drugs that were not selected, their prices, and from when on. */
const area = '310000';
const [dear, twice, cheap, unproven] = ['SYNTHETIC-DEAR', 'SYNTHETIC-TWICE', 'SYNTHETIC-CHEAP', 'SYNTHETIC-UNPROVEN'] as const;
const genericName = '硫酸氢氯吡格雷片';

/** A drug beside clopidogrel, selected in the pilot at 3.18 a tablet. */
const drug = (productCode: string, priceBefore: string, more: object = {}) => ({
  productCode,
  areaCode: area,
  roundCode: '4+7',
  selectedProductCode: 'clopidogrel-75mg',
  priceBefore,
  priceBeforeSource: 'SYNTHETIC: made for a test',
  hasPassedEvaluation: true,
  source: '通知',
  ...more,
});

describe.each(inject('servers'))('drugs that were not selected, and negotiated ones, on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await holders(app, 'DRUG', ['SYNTHETIC-HOLDER']);
    const { product } = await data<{ product: { genericName: string } }>(app, '{ product(code: "clopidogrel-75mg") { genericName } }');
    expect(product.genericName).toBe(genericName);
    for (const code of [dear, twice, cheap, unproven]) await productOf(app, 'DRUG', 'SYNTHETIC-HOLDER', code, { genericName });
    await productOf(app, 'DRUG', 'SYNTHETIC-HOLDER', 'SYNTHETIC-TALKED');
    expect((await inEffect(app, area, { roundCode: '4+7', effectiveFrom: '2019-03-20', effectiveTo: '2020-04-30' })).userErrors).toEqual(
      [],
    );
  });
  afterAll(() => app.stop());

  const lookedUp =
    (product: string) =>
    (asOf: string, knownAt: string | null = null) =>
      standardOn(app, { product, area, asOf, knownAt });

  it('[RE3] [E17a] [E18] above twice the winning price: 70 % of its price, then by yearly steps to the winning price', async () => {
    await approvedOf(app, area, 'proposeDrugStandard', drug(dear, '7.00'));
    const on = lookedUp(dear);
    expect(await on('2019-03-19')).toMatchObject({ amount: null });
    expect(await on('2019-03-20')).toMatchObject({
      amount: '4.9000',
      basis: 'NON_SELECTED_DRUG',
      explanation: { rule: 'standard.non-selected-drug' },
    });
    expect(await on('2020-03-19')).toMatchObject({ amount: '4.9000' });
    expect(await on('2020-03-20')).toMatchObject({ amount: '4.0400' });
    expect(await on('2021-03-20')).toMatchObject({ amount: '3.1800', validTo: null });
    const { convergenceSchedule } = await data<{ convergenceSchedule: object }>(
      app,
      `{ convergenceSchedule(productCode: "${dear}", areaCode: "${area}") { basis priceBefore startAmount targetAmount deadline steps { amount } } }`,
    );
    expect(convergenceSchedule).toEqual({
      basis: 'NON_SELECTED_DRUG',
      priceBefore: '7.0000',
      startAmount: '4.9000',
      targetAmount: '3.1800',
      deadline: '2022-03-20',
      steps: [{ amount: '4.0400' }, { amount: '3.1800' }],
    });
  });

  it('[RE3] [E17c] [T15] at twice: the winning price; cheaper: the actual price; without the evaluation: the winning price at once', async () => {
    await approvedOf(app, area, 'proposeDrugStandard', drug(twice, '6.36'));
    await approvedOf(app, area, 'proposeDrugStandard', drug(cheap, '3.10'));
    await approvedOf(app, area, 'proposeDrugStandard', drug(unproven, '9', { hasPassedEvaluation: false }));
    expect(await lookedUp(twice)('2019-03-20')).toMatchObject({ amount: '3.1800', validTo: null });
    expect(await lookedUp(cheap)('2019-03-20')).toMatchObject({ amount: '3.1000' });
    expect(await lookedUp(unproven)('2019-03-20')).toMatchObject({ amount: '3.1800', validTo: null });
  });

  it.each<[string, object, string[]]>([
    ['of another area', drug(dear, '7', { areaCode: '330100' }), ['OTHER_AREA areaCode', 'START_NOT_ON_RECORD startsOn']],
    ['of nothing on record', drug('nobody', '7', { roundCode: 'nowhere' }), ['UNKNOWN_CODE productCode', 'UNKNOWN_CODE roundCode']],
    ['beside nobody', drug(dear, '7', { selectedProductCode: 'nobody' }), ['UNKNOWN_CODE selectedProductCode']],
    ['before the result is in effect', drug(dear, '7', { startsOn: '2019-03-19' }), ['ROUND_NOT_IN_EFFECT startsOn']],
    ['after the term', drug(dear, '7', { startsOn: '2020-04-30' }), ['ROUND_NOT_IN_EFFECT startsOn']],
    ['of a stent', drug('FIREBIRD2', '700'), ['NOT_A_DRUG productCode', 'OTHER_GENERIC_NAME selectedProductCode']],
    [
      'of a selected drug',
      drug('irbesartan-75mg', '7', { selectedProductCode: 'clopidogrel-75mg' }),
      ['PRODUCT_SELECTED productCode', 'OTHER_GENERIC_NAME selectedProductCode'],
    ],
    [
      'beside one that is not selected in the round',
      drug(dear, '7', { selectedProductCode: twice }),
      ['NOT_SELECTED_THEN selectedProductCode'],
    ],
    ['of a price that is none', drug(dear, '0', { source: ' ' }), ['MALFORMED_TEXT source', 'MALFORMED_PRICE priceBefore']],
    ['cut too little', drug(dear, '7', { firstYearAmount: '4.9001' }), ['FIRST_YEAR_ABOVE_LIMIT firstYearAmount']],
    [
      'cut too deep and too long',
      drug(dear, '7', { firstYearAmount: '3.1799', years: 4 }),
      ['FIRST_YEAR_BELOW_TARGET firstYearAmount', 'YEARS_OUTSIDE_LIMITS years'],
    ],
    ['cut where nothing is to be cut', drug(dear, '6.36', { years: 2 }), ['NOTHING_TO_CUT null']],
  ])('a drug standard %s is refused, and nothing changes', async (_title, input, expected) => {
    const before = await app.database.contents();
    const { userErrors, errors } = await record(app, 'proposeDrugStandard', input, { caller: agencyOf(area) });
    expect({ errors, refused: userErrors.map(({ code, field }) => `${code} ${field}`) }).toEqual({ errors: [], refused: expected });
    for (const { message, messageZh } of userErrors) {
      expect(message).toMatch(/^\P{Script=Han}+\.$/u);
      expect(messageZh).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(await app.database.contents()).toEqual(before);
  });

  it('[RE3] a winning price that is not on record is refused by name', async () => {
    await app.database.pool.query(`update selected_product s set winning_price = null from round r, product p
      where r.id = s.round_id and p.id = s.product_id and r.code = '4+7' and p.code = 'clopidogrel-75mg'`);
    const { userErrors } = await record(app, 'proposeDrugStandard', drug(dear, '7'), { caller: agencyOf(area) });
    expect(userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual(['WINNING_PRICE_NOT_ON_RECORD selectedProductCode']);
  });

  describe('a negotiated price', () => {
    const published = (more: object = {}) => ({
      productCode: 'SYNTHETIC-TALKED',
      amount: '4.36',
      priceUnit: '片',
      validFrom: '2020-01-01',
      validTo: '2022-01-01',
      document: '国家医保药品目录',
      ...more,
    });
    const talked = (asOf: string, of = '330100', knownAt: string | null = null) =>
      standardOn(app, { product: 'SYNTHETIC-TALKED', area: of, asOf, knownAt });

    it('[RE5] is the standard in every province and every area below, for its agreement period', async () => {
      await recorded(app, 'publishNegotiatedStandard', published({ talkReference: 'TALK-1' }));
      for (const of of ['110000', '310000', '330000', '330100', '660000']) {
        expect([of, (await talked('2019-12-31', of))?.reason]).toEqual([of, 'NO_STANDARD']);
        expect(await talked('2020-01-01', of)).toMatchObject({ amount: '4.3600', basis: 'NEGOTIATED_PRICE', validTo: '2022-01-01' });
        expect(await talked('2022-01-01', of)).toMatchObject({ amount: null, reason: 'NOT_ON_RECORD' });
      }
      const { rows } = await app.database.pool.query<{ rows: number }>(
        `select count(*)::int as rows from payment_standard where basis = 'NEGOTIATED_PRICE'`,
      );
      expect(rows).toEqual([{ rows: 32 }]);
      const list = await data(app, '{ negotiatedStandards { totalCount nodes { amount talkReference product { code } } } }');
      expect(list).toEqual({
        negotiatedStandards: {
          totalCount: 1,
          nodes: [{ amount: '4.3600', talkReference: 'TALK-1', product: { code: 'SYNTHETIC-TALKED' } }],
        },
      });
    });

    it('published again for the same first day is corrected everywhere, and what was known then stays', async () => {
      const known = new Date().toISOString();
      await recorded(app, 'publishNegotiatedStandard', published({ amount: '4.30' }));
      expect(await talked('2021-01-01')).toMatchObject({ amount: '4.3000' });
      expect(await talked('2021-01-01', '330100', known)).toMatchObject({ amount: '4.3600' });
    });

    it('[RE5] gives way to a winning price, where and while the round is in effect', async () => {
      await recorded(
        app,
        'publishNegotiatedStandard',
        published({ productCode: 'irbesartan-75mg', amount: '0.5', validFrom: '2019-01-01' }),
      );
      const irbesartan = (asOf: string, of: string) => standardOn(app, { product: 'irbesartan-75mg', area: of, asOf });
      expect(await irbesartan('2019-03-19', area)).toMatchObject({ amount: '0.5000', basis: 'NEGOTIATED_PRICE' });
      expect(await irbesartan('2019-03-20', area)).toMatchObject({ amount: '0.2000', basis: 'WINNING_PRICE' });
      expect(await irbesartan('2020-04-29', area)).toMatchObject({ amount: '0.2000' });
      expect(await irbesartan('2020-04-30', area)).toMatchObject({ amount: '0.5000', basis: 'NEGOTIATED_PRICE' });
      expect(await irbesartan('2019-06-01', '330000')).toMatchObject({ amount: '0.5000' });
    });

    it.each([
      [
        published({ productCode: 'nobody', amount: '0', document: '' }),
        ['UNKNOWN_CODE productCode', 'MALFORMED_PRICE amount', 'MALFORMED_TEXT document'],
      ],
      [published({ validTo: '2020-01-01' }), ['SPAN_ENDS_BEFORE_START validTo']],
    ])('is refused where it is none', async (input, expected) => {
      const before = await app.database.contents();
      const { userErrors } = await record(app, 'publishNegotiatedStandard', input);
      expect(userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
      expect(await app.database.contents()).toEqual(before);
    });
  });
});
