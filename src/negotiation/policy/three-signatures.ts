import { fact } from '../../kernel/fact.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * In which capacity the result of a talk is signed.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export const capacities = ['GROUP_LEADER', 'ENTERPRISE', 'SUPERVISOR'] as const;
export type Capacity = (typeof capacities)[number];

/**
 * A result counts once three have signed it.
 * @source fx361.cc/page/2017/1114/15643014.shtml ("signed by group leader, enterprise and supervisor")
 */
export const threeSignaturesRule = defineRule({
  id: 'negotiation.three-signatures',
  title: 'Three signatures',
  titleZh: '三方签字',
  statement:
    'The result of a talk is signed by the leader of the group, a person of the enterprise who was at the table, and a supervisor who was not; each once. It counts with the third signature and not before.',
  statementZh: '谈判结果由专家组组长、企业到场人员和未参加谈判的监督人员各签一次；三方签齐后方为有效。',
  source: [source(documents.onSite2017, 'result signed by group leader, enterprise and supervisor')],
  traces: ['RH1'],
});

/**
 * Checks who signs, in the capacity that the signer's role gives, and answers whether all three have signed then.
 *
 * Refuses with `NOT_THE_GROUP_LEADER`, `NOT_A_DELEGATE`, `SUPERVISOR_AT_THE_TABLE`, `ALREADY_SIGNED`.
 * @source fx361.cc/page/2017/1114/15643014.shtml
 */
export function threeSignatures(given: {
  capacity: Capacity;
  person: string;
  participants: readonly { readonly person: string; readonly side: string; readonly isLeader: boolean }[];
  signed: readonly Capacity[];
}): Verdict<{ isComplete: boolean }> {
  const { capacity, person, participants, signed } = given;
  const at = participants.find((each) => each.person === person);
  const refuse = (code: string, message: string, messageZh: string) =>
    refused([
      { code, field: null, message, messageZh, rule: threeSignaturesRule.id, facts: [fact('capacity', capacity), fact('person', person)] },
    ]);
  if (capacity === 'GROUP_LEADER' && !(at?.side === 'AUTHORITY' && at.isLeader))
    return refuse('NOT_THE_GROUP_LEADER', 'For the authority the leader of the group signs.', '医保方由专家组组长签字。');
  if (capacity === 'ENTERPRISE' && at?.side !== 'ENTERPRISE')
    return refuse('NOT_A_DELEGATE', 'For the enterprise a person signs who was at the table.', '企业方由到场人员签字。');
  if (capacity === 'SUPERVISOR' && at)
    return refuse('SUPERVISOR_AT_THE_TABLE', 'Who sat at the table does not supervise the talk.', '参加谈判的人员不得作为监督人员签字。');
  if (signed.includes(capacity)) return refuse('ALREADY_SIGNED', 'This side has signed already.', '该方已签字。');
  return accepted({ isComplete: signed.length === capacities.length - 1 });
}
