import { Decimal } from './decimal.ts';

/**
 * Roundings by what they are for: a minimum is rounded up (the rounded figure still meets it), a maximum down,
 * and a computed figure half up, once, at the end.
 * @source none: convention of this system (house rule for numbers)
 */
export type Rounding = 'MINIMUM_UP' | 'MAXIMUM_DOWN' | 'HALF_UP';

const modes = {
  MINIMUM_UP: Decimal.ROUND_CEIL,
  MAXIMUM_DOWN: Decimal.ROUND_FLOOR,
  HALF_UP: Decimal.ROUND_HALF_UP,
} as const;

/**
 * Rounds to that many decimals, by name. Half up moves an exact half away from zero.
 * @source none: convention of this system
 */
export function roundTo(value: Decimal, decimals: number, rounding: Rounding): Decimal {
  return value.toDecimalPlaces(decimals, modes[rounding]);
}

/**
 * A minimum amount: up to the next 0.01.
 * @source none: convention of this system
 */
export function ceil2(value: Decimal): Decimal {
  return roundTo(value, 2, 'MINIMUM_UP');
}

/**
 * A computed amount: half up to 0.01, once.
 * @source none: convention of this system
 */
export function half2(value: Decimal): Decimal {
  return roundTo(value, 2, 'HALF_UP');
}

/**
 * A maximum amount: down to 0.01.
 * @source none: convention of this system
 */
export function floor2(value: Decimal): Decimal {
  return roundTo(value, 2, 'MAXIMUM_DOWN');
}

/**
 * A computed unit price: half up to 0.0001, once.
 * @source none: convention of this system
 */
export function half4(value: Decimal): Decimal {
  return roundTo(value, 4, 'HALF_UP');
}
