import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { quoteCorridor } from './quote-corridor.ts';

const on = localDate('2019-11-13');
const judged = (expected: string, second: string) => quoteCorridor(UnitPrice.of(expected, 'tablet'), UnitPrice.of(second, 'tablet'), on);

describe('[RH1] the corridor of the second quote', () => {
  it.each([
    ['4.40', '5.0599', true],
    ['4.40', '5.06', true],
    ['4.40', '5.0601', false],
    ['4.40', '5.07', false],
    ['4.40', '0.01', true],
    // 115 % of 0.0001 is no price: 0.0001 lies inside, 0.0002 outside.
    ['0.0001', '0.0001', true],
    ['0.0001', '0.0002', false],
    ['33000', '37950', true],
    ['33000', '37950.0001', false],
  ])('expected %s, second quote %s: inside %s', (expected, second, isInside) => {
    expect(judged(expected, second).isInside).toBe(isInside);
  });

  it('explains itself with the limit', () => {
    expect(judged('4.40', '5.00').explanation).toMatchObject({
      rule: 'negotiation.quote-corridor',
      sentence: 'The second quote of 5.0000 is not above 5.0600, 115 % of the expected price of 4.4000: bargaining begins.',
      steps: [{ value: '5.0600', unit: 'yuan/tablet' }],
    });
  });

  it('has a clause from the first day of the rules on', () => {
    expect(quoteCorridor(UnitPrice.of('1', 'x'), UnitPrice.of('1', 'x'), localDate('2017-01-01')).isInside).toBe(true);
    expect(() => quoteCorridor(UnitPrice.of('1', 'x'), UnitPrice.of('1', 'x'), localDate('2016-12-31'))).toThrow(/rule gap/);
  });
});
