import { Decimal, decimal } from './decimal.ts';
import { roundTo, type Rounding } from './rounding.ts';

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * An exact fraction without unit (a share, a multiple, an average), kept reduced. Nothing is rounded until
 * somebody asks for it by name.
 *
 * Needed because a third is no decimal: 3 x (1 / 3) is 1 here, and 0.99… in decimal arithmetic.
 * @source none: arithmetic
 */
export class Ratio {
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** numerator / denominator; throws on a denominator of zero. @source none: arithmetic */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
    let [n, d] = [BigInt(numerator), BigInt(denominator)];
    if (d === 0n) throw new RangeError('a ratio needs a denominator other than zero');
    if (d < 0n) [n, d] = [-n, -d];
    const divisor = greatestCommonDivisor(n, d);
    return new Ratio(n / divisor, d / divisor);
  }

  /** The exact value of a decimal text such as `1.8`; throws `MalformedDecimal`. @source none: arithmetic */
  static parse(text: string): Ratio {
    return Ratio.fromDecimal(decimal(text, { integerDigits: 18, decimals: 18 }));
  }

  /** The exact value of a percentage such as `60` or `29.99`; throws `MalformedDecimal`. @source none: arithmetic */
  static percent(text: string): Ratio {
    return Ratio.parse(text).times(Ratio.of(1, 100));
  }

  /** The exact value of a decimal number. @source none: arithmetic */
  static fromDecimal(value: Decimal): Ratio {
    const decimals = value.decimalPlaces();
    return Ratio.of(BigInt(value.times(new Decimal(10).pow(decimals)).toFixed(0)), 10n ** BigInt(decimals));
  }

  plus(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator);
  }

  minus(other: Ratio): Ratio {
    return this.plus(Ratio.of(-other.numerator, other.denominator));
  }

  times(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  dividedBy(other: Ratio): Ratio {
    return Ratio.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Below zero, zero or above zero, as for a sort. @source none: arithmetic */
  compare(other: Ratio): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  isAtMost(limit: Ratio): boolean {
    return this.compare(limit) <= 0;
  }

  isAtLeast(limit: Ratio): boolean {
    return this.compare(limit) >= 0;
  }

  /** The whole number nearest by the named rounding. @source none: arithmetic */
  toInteger(rounding: Rounding): bigint {
    return this.scaled(0, rounding);
  }

  /** Decimal text with exactly that many decimals, by the named rounding. @source none: arithmetic */
  toFixed(decimals: number, rounding: Rounding): string {
    return new Decimal(this.scaled(decimals, rounding).toString()).dividedBy(new Decimal(10).pow(decimals)).toFixed(decimals);
  }

  /** Percentage text with exactly that many decimals, by the named rounding. @source none: arithmetic */
  toPercent(decimals: number, rounding: Rounding): string {
    return this.times(Ratio.of(100)).toFixed(decimals, rounding);
  }

  /** The exact decimal text where there is one of at most `decimals` places, else rounded to them by name. */
  toText(decimals = 6, rounding: Rounding = 'HALF_UP'): string {
    return new Decimal(this.toFixed(decimals, rounding)).toFixed();
  }

  private scaled(decimals: number, rounding: Rounding): bigint {
    const scaled = this.numerator * 10n ** BigInt(decimals);
    const down = scaled / this.denominator - (scaled % this.denominator < 0n ? 1n : 0n);
    const rest = scaled - down * this.denominator;
    if (rest === 0n || rounding === 'MAXIMUM_DOWN') return down;
    if (rounding === 'MINIMUM_UP') return down + 1n;
    const twice = rest * 2n;
    // An exact half moves away from zero, as `roundTo` does.
    return twice > this.denominator || (twice === this.denominator && scaled > 0n) ? down + 1n : down;
  }
}

/**
 * The ratio of two decimals as an exact fraction rounded once: used where a share of an amount is shown.
 * @source none: arithmetic
 */
export function ratioOf(part: Decimal, whole: Decimal): Ratio {
  return Ratio.fromDecimal(part).dividedBy(Ratio.fromDecimal(whole));
}

/**
 * A decimal amount times an exact ratio, rounded once by name to that many decimals.
 * @source none: arithmetic
 */
export function timesRatio(amount: Decimal, ratio: Ratio, decimals: number, rounding: Rounding): Decimal {
  return roundTo(new Decimal(Ratio.fromDecimal(amount).times(ratio).toFixed(decimals, rounding)), decimals, rounding);
}
