import type { Explanation } from '../../kernel/explanation.ts';
import { fact, type Fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The fund pays for a selected product on its winning price, and the full amount is in scope.
 * @source source text 1: "winning price of the selected product will be the payment standard"
 */
export const selectedProductStandardRule = defineRule({
  id: 'standard.selected-product',
  title: 'Payment standard of a selected product',
  titleZh: '中选产品支付标准',
  statement:
    'From the day on which a pooling area puts the result of a round in effect, the payment standard of a selected product there is its winning price, and the full amount is in scope: no first part is borne by the patient before the ratio. It ends when the area’s term of the round ends, when the winner withdraws, or when the result of a later round takes over.',
  statementZh:
    '自统筹区执行中选结果之日起，中选产品以中选价为医保支付标准，全额纳入医保支付范围，不设先行自付。至该批次在当地的执行期届满、中选企业退出或后续批次结果接替之日止。',
  source: [
    source(documents.stentSupport, '"winning price of the selected product will be the payment standard"'),
    source(documents.stentSupport, '"full amount will be included in the scope of medical insurance payment"'),
  ],
  traces: ['RE1', 'S1-15', 'S1-16'],
});

/**
 * What the standard of a selected product rests on: prices in yuan per price unit, 4 decimals; null where not on record.
 * @source none: a shape of this system, not a rule
 */
export interface SelectedProductClaim {
  readonly round: string;
  readonly product: string;
  readonly area: string;
  readonly winningPrice: string | null;
  readonly priceUnit: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly implementedBy: string;
}

/**
 * Why the standard of a selected product is its winning price, or is not on record.
 * @source source text 1
 */
export function explainSelectedProduct(claim: SelectedProductClaim): Explanation {
  const { round, product, area, winningPrice, priceUnit, effectiveFrom, effectiveTo, implementedBy } = claim;
  const inputs: Fact[] = [
    fact('round', round),
    fact('product', product),
    fact('area', area),
    fact('effectiveFrom', effectiveFrom),
    ...(effectiveTo === null ? [] : [fact('effectiveTo', effectiveTo)]),
    ...(winningPrice === null ? [] : [fact('winningPrice', winningPrice, `yuan/${priceUnit}`)]),
  ];
  if (winningPrice === null) {
    return {
      rule: selectedProductStandardRule.id,
      sentence: `The standard of ${product} in ${area} is its winning price in ${round} from ${effectiveFrom} on; that price is not on record.`,
      sentenceZh: `自 ${effectiveFrom} 起，${area} 地区 ${product} 的支付标准为 ${round} 批次中选价；该价格未记录。`,
      source: [...selectedProductStandardRule.source, source(implementedBy)],
      inputs,
      steps: [],
    };
  }
  return {
    rule: selectedProductStandardRule.id,
    sentence: `The standard of ${product} in ${area} is its winning price in ${round}, ${winningPrice} yuan per ${priceUnit}, from ${effectiveFrom} on, in scope in full.`,
    sentenceZh: `自 ${effectiveFrom} 起，${area} 地区 ${product} 的支付标准为 ${round} 批次中选价每${priceUnit}${winningPrice}元，全额纳入支付范围。`,
    source: [...selectedProductStandardRule.source, source(implementedBy)],
    inputs,
    steps: [{ text: 'winning price', textZh: '中选价', value: winningPrice, unit: `yuan/${priceUnit}` }],
  };
}
