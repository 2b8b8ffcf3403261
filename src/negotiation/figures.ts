import { parseDecimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';

/**
 * Refusals of a unit price in yuan: above 0, at most 14 digits before the point and 4 after. What was given is not repeated:
 * it may be what is about to be sealed.
 */
export function priceField(field: string, text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 14, decimals: 4 });
  if (parsed.ok && parsed.value.greaterThan(0)) return [];
  return [
    {
      code: 'MALFORMED_PRICE',
      field,
      message: `${field} must be above 0, with at most 4 decimals.`,
      messageZh: `${field} 须大于 0,最多四位小数。`,
      rule: null,
      facts: [],
    },
  ];
}

/** Refusals of an amount in yuan: at most 16 digits before the point and 2 after. Null is none. */
export function amountField(field: string, text: string | null): Refusal[] {
  if (text === null || parseDecimal(text, { integerDigits: 16, decimals: 2 }).ok) return [];
  return [
    {
      code: 'MALFORMED_AMOUNT',
      field,
      message: `${field} must be an amount in yuan with at most 2 decimals.`,
      messageZh: `${field} 须为金额(元),最多两位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}
