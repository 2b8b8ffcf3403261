import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { ceilingCut } from './ceiling-cut.ts';
import { comparablePrice } from './comparable-price.ts';

const judge = (day: string, offered: string | null, ceiling: string | null) =>
  ceilingCut(
    localDate(day),
    'national-drug',
    offered === null ? null : comparablePrice(offered),
    ceiling === null ? null : comparablePrice(ceiling),
  );

describe('[RB3] cut against the ceiling', () => {
  it.each([
    // flcube.com/?p=30512: at least 50 %
    ['5.0001', '10', false, '50.00'], // 49.999 % is shown as 50.00 but does not pass
    ['5', '10', true, '50.00'],
    ['4.9999', '10', true, '50.00'],
    ['6.5493', '6.78', false, '3.40'], // [E24] valsartan/amlodipine
    ['11', '10', false, '-10.00'],
  ])('%s under a ceiling of %s: %s (%s %%)', (offered, ceiling, met, cut) => {
    const judged = judge('2022-07-12', offered, ceiling);
    expect(judged.met).toBe(met);
    expect(judged.inputs).toContainEqual({ name: 'cut', value: cut, unit: '%' });
  });

  it('was removed in round 10: last day in force, first day without', () => {
    expect(judge('2024-12-11', '1', '10').met).toBe(true);
    expect(() => judge('2024-12-12', '1', '10')).toThrow(RuleGap);
  });

  it('is not judged without a ceiling', () =>
    expect([judge('2022-07-12', '1', null).met, judge('2022-07-12', '1', '0').met]).toEqual([null, null]));
});
