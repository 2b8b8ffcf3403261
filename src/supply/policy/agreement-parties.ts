import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Under an agreement its own parties act and nobody else; whoever is none of them is not told that it exists.
 * @source convention of this system
 */
export const agreementPartiesRule = defineRule({
  id: 'supply.agreement-parties',
  title: 'An agreement is carried out by its parties',
  titleZh: '协议由签约各方履行',
  statement: 'The institution of an agreement orders under it and its enterprise delivers; to anybody else the agreement is not on record.',
  statementZh: '协议项下由签约医疗机构下单、由签约企业送货；对其他主体视同不存在该协议。',
  source: [source(documents.supply), source(documents.ourConvention, 'existence is not told')],
  traces: [],
});

/**
 * The refusal `AGREEMENT_NOT_FOUND`: there is no such agreement, or the caller is no party of it; both in the same words.
 * @source convention of this system
 */
export function agreementNotFound(areaCode: string, number: string): Refusal {
  return {
    code: 'AGREEMENT_NOT_FOUND',
    field: 'agreementNumber',
    message: `No agreement ${number} of area ${areaCode} is on record in which you have a part.`,
    messageZh: `统筹区${areaCode}没有您参与的编号为${number}的协议。`,
    rule: agreementPartiesRule.id,
    facts: [fact('area', areaCode), fact('agreement', number)],
  };
}
