import { type Ratio } from '../../kernel/ratio.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';

/**
 * A price in yuan per comparable unit of a lot: the only prices that may be compared between bids.
 * @source none: glossary 单位可比价
 */
export type ComparablePrice = UnitPrice<'comparable unit'>;

/**
 * Reads a price per comparable unit, 4 decimals; throws `MalformedDecimal`.
 * @source none: glossary 单位可比价
 */
export function comparablePrice(text: string): ComparablePrice {
  return UnitPrice.of(text, 'comparable unit');
}

/**
 * The lowest of some prices; null for none.
 * @source none: arithmetic
 */
export function lowestOf(prices: readonly ComparablePrice[]): ComparablePrice | null {
  return prices.reduce<ComparablePrice | null>((low, each) => (low === null || each.compare(low) < 0 ? each : low), null);
}

/**
 * The highest of some prices; null for none.
 * @source none: arithmetic
 */
export function highestOf(prices: readonly ComparablePrice[]): ComparablePrice | null {
  return prices.reduce<ComparablePrice | null>((high, each) => (high === null || each.compare(high) > 0 ? each : high), null);
}

/**
 * Text of an upper limit: exact where six decimals hold it, else rounded down (a maximum is never shown larger
 * than it is). Comparisons use the exact limit, not this text.
 * @source none: convention of this system
 */
export function limitText(limit: Ratio): string {
  return limit.toText(6, 'MAXIMUM_DOWN');
}
