import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { refused, verdict, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { twoSidesClauses } from './two-sides.clauses.ts';

/**
 * A talk has two sides: a group of the authority's experts with one leader, and exactly one enterprise.
 * @source source text 0; fx361.cc/page/2017/1114/15643014.shtml
 */
export const twoSidesRule = defineRule({
  id: 'negotiation.two-sides',
  title: 'Two sides of a price talk',
  titleZh: '谈判双方',
  statement:
    'A talk names a group of experts of the authority, at least as many as the rules of its day ask for, one of them its leader, and exactly one enterprise with at least one and at most three persons. An expert sits in one group only of those drawn on the same day. Both sides are recorded.',
  statementZh:
    '谈判须有医保方专家组（人数不少于当日规则的要求，其中一人为组长）和一家企业（一至三人）。同日抽签的各组背靠背，同一专家只在一组。双方均须记录。',
  source: [
    source(documents.introduction, '"negotiation between the experts of the National Health Insurance Bureau"'),
    source(documents.onSite2017, 'several groups, drawn at random, back to back; 5 experts; at most 3 people'),
  ],
  clauses: twoSidesClauses,
  traces: ['S0-1', 'RH1'],
});

/**
 * Who is to sit at the table; persons are named as their tokens name them.
 * @source none: a shape of this system, not a rule
 */
export interface TwoSides {
  readonly enterpriseCodes: readonly string[];
  readonly experts: readonly { readonly person: string; readonly isLeader: boolean }[];
  readonly delegates: readonly { readonly person: string }[];
  /** Experts of this group who sit in another one that was drawn on the same day. */
  readonly elsewhere: readonly string[];
  readonly on: LocalDate;
}

/**
 * Checks who sits at the table.
 *
 * Refuses with `EXPERT_MISSING`, `GROUP_TOO_SMALL`, `LEADER_NOT_CLEAR`, `ENTERPRISE_MISSING`, `MORE_THAN_ONE_ENTERPRISE`,
 * `DELEGATE_MISSING`, `TOO_MANY_DELEGATES`, `PERSON_NAMED_TWICE`, `EXPERT_IN_OTHER_GROUP`, `PROTOCOL_NOT_IN_FORCE`.
 * @source source text 0; fx361.cc/page/2017/1114/15643014.shtml
 */
export function twoSides({ enterpriseCodes, experts, delegates, elsewhere, on }: TwoSides): Verdict<{ enterpriseCode: string }> {
  const refusals: Refusal[] = [];
  const refuse = (code: string, field: string, message: string, messageZh: string, facts: Refusal['facts']) =>
    refusals.push({ code, field, message, messageZh, rule: twoSidesRule.id, facts });
  const enterprises = [...new Set(enterpriseCodes.map((code) => code.trim()).filter(Boolean))];
  const sizes = [
    fact('experts', experts.length),
    fact('enterprises', enterprises.length),
    fact('enterprisePersons', delegates.length),
    fact('on', on),
  ];
  if (experts.length === 0)
    refuse('EXPERT_MISSING', 'experts', 'A talk needs at least one expert of the authority.', '谈判须有至少一名医保方专家。', sizes);
  if (enterprises.length === 0) refuse('ENTERPRISE_MISSING', 'enterpriseCodes', 'A talk needs an enterprise.', '谈判须有一家企业。', sizes);
  if (enterprises.length > 1)
    refuse(
      'MORE_THAN_ONE_ENTERPRISE',
      'enterpriseCodes',
      'A talk is held with one enterprise at a time.',
      '一次谈判只能有一家企业。',
      sizes,
    );
  if (delegates.length === 0)
    refuse('DELEGATE_MISSING', 'delegates', 'The enterprise sends at least one person.', '企业至少派一人参加谈判。', sizes);
  const leaders = experts.filter(({ isLeader }) => isLeader).length;
  if (experts.length > 0 && leaders !== 1)
    refuse('LEADER_NOT_CLEAR', 'experts', `A group has one leader, not ${leaders}.`, `专家组应有一名组长,而不是${leaders}名。`, [
      fact('leaders', leaders),
    ]);
  const persons = [...experts, ...delegates].map(({ person }) => person);
  const twice = persons.find((person, at) => persons.indexOf(person) !== at);
  if (twice !== undefined) refuse('PERSON_NAMED_TWICE', 'experts', `${twice} is named twice.`, `${twice}重复。`, [fact('person', twice)]);
  for (const person of elsewhere)
    refuse(
      'EXPERT_IN_OTHER_GROUP',
      'experts',
      `${person} sits in another group that was drawn on ${on}; groups work back to back.`,
      `${person}在${on}抽签的另一组;各组须背靠背。`,
      [fact('person', person), fact('on', on)],
    );
  const clause = twoSidesClauses.find(on);
  if (!clause) return refused([...refusals, protocolNotInForce(on)]);
  const { expertsAtLeast, delegatesAtMost } = clause.value;
  if (experts.length > 0 && experts.length < expertsAtLeast)
    refuse(
      'GROUP_TOO_SMALL',
      'experts',
      `A group has at least ${expertsAtLeast} experts, not ${experts.length}.`,
      `专家组不少于${expertsAtLeast}人,而不是${experts.length}人。`,
      [...sizes, fact('expertsAtLeast', expertsAtLeast)],
    );
  if (delegates.length > delegatesAtMost)
    refuse(
      'TOO_MANY_DELEGATES',
      'delegates',
      `The enterprise sends at most ${delegatesAtMost} persons, not ${delegates.length}.`,
      `企业参加谈判不超过${delegatesAtMost}人,而不是${delegates.length}人。`,
      [...sizes, fact('delegatesAtMost', delegatesAtMost)],
    );
  return verdict(refusals, () => ({ enterpriseCode: enterprises[0] as string }));
}

/**
 * The refusal of a day for which no rules of the table are on record.
 * @source fx361.cc/page/2017/1114/15643014.shtml: the first that are
 */
function protocolNotInForce(on: LocalDate): Refusal {
  const first = twoSidesClauses.rows[0]!.from;
  return {
    code: 'PROTOCOL_NOT_IN_FORCE',
    field: 'drawnOn',
    message: `No rules for talks are on record for ${on}; the first hold from ${first}.`,
    messageZh: `${on}尚无谈判规则记录;首个规则自${first}起适用。`,
    rule: twoSidesRule.id,
    facts: [fact('on', on), fact('firstDay', first)],
  };
}
