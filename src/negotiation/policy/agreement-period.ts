import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { Period } from '../../kernel/period.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { agreementPeriodClauses } from './agreement-period.clauses.ts';
import { documents } from './documents.ts';

/**
 * A success sets the payment standard, the payment scope and the agreement period.
 * @source flcube 16626; known from the field
 */
export const agreementPeriodRule = defineRule({
  id: 'negotiation.agreement-period',
  title: 'Agreement period',
  titleZh: '协议有效期',
  statement:
    'A success sets the payment standard, the payment scope and the agreement period: two years from the first day. A simple renewal takes over on the day after, for two years again. No two outcomes of a product hold on the same day.',
  statementZh: '谈判成功的，确定支付标准、支付范围和协议期：自首日起两年。简易续约自到期次日起再续两年。同一产品同日不得有两项结果有效。',
  source: [source(documents.fieldPractice, 'agreements of 2 years'), source(documents.renewalTerm, 'simple renewal of 2 years')],
  clauses: agreementPeriodClauses,
  traces: ['RH3'],
});

/**
 * The agreement period that begins on a day, by the rules of the day on which it is agreed; the end is the first day after.
 * @source flcube 16626; that months are counted by the calendar is a convention of this system
 */
export function agreementPeriod(from: LocalDate, agreedOn: LocalDate): Period & { to: LocalDate } {
  return { from, to: addMonths(from, agreementPeriodClauses.inForce(agreedOn).value.months) };
}
