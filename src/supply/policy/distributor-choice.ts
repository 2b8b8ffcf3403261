import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type Verdict, verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * The winning enterprise chooses who distributes its product, and nobody else does.
 * @source stent supporting measures (2021): "winning company is required to independently select the company that distributes"
 */
export const distributorChoiceRule = defineRule({
  id: 'supply.distributor-choice',
  title: 'The winning enterprise chooses its distributors',
  titleZh: '中选企业自主选择配送企业',
  statement: 'Only the winning enterprise of a product appoints its distributors; one at least is appointed before the first order.',
  statementZh: '配送企业由该产品中选企业自主选定；首次下单前至少选定一家。',
  source: [
    source(documents.stentSupport, '"independently select the company that distributes"'),
    source(documents.ourConvention, 'one at least before the first order'),
  ],
  traces: ['S1-10'],
});

/**
 * Checks who appoints whom.
 *
 * Refuses with `NOT_THE_WINNER`, `NOT_A_DISTRIBUTOR`.
 * @source stent supporting measures (2021)
 */
export function distributorChoice(given: {
  enterprise: string;
  winner: string;
  product: string;
  distributor: { code: string; isDistributor: boolean } | null;
}): Verdict<true> {
  const refusals: Refusal[] = [];
  if (given.enterprise !== given.winner)
    refusals.push({
      code: 'NOT_THE_WINNER',
      field: 'productCode',
      message: `The distributors of product ${given.product} are chosen by its winning enterprise, which ${given.enterprise} is not.`,
      messageZh: `产品${given.product}的配送企业由其中选企业选定，${given.enterprise}不是该产品的中选企业。`,
      rule: distributorChoiceRule.id,
      facts: [fact('enterprise', given.enterprise), fact('product', given.product)],
    });
  if (given.distributor && !given.distributor.isDistributor)
    refusals.push({
      code: 'NOT_A_DISTRIBUTOR',
      field: 'distributorCode',
      message: `Enterprise ${given.distributor.code} is no distributor.`,
      messageZh: `企业${given.distributor.code}不是配送企业。`,
      rule: distributorChoiceRule.id,
      facts: [fact('enterprise', given.distributor.code)],
    });
  return verdict(refusals, () => true);
}

/**
 * The refusal `DISTRIBUTOR_MISSING` of an order on a day on which nobody is appointed.
 * @source convention of this system
 */
export function distributorMissing(on: string): Refusal {
  return {
    code: 'DISTRIBUTOR_MISSING',
    field: 'agreementNumber',
    message: `On ${on} the enterprise has appointed no distributor for this product in this area.`,
    messageZh: `${on}该企业尚未就该产品在本地区选定配送企业。`,
    rule: distributorChoiceRule.id,
    facts: [fact('on', on)],
  };
}
