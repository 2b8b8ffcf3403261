import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { dayInFuture } from './recorded-day.ts';

/**
 * What may be paid on a payable.
 * @source the stent Opinions of 2021 (source text 1); our convention
 */
export const paymentLimitRule = defineRule({
  id: 'payment.payment-limit',
  title: 'Limit of a payment',
  titleZh: '付款上限',
  statement:
    'A payment is at most what is open of the payable at the end of its day and of every later one: a payment that was taken back later stood until then. It is not before the acceptance nor in the future, and has a reference that no other payment of the payable has. A payable may be paid in parts.',
  statementZh:
    '付款不得超过该笔应付货款自付款日起各日的未付金额(其后冲销的付款在冲销前仍计为已付),付款日期不得早于验收日期、不得晚于今日,凭证号在该笔应付货款内唯一。可分次付款。',
  source: [source(documents.stentSupport, 'settlement after the delivery acceptance'), source(documents.ourConvention, 'no overpayment')],
  traces: ['S1-13', 'RD1'],
});

/**
 * A payment as it is told.
 * @source none: a shape of this system, not a rule
 */
export interface Payment {
  readonly amount: Money;
  readonly paidOn: LocalDate;
  readonly reference: string;
}

/**
 * The payable as it stands when the payment is recorded; yuan.
 * @source none: a shape of this system, not a rule
 */
export interface OpenPayable {
  readonly amount: Money;
  /** At least, on the day of the payment and every later one. */
  readonly open: Money;
  readonly acceptedOn: LocalDate;
  readonly references: ReadonlySet<string>;
}

/**
 * Everything that is wrong with a payment, none when it stands.
 *
 * Refuses with `PAYMENT_ABOVE_OPEN_AMOUNT`, `PAID_BEFORE_ACCEPTANCE`, `DATE_IN_FUTURE`, `REFERENCE_TAKEN`.
 * @param now the day of recording
 * @source the stent Opinions of 2021 (source text 1); our convention
 */
export function paymentLimit(payable: OpenPayable, told: Payment, now: LocalDate): Refusal[] {
  const { amount, paidOn, reference } = told;
  const rule = paymentLimitRule.id;
  const refusals = dayInFuture('paidOn', paidOn, now);
  if (amount.compare(payable.open) > 0) {
    refusals.push({
      code: 'PAYMENT_ABOVE_OPEN_AMOUNT',
      field: 'amount',
      message: `A payment of ${amount.toString()} is more than the ${payable.open.toString()} that are open.`,
      messageZh: `付款 ${amount.toString()} 元超过未付金额 ${payable.open.toString()} 元。`,
      rule,
      facts: [
        fact('payment', amount.toString(), 'yuan'),
        fact('open', payable.open.toString(), 'yuan'),
        fact('payable', payable.amount.toString(), 'yuan'),
      ],
    });
  }
  if (paidOn < payable.acceptedOn) {
    refusals.push({
      code: 'PAID_BEFORE_ACCEPTANCE',
      field: 'paidOn',
      message: `The goods were accepted on ${payable.acceptedOn}, after the day of payment ${paidOn}.`,
      messageZh: `货物于 ${payable.acceptedOn} 验收,晚于付款日期 ${paidOn}。`,
      rule,
      facts: [fact('paidOn', paidOn), fact('acceptedOn', payable.acceptedOn)],
    });
  }
  if (payable.references.has(reference)) {
    refusals.push({
      code: 'REFERENCE_TAKEN',
      field: 'reference',
      message: `A payment with the reference ${reference} is on record for this payable.`,
      messageZh: `该笔应付货款已有凭证号为 ${reference} 的付款。`,
      rule,
      facts: [fact('reference', reference)],
    });
  }
  return refusals;
}
