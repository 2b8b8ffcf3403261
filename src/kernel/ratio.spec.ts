import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.ts';
import { Ratio, ratioOf, timesRatio } from './ratio.ts';
import { roundTo } from './rounding.ts';

describe('Ratio', () => {
  it('is exact where decimals are not: 3 x 1/3 is 1', () => {
    expect(Ratio.of(3).times(Ratio.of(1, 3)).compare(Ratio.of(1))).toBe(0);
    expect(new Decimal(1).dividedBy(3).times(3).equals(1)).toBe(false);
  });

  it('reduces and normalises the sign', () => {
    const ratio = Ratio.of(6, -4);
    expect([ratio.numerator, ratio.denominator]).toEqual([-3n, 2n]);
    expect(() => Ratio.of(1, 0)).toThrow(RangeError);
  });

  it.each([
    // ratio, decimals, up, half up, down
    [Ratio.of(1, 3), 2, '0.34', '0.33', '0.33'],
    [Ratio.of(2, 3), 2, '0.67', '0.67', '0.66'],
    [Ratio.of(1, 8), 2, '0.13', '0.13', '0.12'],
    [Ratio.of(-1, 8), 2, '-0.12', '-0.13', '-0.13'],
    [Ratio.of(-1, 3), 0, '0', '0', '-1'],
    [Ratio.of(5), 3, '5.000', '5.000', '5.000'],
  ])('%# rounds by name', (ratio, decimals, up, half, down) => {
    expect(['MINIMUM_UP', 'HALF_UP', 'MAXIMUM_DOWN'].map((by) => ratio.toFixed(decimals, by as 'HALF_UP').replace(/^-0$/, '0'))).toEqual([
      up,
      half,
      down,
    ]);
  });

  it('reads percentages and writes them back', () => {
    expect(Ratio.percent('29.99').toPercent(2, 'HALF_UP')).toBe('29.99');
    expect(Ratio.of(12300, 13000).toPercent(2, 'HALF_UP')).toBe('94.62');
    expect(Ratio.parse('1.8').toText()).toBe('1.8');
    expect(Ratio.percent('60').isAtLeast(Ratio.parse('0.6'))).toBe(true);
  });

  it('agrees with the decimal roundings on every decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('HALF_UP', 'MINIMUM_UP', 'MAXIMUM_DOWN'), (n, by) => {
        const value = new Decimal(n).dividedBy(10000);
        expect(new Decimal(Ratio.fromDecimal(value).toFixed(2, by)).equals(roundTo(value, 2, by))).toBe(true);
      }),
    );
  });

  it('is a ring: distributes, and division undoes multiplication', () => {
    const ratio = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => Ratio.of(n, d));
    fc.assert(
      fc.property(ratio, ratio, ratio, (a, b, c) => {
        expect(a.times(b.plus(c)).compare(a.times(b).plus(a.times(c)))).toBe(0);
        if (b.numerator !== 0n) expect(a.times(b).dividedBy(b).compare(a)).toBe(0);
        expect(a.minus(b).plus(b).compare(a)).toBe(0);
      }),
    );
  });

  it('takes shares of decimals', () => {
    expect(ratioOf(new Decimal('0.5'), new Decimal('1.5')).compare(Ratio.of(1, 3))).toBe(0);
    expect(timesRatio(new Decimal('645'), Ratio.parse('0.705'), 2, 'HALF_UP').toFixed(2)).toBe('454.73');
  });
});
