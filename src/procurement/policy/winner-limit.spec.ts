import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { comparablePrice } from './comparable-price.ts';
import { winnerLimit } from './winner-limit.ts';

const bids = (prices: string[]) => prices.map((text, index) => ({ id: `b${index}`, price: comparablePrice(text) }));
const met = (scheme: string, day: string, prices: string[]) =>
  [...winnerLimit(localDate(day), scheme, bids(prices)).values()].map((each) => each.met);

describe('maximum number of winners', () => {
  it.each([
    ['[RB2] 4+7: the lowest alone', 'pilot-4plus7', '2018-12-06', '2019-09-23', [true, false, false, false]],
    ['[RB2] expansion: up to three', 'alliance-expansion-2019', '2019-09-24', '2020-01-16', [true, true, true, false]],
    ['[RB3] later rounds: not on record, no limit', 'national-drug', '2020-01-17', '2026-01-01', [null, null, null, null]],
  ])('%s', (_title, scheme, first, last, answers) => {
    for (const day of [first, last]) expect(met(scheme, day, ['1', '2', '3', '4'])).toEqual(answers);
  });

  it('leaves a tie across the last place open and names it', () => {
    const judged = winnerLimit(localDate('2018-12-06'), 'pilot-4plus7', bids(['1', '1', '2']));
    expect([...judged.values()].map((each) => [each.met, each.tie])).toEqual([
      [null, true],
      [null, true],
      [false, false],
    ]);
    expect(judged.get('b0')?.sentence).toContain('tied with b1');
  });

  it('lets a tie within the limit win together', () => {
    expect(met('alliance-expansion-2019', '2019-09-24', ['1', '1', '1', '2'])).toEqual([true, true, true, false]);
  });
});
