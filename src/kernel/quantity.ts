declare const kind: unique symbol;

/**
 * A number of counting units (tablets, stents): a positive integer up to 9,007,199,254,740,991.
 *
 * A plain number, not a bigint: the largest national quantity on record is about 10^9, JSON and GraphQL carry it
 * as it is, and every sum here is checked to stay exact. Products and splits are done in bigint or decimal.
 * @source none: arithmetic
 */
export type Quantity = number & { readonly [kind]: 'quantity' };

/**
 * As `Quantity`, but zero is possible: what was purchased so far, what is left.
 * @source none: arithmetic
 */
export type Count = number & { readonly [kind]: 'count' | 'quantity' };

/**
 * A number that is no whole number of units within range. The caller's mistake: thrown.
 * @source none: a shape of this system, not a rule
 */
export class MalformedQuantity extends Error {
  constructor(
    readonly given: unknown,
    expected: string,
  ) {
    super(`${String(given)} is not ${expected}`);
    this.name = 'MalformedQuantity';
  }
}

/**
 * True for a positive integer that a number holds exactly.
 * @source none: arithmetic
 */
export function isQuantity(given: number): given is Quantity {
  return Number.isSafeInteger(given) && given > 0;
}

/**
 * True for zero or a positive integer that a number holds exactly.
 * @source none: arithmetic
 */
export function isCount(given: number): given is Count {
  return Number.isSafeInteger(given) && given >= 0 && !Object.is(given, -0);
}

/**
 * A quantity of counting units; throws `MalformedQuantity` unless it is a positive integer in range.
 * @source none: arithmetic
 */
export function quantity(given: number): Quantity {
  if (!isQuantity(given)) throw new MalformedQuantity(given, 'a positive whole number of units');
  return given;
}

/**
 * A count of counting units, zero possible; throws `MalformedQuantity` unless it is a whole number in range.
 * @source none: arithmetic
 */
export function count(given: number): Count {
  if (!isCount(given)) throw new MalformedQuantity(given, 'zero or a positive whole number of units');
  return given;
}

/**
 * A count from an exact integer; throws `MalformedQuantity` when a number cannot hold it.
 * @source none: arithmetic
 */
export function countFrom(units: bigint): Count {
  return count(Number(units));
}

/**
 * The exact sum of counts; throws `MalformedQuantity` when it leaves the range in which numbers are exact.
 * @source none: arithmetic
 */
export function sumOf(counts: readonly number[]): Count {
  return count(counts.reduce((sum, each) => count(sum + count(each)), 0));
}
