import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../kernel/decimal.ts';
import { scaledFrom, scaledText } from '../../kernel/scaled.ts';
import { explainSplit, splitLine } from './claim-split.ts';

const split = (price: string, quantity: number, standard: string, percent: string, inScope = true) => {
  const parts = splitLine({
    price: scaledFrom(price, 4)!,
    quantity,
    standard: scaledFrom(standard, 4)!,
    ratio: scaledFrom(percent, 3) as number,
    inScope,
  });
  return [parts.total, parts.inScope, parts.fund, parts.patient, parts.aboveStandard].map((each) => scaledText(each, 2));
};

describe('the split of a claim line', () => {
  it.each([
    // name, price, quantity, standard, percent: total, in scope, fund, patient, above the standard
    ['[E15a] [S1-16] [S1-17] selected', '590', 1, '590', '80', ['590.00', '590.00', '472.00', '118.00', '0.00']],
    ['[E15c] [RE2] above the cap', '9000', 1, '2850', '80', ['9000.00', '2850.00', '2280.00', '6720.00', '6150.00']],
    ['[E15e] odd ratio', '645', 1, '645', '70.5', ['645.00', '645.00', '454.73', '190.27', '0.00']],
    ['[E16] rounded once for the line', '0.62', 28, '0.62', '70', ['17.36', '17.36', '12.15', '5.21', '0.00']],
    ['[E17a] the patient bears above it', '7', 1, '4.9', '80', ['7.00', '4.90', '3.92', '3.08', '2.10']],
    ['[E17c] the patient bears above it', '6.36', 1, '3.18', '80', ['6.36', '3.18', '2.54', '3.82', '3.18']],
    ['[E17e] at the standard', '3.18', 1, '3.18', '80', ['3.18', '3.18', '2.54', '0.64', '0.00']],
    ['[RE5] below the standard: on the actual price', '500', 2, '590', '80', ['1000.00', '1000.00', '800.00', '200.00', '0.00']],
    ['just below half a cent', '0.0049', 1, '1', '100', ['0.00', '0.00', '0.00', '0.00', '0.00']],
    ['at half a cent', '0.005', 1, '1', '100', ['0.01', '0.01', '0.01', '0.00', '0.00']],
    ['both parts at half a cent', '2.01', 1, '1.005', '100', ['2.01', '1.01', '1.01', '1.00', '1.00']],
    ['all of it the fund', '590', 3, '590', '100', ['1770.00', '1770.00', '1770.00', '0.00', '0.00']],
    ['three decimals of a ratio', '100', 1, '100', '33.333', ['100.00', '100.00', '33.33', '66.67', '0.00']],
    [
      'a line beyond what numbers hold',
      '99999999999999.9999',
      1000,
      '1',
      '50',
      ['99999999999999999.90', '1000.00', '500.00', '99999999999999499.90', '99999999999998999.90'],
    ],
  ])('%s', (_name, price, quantity, standard, percent, parts) => {
    // 99,999,999,999,999.9999 × 1,000 = 99,999,999,999,999,999.90
    expect(split(price, quantity, standard, percent)).toEqual(parts);
  });

  it('is the patient’s where the fund does not pay on the product', () => {
    expect(split('9000', 1, '2850', '80', false)).toEqual(['9000.00', '0.00', '0.00', '9000.00', '9000.00']);
  });

  const figure = (most: number) => fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: 100 }));
  const line = fc.record({
    price: fc.oneof(figure(Number.MAX_SAFE_INTEGER), figure(10_000_000), fc.bigInt(2n ** 53n, 10n ** 18n - 1n)),
    quantity: fc.oneof(figure(10_000), figure(Number.MAX_SAFE_INTEGER)),
    standard: fc.oneof(figure(Number.MAX_SAFE_INTEGER), figure(10_000_000)),
    ratio: fc.integer({ min: 1, max: 100_000 }),
  });

  it('agrees with decimal.js, to the cent', () => {
    fc.assert(
      fc.property(line, ({ price, quantity, standard, ratio }) => {
        const parts = splitLine({ price, quantity, standard, ratio, inScope: true });
        const [p, s] = [new Decimal(String(price)).dividedBy(10_000), new Decimal(standard).dividedBy(10_000)];
        const half = (value: Decimal) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
        const base = Decimal.min(p, s).times(quantity);
        expect(scaledText(parts.total, 2)).toBe(half(p.times(quantity)));
        expect(scaledText(parts.inScope, 2)).toBe(half(base));
        expect(scaledText(parts.fund, 2)).toBe(half(base.times(ratio).dividedBy(100_000)));
        expect(BigInt(parts.fund) + BigInt(parts.patient)).toBe(BigInt(parts.total));
        expect(BigInt(parts.inScope) + BigInt(parts.aboveStandard)).toBe(BigInt(parts.total));
        expect(parts.patient >= parts.aboveStandard && parts.aboveStandard >= 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  const words = {
    product: 'P',
    area: '330000',
    asOf: '2022-01-01',
    scheme: 'EMPLOYEE',
    basis: 'LOCAL_CAP',
    priceUnit: '片',
    ratioSource: '通知',
  };

  it('[S1-17] explains itself: recomputed from its own inputs, a thousand times', () => {
    fc.assert(
      fc.property(line, fc.boolean(), (given, inScope) => {
        const { inputs, steps, sentence } = explainSplit({ ...given, ratio: inScope ? given.ratio : 0, inScope }, words);
        const input = (name: string) => new Decimal(inputs.find((each) => each.name === name)!.value);
        const half = (value: Decimal) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        const total = half(input('price').times(input('quantity')));
        const said = steps.map(({ value }) => value);
        expect(said[0]).toBe(total.toFixed(2));
        if (!inScope) return;
        const base = Decimal.min(input('price'), input('standard'));
        const inside = half(base.times(input('quantity')));
        const fund = half(base.times(input('quantity')).times(input('ratio')).dividedBy(100));
        const parts = [inside, fund, total.minus(fund), total.minus(inside)].map((part) => part.toFixed(2));
        expect(said.slice(1)).toEqual([base.toFixed(4), ...parts]);
        for (const part of parts) expect(sentence).toContain(part);
      }),
      { numRuns: 1000 },
    );
  });

  it('explains itself with inputs, steps and every rounding', () => {
    const explained = explainSplit({ price: 6200, quantity: 28, standard: 6200, ratio: 70_000, inScope: true }, words);
    expect(explained.steps.map(({ value }) => value)).toEqual(['17.36', '0.6200', '17.36', '12.15', '5.21', '0.00']);
    expect(explained.inputs).toContainEqual({ name: 'ratio', value: '70.000', unit: '%' });
    expect(explained.source.at(-1)).toEqual({ document: '通知', clause: null });
    const outside = explainSplit({ price: 6200, quantity: 28, standard: 6200, ratio: 0, inScope: false }, { ...words, ratioSource: null });
    expect(outside.steps.map(({ value }) => value)).toEqual(['17.36']);
    expect(outside.inputs.some(({ name }) => name === 'ratio')).toBe(false);
  });
});
