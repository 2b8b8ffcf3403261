import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { isAboveAll, localCap, requireInEffect, type CapGrounds } from './local-cap.ts';

const price = (text: string) => UnitPrice.of(text, '个');
const on = localDate('2021-01-31');
const good: CapGrounds = {
  product: 'P',
  category: 'STENT',
  area: '330100',
  isInScope: true,
  selectedIn: null,
  startsOn: on,
  transactions: [price('2990')],
};

describe('[RE4] a cap', () => {
  it.each<[string, Partial<CapGrounds>, string[]]>([
    ['of a non-selected stent in scope with a transaction price', {}, []],
    ['[S1-18] without a transaction price', { transactions: [] }, ['CAP_WITHOUT_TRANSACTIONS']],
    ['[S1-19] of a selected product', { selectedIn: 'GH-HD2020-1' }, ['PRODUCT_SELECTED']],
    ['[S1-19] of a product out of scope', { isInScope: false }, ['OUT_OF_SCOPE']],
    ['[S1-19] of a drug', { category: 'DRUG' }, ['NOT_A_STENT']],
    [
      'of everything wrong',
      { category: 'DRUG', isInScope: false, selectedIn: 'R', transactions: [] },
      ['NOT_A_STENT', 'OUT_OF_SCOPE', 'PRODUCT_SELECTED', 'CAP_WITHOUT_TRANSACTIONS'],
    ],
  ])('%s', (_title, more, codes) => {
    expect(localCap({ ...good, ...more }).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['2989.9999', false],
    ['2990', false],
    ['2990.0001', true],
  ])('of %s above the one price of 2990: %s', (cap, expected) => {
    expect(isAboveAll(price(cap), [price('2990'), price('2700')])).toBe(expected);
  });
});

describe('a round', () => {
  const days = { from: on, to: localDate('2023-01-31') };
  it.each([
    ['2021-01-30', days, 1],
    ['2021-01-31', days, 0],
    ['2023-01-30', days, 0],
    ['2023-01-31', days, 1],
    ['2030-01-01', { from: on, to: null }, 0],
    ['2021-01-31', null, 1],
  ])('on %s', (day, span, refusals) => {
    const found = requireInEffect('R', '330100', span, localDate(day));
    expect(found).toHaveLength(refusals);
    for (const { code } of found) expect(code).toBe('ROUND_NOT_IN_EFFECT');
  });
});
