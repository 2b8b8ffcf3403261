import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { isBehind } from './pace-warning.ts';

// Scheme, first day and limit of the clause: half of the year gone, 400 of 1,000 is 80 % of it.
describe('[RJ2] the warning', () => {
  it.each([
    ['2018-01-01', 399, true],
    ['2018-01-01', 400, false],
    ['2018-01-01', 401, false],
    ['2026-11-21', 399, true],
  ])('on %s, %d of 1,000 after half the time: %s', (on, purchased, expected) => {
    expect(isBehind({ on: localDate(on), completion: Ratio.of(purchased, 1000), time: Ratio.of(1, 2) })).toBe(expected);
  });

  it('is none on the day before anything can be bought', () => {
    expect(isBehind({ on: localDate('2021-01-01'), completion: Ratio.of(0), time: Ratio.of(0) })).toBe(false);
  });
});
