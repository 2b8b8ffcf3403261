import { parseDecimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';

/** Refusals of a prepaid amount: yuan above 0 with at most 2 decimals. */
export function prepaidAmountField(text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 16, decimals: 2 });
  if (parsed.ok && parsed.value.greaterThan(0)) return [];
  return [
    {
      code: 'MALFORMED_AMOUNT',
      field: 'amount',
      message: 'amount must be above 0, with at most 2 decimals.',
      messageZh: 'amount 须大于 0,最多两位小数。',
      rule: null,
      facts: [fact('amount', text)],
    },
  ];
}

/** Refusals of the ratio of a pooling area: a percentage above 0 and up to 100, with at most 2 decimals. */
export function ratioPercentField(text: string): Refusal[] {
  const parsed = parseDecimal(text, { integerDigits: 3, decimals: 2 });
  if (parsed.ok && parsed.value.greaterThan(0) && parsed.value.lessThanOrEqualTo(100)) return [];
  return [
    {
      code: 'MALFORMED_PERCENT',
      field: 'ratioPercent',
      message: 'ratioPercent must be above 0 and at most 100, with at most 2 decimals.',
      messageZh: 'ratioPercent 须大于 0 且不超过 100,最多两位小数。',
      rule: null,
      facts: [fact('ratioPercent', text)],
    },
  ];
}

/** The column of a reference is that of a business code. */
const longestReference = 120;

/** The agreement years that there can be, from that of the first round. */
export const agreementYears = { first: 2018, last: 2100 } as const;

/** Refusals of what every movement says of itself: its agreement year and its reference. */
export function movementFields({ agreementYear, reference }: { agreementYear: number; reference: string }): Refusal[] {
  const refusals = textRefusals({ reference });
  if (refusals.length === 0 && reference.length > longestReference) refusals.push(referenceTooLong);
  const { first, last } = agreementYears;
  if (agreementYear >= first && agreementYear <= last) return refusals;
  return [
    ...refusals,
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

const referenceTooLong: Refusal = {
  code: 'MALFORMED_TEXT',
  field: 'reference',
  message: `reference must be 1 to ${longestReference} characters.`,
  messageZh: `reference 须为 1 至 ${longestReference} 个字符。`,
  rule: null,
  facts: [fact('longest', longestReference)],
};
