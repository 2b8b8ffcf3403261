import { count, type Count, countFrom } from './quantity.ts';
import { Ratio } from './ratio.ts';

/**
 * Who gets the next unit when remainders are equal: the part listed first, or the part whose key is smaller by
 * code point (so that the order of the input does not matter).
 * @source none: convention of this system
 */
export type TieRule = 'LISTED_FIRST' | 'SMALLER_KEY';

/**
 * One claimant of a split: a unique key and a weight, a whole number or an exact ratio, not negative.
 * @source none: a shape of this system, not a rule
 */
export interface Weighted {
  key: string;
  weight: number | Ratio;
}

/**
 * One share of a split, in whole units.
 * @source none: a shape of this system, not a rule
 */
export interface Part {
  key: string;
  amount: Count;
}

function before(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function asRatio(weight: number | Ratio): Ratio {
  return typeof weight === 'number' ? Ratio.of(count(weight)) : weight;
}

/**
 * Splits a whole number of units in proportion to weights by the largest remainder: everybody gets the exact
 * share rounded down, the units left go one each to the largest remainders, ties by the named rule.
 *
 * The parts are whole, each within one unit of its exact share, and sum to the whole; the order of the result is
 * the order of the input. Throws on duplicate keys, on a negative weight, and when all weights are zero but the
 * whole is not.
 * @source none: convention of this system; no source fixes the owner of a remainder
 */
export function splitExactly(whole: number, claimants: readonly Weighted[], tie: TieRule): Part[] {
  const total = count(whole);
  if (new Set(claimants.map((each) => each.key)).size !== claimants.length) throw new RangeError('a key is listed twice');
  const weights = claimants.map((each) => asRatio(each.weight));
  if (weights.some((each) => each.numerator < 0n)) throw new RangeError('a weight is negative');
  const sum = weights.reduce((a, b) => a.plus(b), Ratio.of(0));
  if (sum.numerator === 0n) {
    if (total !== 0) throw new RangeError('nobody to give the whole to: all weights are zero');
    return claimants.map(({ key }) => ({ key, amount: count(0) }));
  }
  const shares = claimants.map(({ key }, index) => {
    const exact = Ratio.of(total).times((weights[index] as Ratio).dividedBy(sum));
    const down = exact.toInteger('MAXIMUM_DOWN');
    return { key, index, down, rest: exact.minus(Ratio.of(down)) };
  });
  const left = BigInt(total) - shares.reduce((given, each) => given + each.down, 0n);
  const queue = shares.toSorted((a, b) => b.rest.compare(a.rest) || (tie === 'SMALLER_KEY' ? before(a.key, b.key) : a.index - b.index));
  const favoured = new Set(queue.slice(0, countFrom(left)).map((each) => each.index));
  const parts = shares.map(({ key, index, down }) => ({ key, amount: countFrom(down + (favoured.has(index) ? 1n : 0n)) }));
  assertSum(total, parts);
  return parts;
}

/**
 * Throws unless the parts sum to the whole exactly: a lost or invented unit is a mistake of ours.
 * @source none: invariant of this system
 */
export function assertSum(whole: number, parts: readonly Part[]): void {
  const sum = parts.reduce((given, each) => given + BigInt(each.amount), 0n);
  if (sum !== BigInt(whole)) throw new Error(`the parts sum to ${sum}, not to ${whole}`);
}
