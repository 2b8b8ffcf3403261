import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { enterpriseOf, promised } from '../support/build-agreement.ts';
import { data, record, recorded, refusedWith, type Row } from '../support/build-recorder.ts';
import { holders } from '../support/build-round.ts';

const listing = (more: object = {}) => ({
  areaCode: '330000',
  productCode: 'resolute',
  price: '648.00',
  priceUnit: '个',
  effectiveFrom: '2021-01-20',
  ...more,
});

describe.each(inject('servers'))('listing on a provincial platform on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await promised(app, { round: 'S1', product: 'resolute', price: '648.00', promised: { 'hz-1': { area: '330100', quantity: 100 } } });
    await holders(app, 'STENT', ['other']);
  });
  afterAll(() => app.stop());

  const listed = async (filter: object) => {
    const document = `query($filter: ListingListFilter) { listings(first: 10, filter: $filter) { nodes {
      price priceBefore effectiveFrom effectiveTo reason product { code } area { code } selectedProduct { winningPrice } } } }`;
    const { listings } = await data<{ listings: { nodes: Row[] } }>(app, document, { filter });
    return listings.nodes;
  };

  it.each(['648.01', '647.99', '648.0001'])('[S1-8] [E43] refuses a selected product at %s', async (price) => {
    const [refusal, ...others] = await refusedWith(app, 'listProduct', listing({ price }));
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code: 'LISTING_PRICE_NOT_WINNING_PRICE', field: 'price', rule: 'supply.listing-price' });
    expect(refusal!.facts.map(({ value }) => value)).toEqual([price.padEnd(8, '0'), '648.0000']);
  });

  it('[S1-8] [E43] lists a selected product at exactly its winning price, once from a day on', async () => {
    expect(await recorded(app, 'listProduct', listing(), 'price selectedProduct { winningPrice } enterprise { code }')).toMatchObject({
      price: '648.0000',
      selectedProduct: { winningPrice: '648.0000' },
      enterprise: { code: 'resolute' },
    });
    const again = await refusedWith(app, 'listProduct', listing());
    expect(again.map(({ code, field }) => [code, field])).toEqual([['LISTED_SINCE', 'effectiveFrom']]);
  });

  it('[S1-9] lists a product that is not selected at its own price, whatever it is, and keeps every adjustment', async () => {
    const own = (price: string, effectiveFrom: string, reason?: string) =>
      record(app, 'listProduct', listing({ productCode: 'other', price, effectiveFrom, ...(reason && { reason }) }), {
        caller: enterpriseOf('other'),
      });
    for (const [price, on, reason] of [
      ['13000', '2021-01-20'],
      ['2850', '2021-03-01', '主动降价'],
      ['2900', '2021-06-01'],
    ] as const)
      expect(await own(price, on, reason)).toMatchObject({ userErrors: [], errors: [] });
    const history = await listed({ productCode: { eq: 'other' } });
    expect(history.map((each) => [each['price'], each['priceBefore'], each['effectiveFrom'], each['effectiveTo'], each['reason']])).toEqual(
      [
        ['2900.0000', '2850.0000', '2021-06-01', null, null],
        ['2850.0000', '13000.0000', '2021-03-01', '2021-06-01', '主动降价'],
        ['13000.0000', null, '2021-01-20', '2021-03-01', null],
      ],
    );
    const priceOn = async (day: string) => (await listed({ productCode: { eq: 'other' }, listedOn: day })).map((each) => each['price']);
    expect(await priceOn('2021-01-19')).toEqual([]);
    expect(await priceOn('2021-02-28')).toEqual(['13000.0000']);
    expect(await priceOn('2021-03-01')).toEqual(['2850.0000']);
    expect(await priceOn('2026-11-21')).toEqual(['2900.0000']);
  });

  it('lets an enterprise list its own product only, and everybody read', async () => {
    const { object, userErrors } = await record(app, 'listProduct', listing({ areaCode: '320000' }), { caller: enterpriseOf('other') });
    expect([object, userErrors.map(({ code }) => code)]).toEqual([null, ['NOT_THE_HOLDER']]);
    expect((await listed({ productCode: { eq: 'resolute' } })).length).toBe(1);
  });

  it.each([
    [{ areaCode: '330100' }, ['NOT_A_PROVINCE areaCode']],
    [{ areaCode: '999999', productCode: 'none' }, ['UNKNOWN_CODE areaCode', 'UNKNOWN_CODE productCode']],
    [{ areaCode: '320000', effectiveFrom: '2026-11-22' }, ['DATE_IN_FUTURE effectiveFrom']],
    [{ areaCode: '320000', priceUnit: '盒' }, ['PRICE_UNIT_DIFFERS priceUnit']],
    [{ areaCode: '320000', price: '0', reason: ' ' }, ['MALFORMED_TEXT reason', 'MALFORMED_PRICE price']],
  ])('refuses %j', async (more, codes) => {
    const refusals = await refusedWith(app, 'listProduct', listing(more));
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('refuses a selected product whose winning price is not on record', async () => {
    const refusals = await refusedWith(app, 'listProduct', listing({ productCode: 'rosuvastatin-10mg-sandoz', price: '1' }));
    expect(refusals.map(({ code }) => code)).toEqual(['PRICE_NOT_ON_RECORD']);
  });

  it('[S1-8] [E43] knows what the public record of 2020 selected, until the round that renewed it was opened', async () => {
    const real = (price: string, effectiveFrom: string) =>
      record(app, 'listProduct', listing({ productCode: 'FIREBIRD2', price, effectiveFrom }));
    const refused = await real('590.01', '2022-11-28');
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['LISTING_PRICE_NOT_WINNING_PRICE']);
    expect(await real('590', '2021-01-01')).toMatchObject({ userErrors: [], errors: [] });
  });

  it('[RI1] refuses a listing on each day on which the province suspends it, and no day longer', async () => {
    await holders(app, 'STENT', ['halted']);
    const halted = { productCode: 'halted', areaCode: '320000', effectiveFrom: '2021-08-20', effectiveTo: '2024-08-20' };
    await recorded(app, 'suspendListing', { ...halted, reason: '断供', source: '公告' });
    const on = (effectiveFrom: string, areaCode = '320000') => listing({ productCode: 'halted', price: '9', areaCode, effectiveFrom });
    for (const day of ['2021-08-20', '2024-08-19']) {
      const [refusal, ...others] = await refusedWith(app, 'listProduct', on(day));
      expect(others).toEqual([]);
      expect(refusal).toMatchObject({ code: 'LISTING_SUSPENDED', field: 'effectiveFrom' });
      expect(refusal!.facts.map(({ value }) => value)).toEqual(['2021-08-20', '2024-08-20']);
    }
    expect(await record(app, 'listProduct', on('2021-08-20', '110000'))).toMatchObject({ userErrors: [], errors: [] });
    for (const day of ['2021-08-19', '2024-08-20']) {
      expect(await record(app, 'listProduct', on(day))).toMatchObject({ userErrors: [], errors: [] });
    }
  });
});
