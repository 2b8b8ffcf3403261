import { type Decimal, decimal } from './decimal.ts';
import { type Ratio, timesRatio } from './ratio.ts';
import { roundTo, type Rounding } from './rounding.ts';

const shape = { integerDigits: 16, decimals: 2 };

/**
 * An amount in yuan, exact to 0.01, at most 16 digits before the point (the column numeric(18,2)). May be
 * negative: a deficit, a difference.
 * @source none: house rule, amounts have 2 decimals
 */
export class Money {
  private constructor(readonly yuan: Decimal) {}

  /** Reads a text such as `177000.00`; throws `MalformedDecimal`. @source none: arithmetic */
  static of(text: string): Money {
    return new Money(decimal(text, shape));
  }

  /** An amount from a computed decimal, rounded once, by name, to 0.01. @source none: arithmetic */
  static rounded(value: Decimal, rounding: Rounding): Money {
    const cents = roundTo(value, 2, rounding);
    if (!cents.isFinite() || cents.abs().greaterThanOrEqualTo('1e16')) throw new RangeError('an amount leaves numeric(18,2)');
    return new Money(cents);
  }

  plus(other: Money): Money {
    return Money.rounded(this.yuan.plus(other.yuan), 'HALF_UP');
  }

  minus(other: Money): Money {
    return Money.rounded(this.yuan.minus(other.yuan), 'HALF_UP');
  }

  /** This amount times an exact ratio, rounded once, by name. @source none: arithmetic */
  times(ratio: Ratio, rounding: Rounding): Money {
    return Money.rounded(timesRatio(this.yuan, ratio, 2, rounding), rounding);
  }

  compare(other: Money): number {
    return this.yuan.comparedTo(other.yuan);
  }

  /** Always two decimals: `177000.00`. @source none: house rule */
  toString(): string {
    return this.yuan.toFixed(2);
  }

  toJSON(): string {
    return this.toString();
  }
}

/**
 * The exact sum of amounts; `0.00` for none.
 * @source none: arithmetic
 */
export function sumOfMoney(amounts: readonly Money[]): Money {
  return amounts.reduce((sum, each) => sum.plus(each), Money.of('0'));
}
