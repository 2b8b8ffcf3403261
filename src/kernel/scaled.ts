/**
 * An exact figure that is not negative as a whole number of its smallest unit, such as 0.0001 yuan: a number as long as
 * numbers are exact, a bigint beyond. For figures that are reckoned by the hundred thousand, where an object for each
 * would cost more than the arithmetic.
 * @source none: arithmetic
 */
export type Scaled = number | bigint;

const zero = 48;
const point = 46;

/**
 * Reads a decimal text as a whole number of units of that many decimals: `0.62` of 4 decimals is 6200. Null for what is
 * no plain decimal without a sign, or has more decimals; nothing is ever cut or rounded on reading.
 * @source none: arithmetic
 */
export function scaledFrom(text: string, decimals: number): Scaled | null {
  let units = 0;
  let after = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === point && after < 0 && at > 0) {
      after = 0;
      continue;
    }
    const digit = code - zero;
    if (digit < 0 || digit > 9) return null;
    if (after >= 0) after += 1;
    units = units * 10 + digit;
  }
  if (text.length === 0 || after === 0 || after > decimals) return null;
  const missing = decimals - Math.max(after, 0);
  for (let at = 0; at < missing; at += 1) units *= 10;
  // A number that grew beyond what numbers hold stays beyond it, so that nothing was lost unseen.
  return units <= Number.MAX_SAFE_INTEGER ? units : BigInt(text.replace('.', '')) * 10n ** BigInt(missing);
}

/**
 * The decimal text with exactly that many decimals; of a difference also with a sign.
 * @source none: arithmetic
 */
export function scaledText(value: Scaled, decimals: number): string {
  if (value < 0) return `-${scaledText(-value, decimals)}`;
  const parts = partsOf[decimals];
  if (typeof value === 'number' && parts) {
    const rest = value % parts.length;
    return `${(value - rest) / parts.length}.${parts[rest]}`;
  }
  const digits = String(value);
  if (decimals === 0) return digits;
  const whole = digits.length - decimals;
  if (whole > 0) return `${digits.slice(0, whole)}.${digits.slice(whole)}`;
  return `0.${digits.padStart(decimals, '0')}`;
}

/** What stands after the point, made once: by the number of decimals, by the rest. */
const partsOf: readonly (readonly string[] | null)[] = [0, 0, 100, 1000, 10_000].map((count, decimals) =>
  count === 0 ? null : Array.from({ length: count }, (_, rest) => String(rest).padStart(decimals, '0')),
);

/**
 * The exact product.
 * @source none: arithmetic
 */
export function timesScaled(a: Scaled, b: Scaled): Scaled {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // A product that is rounded is never below the bound: it is monotone, and the bound itself is exact.
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return BigInt(a) * BigInt(b);
}

/**
 * The exact difference; below zero where the second is the greater.
 * @source none: arithmetic
 */
export function minusScaled(a: Scaled, b: Scaled): Scaled {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return BigInt(a) - BigInt(b);
}

/**
 * The smaller of the two.
 * @source none: arithmetic
 */
export const leastScaled = (a: Scaled, b: Scaled): Scaled => (a <= b ? a : b);

/**
 * Divides by a whole number above zero and rounds half up, once.
 * @source none: convention of this system (half up, once, at the end)
 */
export function halfUpScaled(value: Scaled, divisor: number): Scaled {
  if (typeof value === 'number') {
    const rest = value % divisor;
    return (value - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  }
  const by = BigInt(divisor);
  return (value * 2n + by) / (by * 2n);
}
