import { fact } from '../kernel/fact.ts';
import { parseDecimal } from '../kernel/decimal.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Refusals of a unit price in yuan: above 0, at most 14 digits before the point and 4 after. Null is none. */
export function unitPriceField(field: string, text: string | null): Refusal[] {
  if (text === null) return [];
  const parsed = parseDecimal(text, { integerDigits: 14, decimals: 4 });
  if (parsed.ok && parsed.value.greaterThan(0)) return [];
  return [
    {
      code: 'MALFORMED_PRICE',
      field,
      message: `${field} must be above 0, with at most 4 decimals.`,
      messageZh: `${field} 须大于 0,最多四位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** Refusals of a strength: above 0, at most 12 digits before the point and 6 after, as its column holds it. Null is none. */
export function strengthField(field: string, text: string | null): Refusal[] {
  if (text === null) return [];
  const parsed = parseDecimal(text, { integerDigits: 12, decimals: 6 });
  if (parsed.ok && parsed.value.greaterThan(0)) return [];
  return [
    {
      code: 'MALFORMED_STRENGTH',
      field,
      message: `${field} must be above 0, with at most 12 digits before the point and 6 after.`,
      messageZh: `${field} 须大于 0,整数部分不超过 12 位,最多六位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** Refusals of a percentage: at most 2 decimals, since that is what is stored and shown. Null is none. */
export function percentField(field: string, text: string | null): Refusal[] {
  if (text === null || parseDecimal(text, { integerDigits: 3, decimals: 2 }).ok) return [];
  return [
    {
      code: 'MALFORMED_PERCENT',
      field,
      message: `${field} must be a percentage with at most 2 decimals.`,
      messageZh: `${field} 须为百分比,最多两位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** Refusals of an agreement year: the year in which it begins. */
export function agreementYearField(year: number): Refusal[] {
  if (Number.isInteger(year) && year >= 2018 && year <= 2100) return [];
  return [
    {
      code: 'MALFORMED_YEAR',
      field: 'agreementYear',
      message: `agreementYear must be a year from 2018 (the first round) to 2100, not ${year}.`,
      messageZh: `协议年度须在 2018(首个批次)至 2100 之间,而不是 ${year}。`,
      rule: null,
      facts: [fact('agreementYear', year)],
    },
  ];
}
