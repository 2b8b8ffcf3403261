import { fact } from '../../kernel/fact.ts';
import { quantity } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * The agreed volume of a renewed agreement is not less than the previous year's.
 * @source CSJ-YD2022-1
 */
export const renewedQuantityFloorRule = defineRule({
  id: 'procurement.renewed-quantity-floor',
  title: 'Renewed volume not below the previous year',
  titleZh: '续签约定采购量不低于上年',
  statement: 'Agreements are signed yearly; the renewed agreed volume is not less than the previous year’s.',
  statementZh: '协议每年一签，续签的约定采购量不低于上年约定采购量。',
  source: [source(documents.yangtze)],
  traces: ['RA3'],
});

/**
 * Checks a renewed agreed volume against the previous year's (both positive whole units); equality is allowed.
 *
 * Refuses with `RENEWED_QUANTITY_BELOW_PREVIOUS`.
 * @source CSJ-YD2022-1
 */
export function renewedQuantityFloor(previous: number, renewed: number): Verdict<number> {
  if (quantity(renewed) >= quantity(previous)) return accepted(renewed);
  return refused([
    {
      code: 'RENEWED_QUANTITY_BELOW_PREVIOUS',
      field: 'quantity',
      message: `The renewed volume of ${renewed} is less than the previous year’s ${previous}.`,
      messageZh: `续签约定采购量${renewed}低于上年的${previous}。`,
      rule: renewedQuantityFloorRule.id,
      facts: [fact('renewed', renewed), fact('previous', previous)],
    },
  ]);
}
