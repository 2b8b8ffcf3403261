import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { comparableUnitPrice, type StrengthMethod } from './comparable-unit-price.ts';

const compare = (price: string, unitsPerPack: number, strengthRatio: string, method: StrengthMethod, day = '2022-07-12') =>
  comparableUnitPrice({ price: UnitPrice.of(price, 'pack'), unitsPerPack, strengthRatio, method, on: localDate(day) });

describe('comparable unit price', () => {
  it.each([
    // 发改价格〔2011〕2452号 (from memory): 1.7 for each doubling of the strength
    ['0.69', 20, '1', 'NONE', '1', '0.0345'], // [E21] paracetamol
    ['1.68', 14, '1', 'LINEAR', '1', '0.1200'], // atorvastatin, expansion 2019
    ['6.60', 7, '2', 'LINEAR', '2', '0.4714'],
    ['6.60', 7, '2', 'PRICE_RATIO', '1.7', '0.5546'],
    ['6.60', 7, '4', 'PRICE_RATIO', '2.89', '0.3262'],
    ['6.60', 7, '0.5', 'PRICE_RATIO', '0.588235', '1.6029'],
    ['6.60', 7, '1', 'PRICE_RATIO', '1', '0.9429'],
    ['10', 1, '3', 'PRICE_RATIO', '2.318745', '4.3127'],
  ] as const)('%s for %d units of %s times the strength, %s: factor %s, %s', (price, units, ratio, method, factor, expected) => {
    const compared = compare(price, units, ratio, method);
    expect([compared.factor, String(compared.price)]).toEqual([factor, expected]);
    expect(compared.explanation.steps.map((each) => each.value)).toEqual([factor, expected]);
    expect(compared.explanation.sentence).toContain(`strength factor ${factor}`);
  });

  it.each(['2012-01-01', '2030-01-01'])('knows the price ratio on %s', (day) =>
    expect(compare('1', 1, '2', 'PRICE_RATIO', day).factor).toBe('1.7'),
  );

  it('has a rule gap before the price ratio rules, and refuses what cannot be', () => {
    expect(() => compare('1', 1, '2', 'PRICE_RATIO', '2011-12-31')).toThrow(RuleGap);
    expect(() => compare('1', 0, '1', 'NONE')).toThrow();
    expect(() => compare('1', 1, '0', 'LINEAR')).toThrow(RangeError);
    expect(() => compare('1', 1, '1e1', 'LINEAR')).toThrow();
  });
});
