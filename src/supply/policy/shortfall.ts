import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import { count, type Count } from '../../kernel/quantity.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * What the buyers still owe of their commitment.
 * @source source text 0: "share the market risk of pharmaceutical enterprises"
 */
export const shortfallRule = defineRule({
  id: 'supply.shortfall',
  title: 'Shortfall of purchases',
  titleZh: '采购缺口',
  statement: 'Shortfall = agreed quantity - purchased quantity, never below zero.',
  statementZh: '采购缺口＝约定采购量－实际采购量，不小于零。',
  source: [source(documents.introduction, '"share the market risk of pharmaceutical enterprises"')],
  traces: ['S0-9'],
});

/**
 * The shortfall in whole units, 0 when the agreed quantity is reached or exceeded.
 * @source source text 0: "share the market risk of pharmaceutical enterprises"
 */
export function shortfall(given: { agreed: number; purchased: number }): { quantity: Count; explanation: Explanation } {
  const [agreed, purchased] = [count(given.agreed), count(given.purchased)];
  const quantity = count(Math.max(0, agreed - purchased));
  return {
    quantity,
    explanation: {
      rule: shortfallRule.id,
      sentence: `Of ${agreed} agreed ${purchased} were purchased; ${quantity} are missing.`,
      sentenceZh: `约定${agreed}，已采购${purchased}，缺口${quantity}。`,
      source: [...shortfallRule.source],
      inputs: [fact('agreed', agreed), fact('purchased', purchased)],
      steps: [{ text: 'max(0, agreed - purchased)', textZh: 'max（0，约定－已采购）', value: String(quantity), unit: null }],
    },
  };
}
