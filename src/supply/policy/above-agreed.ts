import { count, type Count } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Once the agreed quantity is reached, more is still supplied at the winning price.
 * @source CSJ-YD2022-1: "if the volume is completed early the excess is still supplied at the winning price"
 */
export const aboveAgreedRule = defineRule({
  id: 'supply.above-agreed',
  title: 'Quantity above the agreed',
  titleZh: '超出约定采购量的部分',
  statement: 'Quantity above the agreed is bought at the winning price, is never refused for being above it, and is shown apart.',
  statementZh: '超出约定采购量的部分仍按中选价采购，不因超量而拒绝，并单独列示。',
  source: [source(documents.yangtze, 'excess supplied at the winning price')],
  traces: ['RJ3'],
});

/**
 * What of a quantity lies above the agreed, in whole units.
 * @source CSJ-YD2022-1
 */
export function aboveAgreed(given: { agreed: number; quantity: number }): Count {
  return count(Math.max(0, count(given.quantity) - count(given.agreed)));
}
