import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { dayInFuture } from './recorded-day.ts';

/**
 * A payment that did not stand is taken back by an entry of its own.
 * @source none: our convention; facts are never changed
 */
export const paymentReversalRule = defineRule({
  id: 'payment.payment-reversal',
  title: 'Reversal of a payment',
  titleZh: '付款冲销',
  statement:
    'A payment is reversed whole, once, with a reason, by a new entry that raises what is open again from the day of the reversal on; the payment itself stays on record.',
  statementZh: '付款可整笔冲销一次并注明原因,另立分录;自冲销日起未付金额恢复,原付款记录保留。',
  source: [source(documents.ourConvention, 'a correction is a new entry')],
  traces: ['RD2'],
});

/**
 * Everything that is wrong with the reversal of a payment, none when it stands.
 *
 * Refuses with `ALREADY_REVERSED`, `REVERSED_BEFORE_PAYMENT`, `DATE_IN_FUTURE`.
 * @param now the day of recording
 * @source none: our convention
 */
export function paymentReversal(
  payment: { readonly reference: string; readonly paidOn: LocalDate; readonly reversedOn: LocalDate | null },
  on: LocalDate,
  now: LocalDate,
): Refusal[] {
  const { reference, paidOn, reversedOn } = payment;
  const rule = paymentReversalRule.id;
  const refusals = dayInFuture('reversedOn', on, now);
  if (reversedOn !== null) {
    refusals.push({
      code: 'ALREADY_REVERSED',
      field: 'paymentReference',
      message: `The payment ${reference} was reversed on ${reversedOn}.`,
      messageZh: `付款 ${reference} 已于 ${reversedOn} 冲销。`,
      rule,
      facts: [fact('reference', reference), fact('reversedOn', reversedOn)],
    });
  }
  if (on < paidOn) {
    refusals.push({
      code: 'REVERSED_BEFORE_PAYMENT',
      field: 'reversedOn',
      message: `The payment ${reference} is of ${paidOn}, after the day of reversal ${on}.`,
      messageZh: `付款 ${reference} 的日期为 ${paidOn},晚于冲销日期 ${on}。`,
      rule,
      facts: [fact('paidOn', paidOn), fact('reversedOn', on)],
    });
  }
  return refusals;
}
