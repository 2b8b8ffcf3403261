import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { comparablePrice } from './comparable-price.ts';
import { priceRatioLimitOf } from './price-ratio-limit.ts';
import { revival, revivalPrice } from './revival-price.ts';

const day = localDate('2025-05-01');
const prices = (list: string[]) => list.map(comparablePrice);

describe('[RB4] revival in round 10', () => {
  it('is at the highest rule-one winning price', () => {
    expect(String(revivalPrice(day, 'national-drug', prices(['1.00', '1.30', '1.20'])))).toBe('1.3000');
  });

  it('is at the multiple of a single rule-one winner, rounded down to 4 decimals', () => {
    const winner = prices(['1.2345']);
    const { limit } = priceRatioLimitOf(day, 'national-drug', winner);
    expect(String(revivalPrice(day, 'national-drug', winner))).toBe(limit.toFixed(4, 'MAXIMUM_DOWN'));
  });

  it('has no price when nobody met rule one', () => {
    expect(revivalPrice(day, 'national-drug', [])).toBeNull();
    expect(revival(day, 'national-drug', null, true).met).toBe(false);
  });

  it('is open until the enterprise answers', () => {
    expect([null, true, false].map((accepts) => revival(day, 'national-drug', comparablePrice('1'), accepts).met)).toEqual([
      null,
      true,
      false,
    ]);
  });

  it.each(['2024-12-12', '2025-10-26'])('is in force on %s', (on) => expect(revivalPrice(localDate(on), 'national-drug', [])).toBeNull());
  it.each(['2024-12-11', '2025-10-27'])('is not in force on %s', (on) =>
    expect(() => revivalPrice(localDate(on), 'national-drug', [])).toThrow(RuleGap),
  );
});
