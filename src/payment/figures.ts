import { parseDecimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';

/** Refusals of an amount in yuan: above 0, at most 16 digits before the point and 2 after. */
export function amountField(field: string, text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 16, decimals: 2 });
  if (parsed.ok && parsed.value.greaterThan(0)) return [];
  return [
    {
      code: 'MALFORMED_AMOUNT',
      field,
      message: `${field} must be above 0, with at most 2 decimals.`,
      messageZh: `${field} 须大于 0,最多两位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** Refusals of the reference of a voucher, which is a business code. */
export function referenceField(reference: string): Refusal[] {
  return textRefusals({ referenceCode: reference }).map((each) => ({ ...each, field: 'reference' }));
}
