import { fact } from '../../kernel/fact.ts';
import { isQuantity, type Quantity } from '../../kernel/quantity.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type Verdict, verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * An agreed quantity is a commitment: a positive whole number, and after signing changed only by a recorded
 * amendment.
 * @source source text 0: "commitment to purchase quantity"
 */
export const quantityAmendmentRule = defineRule({
  id: 'procurement.quantity-amendment',
  title: 'Change of an agreed quantity',
  titleZh: '约定采购量变更',
  statement:
    'An agreed quantity is a positive whole number of units. Before signing it may be set anew; after signing it changes only by an amendment with author, reason and time.',
  statementZh: '约定采购量为正整数。签约前可重新确定；签约后仅能通过载明经办人、理由和时间的变更记录调整。',
  source: [source(documents.introduction, '"centralized purchasing negotiation commitment to purchase quantity"')],
  traces: ['S0-6'],
});

/**
 * The record an amendment leaves: who, why, when (a moment as RFC 3339 text, given by the caller).
 * @source none: a shape of this system, not a rule
 */
export interface Amendment {
  author: string;
  reason: string;
  recordedAt: string;
}

/**
 * Checks a new agreed quantity (whole units) for a line that is signed or not.
 *
 * Refuses with `QUANTITY_NOT_POSITIVE`; after signing also with `AMENDMENT_NEEDED`, `AMENDMENT_AUTHOR_MISSING`,
 * `AMENDMENT_REASON_MISSING`, `AMENDMENT_TIME_MISSING`, and `QUANTITY_UNCHANGED`; all at once.
 * @source source text 0; the form of the amendment is a convention of this system
 */
export function quantityAmendment(given: {
  isSigned: boolean;
  current: number | null;
  next: number;
  amendment: Amendment | null;
}): Verdict<{ quantity: Quantity; amendment: Amendment | null }> {
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: string, message: string, messageZh: string) =>
    refusals.push({
      code,
      field,
      message,
      messageZh,
      rule: quantityAmendmentRule.id,
      facts: [fact('current', given.current ?? ''), fact('next', given.next)],
    });
  if (!isQuantity(given.next))
    refuse('QUANTITY_NOT_POSITIVE', 'quantity', `${given.next} is not a positive whole number of units.`, `${given.next}不是正整数。`);
  if (given.isSigned) {
    const { amendment } = given;
    if (amendment === null)
      refuse(
        'AMENDMENT_NEEDED',
        'amendment',
        'The agreement is signed; the quantity changes only by an amendment.',
        '协议已签订，约定采购量仅能通过变更记录调整。',
      );
    else {
      if (!amendment.author.trim())
        refuse('AMENDMENT_AUTHOR_MISSING', 'amendment.author', 'An amendment names its author.', '变更记录须载明经办人。');
      if (!amendment.reason.trim())
        refuse('AMENDMENT_REASON_MISSING', 'amendment.reason', 'An amendment gives its reason.', '变更记录须载明理由。');
      if (!amendment.recordedAt.trim())
        refuse('AMENDMENT_TIME_MISSING', 'amendment.recordedAt', 'An amendment has its time.', '变更记录须载明时间。');
      if (given.next === given.current) refuse('QUANTITY_UNCHANGED', 'quantity', 'The amendment changes nothing.', '变更前后数量相同。');
    }
  }
  return verdict(refusals, () => ({ quantity: given.next as Quantity, amendment: given.isSigned ? given.amendment : null }));
}
