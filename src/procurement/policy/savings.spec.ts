import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../kernel/quantity.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { savings } from './savings.ts';

const save = (before: string, winning: string, quantity: number, fundRatio: string | null) =>
  savings({ before: UnitPrice.of(before, 'tablet'), winning: UnitPrice.of(winning, 'tablet'), quantity: count(quantity), fundRatio });
const texts = (before: string, winning: string, quantity: number, fundRatio: string | null) => {
  const { total, fund, patients } = valueOf(save(before, winning, quantity, fundRatio));
  return [total, fund, patients].map((each) => (each === null ? null : String(each)));
};

describe('[S0-3] savings', () => {
  it.each([
    ['13000', '700', 1000, null, ['12300000.00', null, null]],
    ['1.20', '0.15', 60000, '0.7', ['63000.00', '44100.00', '18900.00']],
    ['0.0002', '0.0001', 50, '0.5', ['0.01', '0.01', '0.00']], // 0.005 half up; the patients get the rest
    ['1', '1', 100, '0.8', ['0.00', '0.00', '0.00']],
    ['2', '1', 0, '1', ['0.00', '0.00', '0.00']],
  ])('%s to %s on %d units, fund %s: %j', (before, winning, quantity, ratio, expected) =>
    expect(texts(before, winning, quantity, ratio)).toEqual(expected),
  );

  it('refuses a price that rose and throws on no share', () => {
    expect(save('1', '1.0001', 1, null).ok).toBe(false);
    for (const ratio of ['-0.1', '1.01']) expect(() => save('2', '1', 1, ratio)).toThrow(RangeError);
  });

  it('fund and patients sum to the total exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e8 }), fc.nat(1e6), fc.integer({ min: 0, max: 1000 }), (before, quantity, permille) => {
        const { total, fund, patients } = valueOf(save((before / 10000).toFixed(4), '0', quantity, (permille / 1000).toFixed(3)));
        expect(String(fund!.plus(patients!))).toBe(String(total));
      }),
    );
  });
});
