import { parseDecimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Refusals of a percentage above 0 and up to 100, with at most 2 decimals. */
export function percentField(field: string, text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 3, decimals: 2 });
  if (parsed.ok && parsed.value.greaterThan(0) && parsed.value.lessThanOrEqualTo(100)) return [];
  return [
    {
      code: 'MALFORMED_PERCENT',
      field,
      message: `${field} must be above 0 and at most 100, with at most 2 decimals.`,
      messageZh: `${field} 须大于 0 且不超过 100,最多两位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** Refusals of the points of an indicator: 0 to 100, with at most 2 decimals; a maximum is above 0. */
export function pointsField(field: 'points' | 'maximumPoints', text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 3, decimals: 2 });
  const lowest = field === 'points' ? 0 : 0.01;
  if (parsed.ok && parsed.value.greaterThanOrEqualTo(lowest) && parsed.value.lessThanOrEqualTo(100)) return [];
  return [
    {
      code: 'MALFORMED_POINTS',
      field: 'indicators',
      message: `${field} must be ${lowest} to 100, with at most 2 decimals.`,
      messageZh: `${field} 须为 ${lowest} 至 100,最多两位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** Refusals of what was spent: yuan, not below 0, with at most 2 decimals. */
export function spentField(field: string, text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 16, decimals: 2 });
  if (parsed.ok && parsed.value.greaterThanOrEqualTo(0)) return [];
  return [
    {
      code: 'MALFORMED_AMOUNT',
      field,
      message: `${field} must not be below 0, with at most 2 decimals.`,
      messageZh: `${field} 不得小于 0,最多两位小数。`,
      rule: null,
      facts: [fact(field, text)],
    },
  ];
}

/** The agreement years that there can be, from that of the first round. */
const agreementYears = { first: 2018, last: 2100 } as const;

/** Refusals of an agreement year. */
export function yearField(agreementYear: number): Refusal[] {
  const { first, last } = agreementYears;
  if (agreementYear >= first && agreementYear <= last) return [];
  return [
    {
      code: 'MALFORMED_YEAR',
      field: 'agreementYear',
      message: `agreementYear must be a year from ${first} (the first round) to ${last}, not ${agreementYear}.`,
      messageZh: `协议年度须在 ${first}(首个批次)至 ${last} 之间,而不是 ${agreementYear}。`,
      rule: null,
      facts: [fact('agreementYear', agreementYear)],
    },
  ];
}
