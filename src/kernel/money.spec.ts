import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.ts';
import { Money, sumOfMoney } from './money.ts';
import { count, isQuantity, MalformedQuantity, quantity, sumOf } from './quantity.ts';
import { Ratio } from './ratio.ts';
import { UnitPrice } from './unit-price.ts';

describe('Money', () => {
  it('keeps two decimals in text and JSON', () => {
    expect(String(Money.of('177000'))).toBe('177000.00');
    expect(JSON.stringify({ amount: Money.of('0.1') })).toBe('{"amount":"0.10"}');
  });

  it('adds where floats fail', () => {
    expect(String(sumOfMoney([Money.of('0.1'), Money.of('0.2')]))).toBe('0.30');
    expect(String(sumOfMoney([]))).toBe('0.00');
    expect(String(Money.of('9999999999999998.99').plus(Money.of('0.01')))).toBe('9999999999999999.00');
  });

  it('refuses what does not fit numeric(18,2)', () => {
    expect(() => Money.of('9999999999999999.99').plus(Money.of('0.01'))).toThrow(RangeError);
    expect(() => Money.of('1.001')).toThrow();
    expect(() => Money.rounded(new Decimal(NaN), 'HALF_UP')).toThrow(RangeError);
  });

  it('rounds a share once, by name', () => {
    const amount = Money.of('101.01');
    expect(String(amount.times(Ratio.percent('30'), 'MINIMUM_UP'))).toBe('30.31');
    expect(String(amount.times(Ratio.percent('30'), 'HALF_UP'))).toBe('30.30');
    expect(String(Money.of('10').times(Ratio.of(1, 3), 'MAXIMUM_DOWN'))).toBe('3.33');
    expect(String(Money.of('1').minus(Money.of('2')))).toBe('-1.00');
    expect(Money.of('2').compare(Money.of('1.99'))).toBeGreaterThan(0);
  });
});

describe('UnitPrice', () => {
  it('keeps four decimals', () => {
    expect(String(UnitPrice.of('590', 'stent'))).toBe('590.0000');
    expect(JSON.stringify(UnitPrice.of('1.0924', 'tablet'))).toBe('"1.0924"');
    expect(() => UnitPrice.of('1.09245', 'tablet')).toThrow();
    expect(() => UnitPrice.of('-1', 'tablet')).toThrow(RangeError);
  });

  it('never compares a box with a tablet', () => {
    const tablet = UnitPrice.of('1', 'tablet');
    const box = UnitPrice.of('1', 'box');
    // @ts-expect-error yuan per box and yuan per tablet are different types
    expect(() => tablet.compare(box)).toThrow('yuan/tablet does not compare with yuan/box');
  });

  it('converts a box into tablets by name, half up once', () => {
    expect(String(UnitPrice.of('0.69', 'box').per('tablet', 20))).toBe('0.0345');
    expect(String(UnitPrice.of('1', 'box').per('tablet', 3))).toBe('0.3333');
    expect(String(UnitPrice.of('2', 'box').per('tablet', 3))).toBe('0.6667');
  });

  it('multiplies into an amount and compares', () => {
    expect(String(UnitPrice.of('0.62', 'tablet').times(count(28)))).toBe('17.36');
    expect(UnitPrice.of('3.82', 'tablet').isAtMost(UnitPrice.of('1.0924', 'tablet'))).toBe(false);
    expect(UnitPrice.of('1.0924', 'tablet').isAtMost(UnitPrice.of('1.0924', 'tablet'))).toBe(true);
    expect(UnitPrice.of('648.00', 'stent').equals(UnitPrice.of('648', 'stent'))).toBe(true);
  });
});

describe('quantity', () => {
  it.each([0, -1, 1.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('%s is no quantity', (given) => {
    expect(isQuantity(given)).toBe(false);
    expect(() => quantity(given)).toThrow(MalformedQuantity);
  });

  it('takes 1 up to the largest exact number; a count may be zero', () => {
    expect([quantity(1), quantity(Number.MAX_SAFE_INTEGER), count(0)]).toEqual([1, 9007199254740991, 0]);
    expect(() => count(-1)).toThrow(MalformedQuantity);
    expect(() => count(-0)).toThrow(MalformedQuantity);
  });

  it('sums exactly or not at all', () => {
    expect(sumOf([1, 2, 3])).toBe(6);
    expect(() => sumOf([Number.MAX_SAFE_INTEGER, 1])).toThrow(MalformedQuantity);
  });
});
