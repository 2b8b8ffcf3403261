import { fact } from '../../kernel/fact.ts';
import { quantity, type Count } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * What was ordered comes in one delivery or several, and no more than that.
 * @source convention of this system
 */
export const deliveryLimitRule = defineRule({
  id: 'supply.delivery-limit',
  title: 'Not more is delivered than was ordered',
  titleZh: '到货数量不超过订单数量',
  statement: 'The deliveries of an order together are not more than what it ordered; what was rejected does not count, and may come again.',
  statementZh: '同一订单各次到货合计不超过订单数量；验收拒收的数量不计，可重新送货。',
  source: [source(documents.ourConvention, 'partial deliveries')],
  traces: [],
});

/**
 * What is still open of an order after a delivery, in whole units.
 *
 * Refuses with `MORE_THAN_ORDERED`.
 * @source convention of this system
 */
export function deliveryLimit(given: { ordered: number; supplied: number; delivered: number }): Verdict<Count> {
  const open = given.ordered - given.supplied;
  const delivered = quantity(given.delivered);
  if (delivered <= open) return accepted((open - delivered) as Count);
  return refused([
    {
      code: 'MORE_THAN_ORDERED',
      field: 'quantity',
      message: `Of ${given.ordered} ordered ${open} are still to come, and ${delivered} were delivered.`,
      messageZh: `订单数量${given.ordered}，尚待到货${open}，本次到货${delivered}。`,
      rule: deliveryLimitRule.id,
      facts: [fact('ordered', given.ordered), fact('supplied', given.supplied), fact('delivered', delivered)],
    },
  ]);
}
