import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { shareAmongWinners } from './share-among-winners.ts';

const share = (volume: number, winners: number, day = '2020-07-01') =>
  shareAmongWinners({
    scheme: 'intraocular-lens-3plus6',
    on: localDate(day),
    volume,
    winnersByPrice: Array.from({ length: winners }, (_, index) => `w${index}`),
  }).map((part) => part.amount);

describe('[RA4] division by share, lenses 3+6', () => {
  it.each([
    // www.rdbxg.com/archive/haocaidailiang
    [100_000, 1, [100_000]], // [E20a]
    [100_000, 2, [60_000, 40_000]],
    [100_000, 3, [60_000, 24_000, 16_000]], // [E20c]
    [100_000, 4, [50_000, 25_000, 12_500, 12_500]],
    [100_000, 5, [50_000, 25_000, 12_500, 6_250, 6_250]],
    [101, 2, [61, 40]], // 60.6: a minimum is rounded up
    [1, 3, [1, 0, 0]],
    [0, 2, [0, 0]],
  ])('%d among %d: %j', (volume, winners, parts) => expect(share(volume, winners)).toEqual(parts));

  it('gives everything away, never more to a dearer winner', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 12 }), (volume, winners) => {
        const parts = share(volume, winners);
        expect(parts.reduce((sum, each) => sum + BigInt(each), 0n)).toBe(BigInt(volume));
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
      }),
    );
  });

  it.each(['2020-01-01', '2020-12-31'])('is in force on %s', (day) => expect(share(10, 2, day)).toEqual([6, 4]));
  it.each(['2019-12-31', '2021-01-01'])('is not in force on %s', (day) => expect(() => share(10, 2, day)).toThrow(RuleGap));
  it('throws without a winner', () => expect(() => share(10, 0)).toThrow());
});
