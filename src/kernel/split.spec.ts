import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ratio } from './ratio.ts';
import { assertSum, splitExactly } from './split.ts';

const amounts = (whole: number, weights: (number | Ratio)[], tie: 'LISTED_FIRST' | 'SMALLER_KEY' = 'LISTED_FIRST') =>
  splitExactly(
    whole,
    weights.map((weight, index) => ({ key: `k${9 - index}`, weight })),
    tie,
  ).map((part) => part.amount);

describe('splitExactly', () => {
  it.each([
    // whole, weights, parts
    [0, [1, 2], [0, 0]],
    [10, [1], [10]],
    [10, [1, 1, 1], [4, 3, 3]], // tie: listed first
    [11, [1, 1, 1], [4, 4, 3]],
    [1, [1, 1], [1, 0]],
    [7, [0, 3, 0], [0, 7, 0]],
    [100, [1, 2], [33, 67]], // 33.33 and 66.67: the larger remainder gets the unit
    [0, [0, 0], [0, 0]],
  ])('%d by %j is %j', (whole, weights, parts) => {
    expect(amounts(whole, weights)).toEqual(parts);
  });

  it('gives the unit of a tie to the smaller key, whatever the order', () => {
    expect(amounts(10, [1, 1, 1], 'SMALLER_KEY')).toEqual([3, 3, 4]); // keys k9 k8 k7
  });

  it('takes exact ratios as weights', () => {
    expect(amounts(10, [Ratio.of(1, 3), Ratio.of(2, 3)])).toEqual([3, 7]);
  });

  it('throws on what cannot be split', () => {
    expect(() => amounts(5, [0, 0])).toThrow('all weights are zero');
    expect(() => amounts(5, [])).toThrow('all weights are zero');
    expect(() => amounts(5, [Ratio.of(-1), Ratio.of(3)])).toThrow('negative');
    expect(() => amounts(-1, [1])).toThrow();
    expect(() => amounts(1.5, [1])).toThrow();
    expect(() =>
      splitExactly(
        1,
        [
          { key: 'a', weight: 1 },
          { key: 'a', weight: 1 },
        ],
        'SMALLER_KEY',
      ),
    ).toThrow('twice');
    expect(() => assertSum(3, [{ key: 'a', amount: 2 as never }])).toThrow('sum to 2, not to 3');
  });

  const claimants = fc
    .uniqueArray(fc.record({ key: fc.string(), weight: fc.integer({ min: 0, max: 2 ** 40 }) }), {
      selector: (each) => each.key,
      minLength: 1,
      maxLength: 40,
    })
    .filter((list) => list.some((each) => each.weight > 0));

  it('sums to the whole, each part within one unit of its exact share', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), claimants, (whole, list) => {
        const parts = splitExactly(whole, list, 'SMALLER_KEY');
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(whole));
        const total = list.reduce((sum, each) => sum + BigInt(each.weight), 0n);
        parts.forEach((part, index) => {
          const distance = BigInt(part.amount) * total - BigInt(whole) * BigInt(list[index]!.weight);
          expect(distance > -total && distance < total).toBe(true);
        });
      }),
    );
  });

  it('does not depend on the order of the claimants when ties go by key', () => {
    fc.assert(
      fc.property(fc.nat(), claimants, (whole, list) => {
        const byKey = (order: typeof list) =>
          Object.fromEntries(splitExactly(whole, order, 'SMALLER_KEY').map((part) => [part.key, part.amount]));
        expect(byKey(list.toReversed())).toEqual(byKey(list));
      }),
    );
  });
});
