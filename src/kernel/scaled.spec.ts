import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.ts';
import { halfUpScaled, leastScaled, minusScaled, scaledFrom, scaledText, timesScaled } from './scaled.ts';

const units = fc.oneof(fc.maxSafeNat(), fc.bigInt(0n, 10n ** 22n), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER, 2n ** 53n));

describe('a scaled figure', () => {
  it.each([
    ['0.62', 4, 6200],
    ['590.0000', 4, 5_900_000],
    ['0', 4, 0],
    ['70.5', 3, 70_500],
    ['900719925474.0991', 4, Number.MAX_SAFE_INTEGER],
    ['900719925474.0992', 4, 9_007_199_254_740_992n],
    ['99999999999999.9999', 4, 999_999_999_999_999_999n],
  ])('%s of %i decimals is %s', (text, decimals, scaled) => {
    expect(scaledFrom(text, decimals)).toBe(scaled);
    expect(new Decimal(scaledText(scaled, decimals)).equals(text)).toBe(true);
  });

  it.each(['', '.', '.5', '5.', '-1', '+1', '1e3', '0.00001', '1.2.3', '1 ', '１'])('%s is none', (text) => {
    expect(scaledFrom(text, 4)).toBeNull();
  });

  it('is written with its decimals, a difference with its sign', () => {
    expect([scaledText(5, 2), scaledText(-5, 2), scaledText(12_345n, 2), scaledText(7, 0)]).toEqual(['0.05', '-0.05', '123.45', '7']);
  });

  it('reckons as decimal.js does', () => {
    fc.assert(
      fc.property(units, units, fc.constantFrom(1, 2, 100, 10_000, 10_000_000), (a, b, divisor) => {
        const [x, y] = [new Decimal(String(a)), new Decimal(String(b))];
        expect(String(timesScaled(a, b))).toBe(x.times(y).toFixed());
        expect(String(minusScaled(a, b))).toBe(x.minus(y).toFixed());
        expect(String(leastScaled(a, b))).toBe(Decimal.min(x, y).toFixed());
        expect(String(halfUpScaled(a, divisor))).toBe(x.dividedBy(divisor).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed());
        expect(scaledText(a, 4)).toBe(x.dividedBy(10_000).toFixed(4));
        expect(String(scaledFrom(scaledText(a, 4), 4))).toBe(String(a));
      }),
      { numRuns: 2000 },
    );
  });
});
