import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { type Judgement, judgement } from './finding.ts';

/**
 * In the drug schemes an enterprise makes one bid in a lot; the stent schemes let one enterprise bid several products.
 * @source medicaltrend.org 2021-02-07; the sentence itself from general knowledge of the field
 */
export const oneBidPerEnterpriseRule = defineRule({
  id: 'procurement.one-bid-per-enterprise',
  title: 'One bid per enterprise and lot',
  titleZh: '同一企业同一采购单元一个报价',
  statement: 'In the drug schemes an enterprise makes one bid in a lot; further bids make all of them invalid.',
  statementZh: '药品集采中，同一企业在同一采购单元只能有一个报价；多报的，全部无效。',
  source: [source(documents.fieldPractice)],
  traces: ['RB1'],
});

/**
 * Judges the bids of one enterprise in a lot by their number.
 * @source medicaltrend.org 2021-02-07; that all of them fall is a convention of this system
 */
export function oneBidPerEnterprise(enterpriseCode: string, bidsInLot: number): Judgement {
  const inputs = [fact('enterprise', enterpriseCode), fact('bidsInLot', bidsInLot)];
  return bidsInLot === 1
    ? judgement(
        oneBidPerEnterpriseRule,
        true,
        'It is the only bid of its enterprise in this lot.',
        '该企业在本采购单元仅有一个报价。',
        inputs,
      )
    : judgement(
        oneBidPerEnterpriseRule,
        false,
        `The enterprise made ${bidsInLot} bids in this lot; one is allowed.`,
        `该企业在本采购单元有${bidsInLot}个报价，只允许一个。`,
        inputs,
      );
}
