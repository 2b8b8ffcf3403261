import { fact } from './fact.ts';
import { isQuantity } from './quantity.ts';
import type { Refusal } from './refusal.ts';

/**
 * Refusals of a field that must be a whole number above 0. Null is none.
 * @source none: machinery
 */
export function quantityField(field: string, value: number | null): Refusal[] {
  if (value === null || isQuantity(value)) return [];
  return [
    {
      code: 'QUANTITY_NOT_POSITIVE',
      field,
      message: `${field} must be a whole number above 0, not ${value}.`,
      messageZh: `${field} 须为正整数,而不是 ${value}。`,
      rule: null,
      facts: [fact(field, value)],
    },
  ];
}
