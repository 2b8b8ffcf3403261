import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * A bid carries the enterprise's declaration that the price is not below its cost.
 * @source source text 0: "is not sold at a loss"
 */
export const costDeclarationRule = defineRule({
  id: 'procurement.cost-declaration',
  title: 'Declaration that the price is not below cost',
  titleZh: '不低于成本价声明',
  statement: 'A bid without the declaration that its price is not below cost is invalid; for past bids the declaration may be unknown.',
  statementZh: '无“不低于成本价”声明的报价无效；历史报价可无记录。',
  source: [source(documents.introduction, '"is not sold at a loss"')],
  traces: ['S0-11'],
});

/**
 * Judges whether the declaration was made: true, false (invalid), or null where a past bid says nothing about it.
 * @source source text 0: "is not sold at a loss"; the refusal is a convention of this system
 */
export function costDeclaration(declared: boolean | null): Judgement {
  const inputs = declared === null ? [] : [fact('notBelowCostDeclared', String(declared))];
  if (declared === null)
    return judgement(
      costDeclarationRule,
      null,
      'It is not on record whether the price was declared not below cost.',
      '是否声明不低于成本价，无记录。',
      inputs,
    );
  return declared
    ? judgement(costDeclarationRule, true, 'The price was declared not below cost.', '已声明报价不低于成本。', inputs)
    : judgement(
        costDeclarationRule,
        false,
        'The declaration that the price is not below cost is missing.',
        '缺少报价不低于成本的声明。',
        inputs,
      );
}
