import { Decimal as DecimalJs } from 'decimal.js';
import { accepted, refused, type Verdict } from './verdict.ts';

/**
 * Exact decimal arithmetic. 80 digits hold every product of two database figures (numeric(18,4)) with room to
 * spare; only a division can lose digits, and divisions that decide something are done with `Ratio`.
 * @source none: arithmetic
 */
export const Decimal = DecimalJs.clone({ precision: 80, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -80, toExpPos: 80 });
/**
 * An exact decimal number.
 * @source none: arithmetic
 */
export type Decimal = DecimalJs;

/**
 * What a decimal text may look like: digits before and after the point.
 * @source none: mirrors the columns of the database
 */
export interface DecimalShape {
  integerDigits: number;
  decimals: number;
}

/**
 * A decimal text that is no decimal text. The caller's mistake: thrown at the edge, never a refusal of the domain.
 * @source none: a shape of this system, not a rule
 */
export class MalformedDecimal extends Error {
  constructor(
    readonly text: string,
    readonly shape: DecimalShape,
  ) {
    super(`"${text.slice(0, 60)}" is not a decimal of at most ${shape.integerDigits} digits before and ${shape.decimals} after the point`);
    this.name = 'MalformedDecimal';
  }
}

// JavaScript would read '0x10', '1_000', ' 5 ' and full-width digits as numbers: only this pattern is a decimal here.
const pattern = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/** What came in instead of a text, for the message. */
function asText(given: unknown): string {
  return typeof given === 'string' ? given : (JSON.stringify(given) ?? 'undefined');
}

/**
 * Reads a decimal text strictly: ASCII digits, one point, no sign but `-`, no exponent, no spaces, no leading
 * zeros, no negative zero, no more digits than the shape allows (nothing is ever cut or rounded on reading).
 *
 * Refuses with `MALFORMED_DECIMAL`.
 * @source none: arithmetic
 */
export function parseDecimal(text: string, shape: DecimalShape): Verdict<Decimal> {
  const parts = typeof text === 'string' && text.length <= 100 ? pattern.exec(text) : null;
  const fits =
    parts !== null &&
    (parts[2] ?? '').length <= shape.integerDigits &&
    (parts[3] ?? '').length <= shape.decimals &&
    !(parts[1] === '-' && /^[0.]+$/.test(text.slice(1)));
  if (fits) return accepted(new Decimal(text));
  const shown = asText(text).slice(0, 60);
  return refused([
    {
      code: 'MALFORMED_DECIMAL',
      field: null,
      message: `"${shown}" is not a decimal number with at most ${shape.decimals} decimals.`,
      messageZh: `“${shown}”不是小数位数不超过${shape.decimals}位的十进制数。`,
      rule: null,
      facts: [{ name: 'text', value: shown, unit: null }],
    },
  ]);
}

/**
 * Reads a decimal text as `parseDecimal` does, and throws `MalformedDecimal` where that refuses.
 * @source none: arithmetic
 */
export function decimal(text: string, shape: DecimalShape): Decimal {
  const parsed = parseDecimal(text, shape);
  if (!parsed.ok) throw new MalformedDecimal(asText(text), shape);
  return parsed.value;
}
