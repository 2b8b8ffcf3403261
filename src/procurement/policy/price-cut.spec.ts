import { describe, expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { priceCut } from './price-cut.ts';

const cut = (before: string, winning: string) => {
  const answer = priceCut(UnitPrice.of(before, 'stent'), UnitPrice.of(winning, 'stent'));
  return answer.ok ? answer.value.percent : answer.refusals[0]?.code;
};

describe('[S0-5] cut', () => {
  it.each([
    ['13000', '700', '94.62'], // [E42]
    ['108', '18', '83.33'], // lenvatinib, round 7
    ['10', '0', '100.00'],
  ])('from %s to %s is %s %%', (before, winning, percent) => expect(cut(before, winning)).toBe(percent));

  it.each([
    ['1.0000', '0.9999', '0.01'],
    ['1.0000', '1.0000', '0.00'], // equal is allowed
    ['1.0000', '1.0001', 'PRICE_ABOVE_PRICE_BEFORE'],
    ['0', '0', 'PRICE_BEFORE_IS_ZERO'],
  ])('[S0-2] from %s to %s: %s', (before, winning, expected) => expect(cut(before, winning)).toBe(expected));
});
