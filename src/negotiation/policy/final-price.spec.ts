import { describe, expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { explainCut, finalPrice } from './final-price.ts';

const price = (text: string) => UnitPrice.of(text, 'tablet');
const codes = (agreed: string, expected: string, before: string | null) => {
  const answer = finalPrice({ price: price(agreed), expected: price(expected), before: before === null ? null : price(before) });
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
};

describe('[RH1] the price of a success', () => {
  it.each([
    ['4.3999', '4.40', null, []],
    ['4.40', '4.40', null, []],
    ['4.4001', '4.40', null, ['PRICE_ABOVE_EXPECTED']],
    ['16', '4.40', '15.96', ['PRICE_ABOVE_EXPECTED', 'PRICE_ABOVE_PRICE_BEFORE']],
  ])('%s against an expected price of %s, before %s: %j', (agreed, expected, before, refusals) => {
    expect(codes(agreed, expected, before)).toEqual(refusals);
  });

  it('[RH2] is refused without telling the expected price', () => {
    const answer = finalPrice({ price: price('5.01'), expected: price('4.37'), before: null });
    expect(JSON.stringify(answer)).not.toContain('4.37');
  });
});

describe('[S0-2] never above the price before', () => {
  it.each([
    ['15.9599', []],
    ['15.96', []],
    ['15.9601', ['PRICE_ABOVE_PRICE_BEFORE']],
  ])('%s against 15.96: %j', (agreed, refusals) => expect(codes(agreed, '20', '15.96')).toEqual(refusals));

  it.each([
    ['15.96', '4.36', '72.68'],
    ['15.96', '15.96', '0.00'],
    ['699700', '33000', '95.28'],
  ])('from %s to %s the cut is %s %%', (before, agreed, percent) => {
    expect(explainCut(price(before), price(agreed))).toMatchObject({ percent, explanation: { steps: [{ value: percent, unit: '%' }] } });
  });
});
