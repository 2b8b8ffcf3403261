import { fact } from '../../kernel/fact.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { contains } from '../../kernel/period.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Orders are placed while the agreement holds.
 * @source CSJ-YD2022-1
 */
export const orderPeriodRule = defineRule({
  id: 'supply.order-period',
  title: 'Orders are placed while the agreement holds',
  titleZh: '协议有效期内下单',
  statement: 'An order is placed on a day on which its agreement holds; the first day counts, the day after the last does not.',
  statementZh: '订单须在协议有效期内下达，含首日与末日。',
  source: [source(documents.yangtze, 'agreement signed yearly'), source(documents.ourConvention, 'both days count')],
  traces: [],
});

/**
 * Refusals of the day of an order under an agreement [from, to): `AGREEMENT_NOT_IN_FORCE`.
 * @source CSJ-YD2022-1
 */
export function orderPeriod(on: LocalDate, agreement: { from: LocalDate; to: LocalDate }): Refusal[] {
  if (contains(agreement, on)) return [];
  return [
    {
      code: 'AGREEMENT_NOT_IN_FORCE',
      field: 'orderedOn',
      message: `The agreement holds from ${agreement.from} to ${addDays(agreement.to, -1)}, not on ${on}.`,
      messageZh: `协议有效期为${agreement.from}至${addDays(agreement.to, -1)}，${on}不在其内。`,
      rule: orderPeriodRule.id,
      facts: [fact('on', on), fact('inForceFrom', agreement.from), fact('inForceTo', agreement.to)],
    },
  ];
}
