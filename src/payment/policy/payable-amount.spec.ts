import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOfMoney } from '../../kernel/money.ts';
import { count } from '../../kernel/quantity.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { payableAmount, returnedAmount } from './payable-amount.ts';

const price = (text: string) => UnitPrice.of(text, 'box');

describe('[S1-13] the amount of a payable', () => {
  it.each([
    // accepted, price, counting units of a price unit, amount
    [1000, '590.0000', 1, '590000.00'],
    [333, '469.0000', 1, '156177.00'],
    [7, '10.0000', 28, '2.50'],
    [1, '10.0000', 28, '0.36'], // 0.357…
    [1, '0.0050', 1, '0.01'], // an exact half goes up
    [1, '0.0049', 1, '0.00'],
    [3, '0.0350', 7, '0.02'], // 0.015 exactly, though 0.035 / 7 alone would be 0.005
    [9_007_199_254_740_991, '1.0000', 1, '9007199254740991.00'],
  ])('%i at %s for %i: %s', (accepted, text, unitsPerPriceUnit, amount) => {
    expect(payableAmount({ accepted, price: price(text), unitsPerPriceUnit }).toString()).toBe(amount);
  });

  it('loses no cent when all goes back, in however many parts', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 100 }), (returns, tenThousandths, units) => {
        const of = { price: price((tenThousandths / 10_000).toFixed(4)), unitsPerPriceUnit: units };
        let kept = returns.reduce((sum, each) => sum + each, 0);
        const whole = payableAmount({ accepted: kept, ...of });
        const lowered = returns.map((returned) => {
          const amount = returnedAmount({ kept: count(kept), returned: count(returned), ...of });
          kept -= returned;
          return amount;
        });
        expect(sumOfMoney(lowered).toString()).toBe(whole.toString());
        expect(lowered.every(({ yuan }) => !yuan.isNegative())).toBe(true);
      }),
    );
  });
});
