import { Decimal, decimal } from './decimal.ts';
import { Money } from './money.ts';
import { type Count } from './quantity.ts';
import { Ratio } from './ratio.ts';
import { half4, type Rounding } from './rounding.ts';

const shape = { integerDigits: 14, decimals: 4 };

/**
 * A price in yuan per unit (`box`, `tablet`, `stent`), exact to 0.0001, not negative, at most 14 digits before
 * the point (the column numeric(18,4)). The unit is part of the type: a price per box does not compare with a
 * price per tablet, the one becomes the other only by a named conversion.
 * @source none: house rule, unit prices have 4 decimals because real ceilings have (112.3267)
 */
export class UnitPrice<Unit extends string = string> {
  private constructor(
    readonly yuan: Decimal,
    readonly unit: Unit,
  ) {}

  /** Reads a text such as `1.0924` as a price per that unit; throws `MalformedDecimal`, also below zero. */
  static of<Unit extends string>(text: string, unit: Unit): UnitPrice<Unit> {
    const yuan = decimal(text, shape);
    if (yuan.isNegative()) throw new RangeError(`a unit price is not negative: ${text}`);
    return new UnitPrice(yuan, unit);
  }

  /** A price from a computed decimal, rounded half up once to 0.0001. @source none: arithmetic */
  static rounded<Unit extends string>(value: Decimal, unit: Unit): UnitPrice<Unit> {
    return UnitPrice.of(half4(value).toFixed(4), unit);
  }

  compare(other: UnitPrice<Unit>): number {
    // The type forbids it already; a cast must not slip through silently.
    if ((other.unit as string) !== this.unit) throw new TypeError(`yuan/${this.unit} does not compare with yuan/${other.unit}`);
    return this.yuan.comparedTo(other.yuan);
  }

  isAtMost(limit: UnitPrice<Unit>): boolean {
    return this.compare(limit) <= 0;
  }

  equals(other: UnitPrice<Unit>): boolean {
    return this.compare(other) === 0;
  }

  /** The exact figure as a fraction, for multiples and averages. @source none: arithmetic */
  toRatio(): Ratio {
    return Ratio.fromDecimal(this.yuan);
  }

  /** Price times a number of units, rounded once, by name, to 0.01. @source none: arithmetic */
  times(units: Count, rounding: Rounding = 'HALF_UP'): Money {
    return Money.rounded(this.yuan.times(units), rounding);
  }

  /**
   * The price per smaller unit when one of this unit holds `units` of them (a box of 28 tablets), further divided
   * by `factor`; rounded half up once to 0.0001.
   * @source none: arithmetic
   */
  per<Smaller extends string>(smaller: Smaller, units: number, factor: Decimal = new Decimal(1)): UnitPrice<Smaller> {
    return UnitPrice.rounded(this.yuan.dividedBy(new Decimal(units).times(factor)), smaller);
  }

  /** Always four decimals: `590.0000`. @source none: house rule */
  toString(): string {
    return this.yuan.toFixed(4);
  }

  toJSON(): string {
    return this.toString();
  }
}
