import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { type Verdict, verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';

/**
 * A negotiation has two sides: experts of the authority and one enterprise.
 * @source source text 0: "negotiation between the experts of the National Health Insurance Bureau"
 */
export const negotiationSidesRule = defineRule({
  id: 'procurement.negotiation-sides',
  title: 'Two sides of a negotiation',
  titleZh: '谈判双方',
  statement: 'A negotiation names at least one expert of the authority and exactly one enterprise; both are recorded.',
  statementZh: '谈判须有至少一名医保方专家和一家企业，双方均须记录。',
  source: [source(documents.introduction, '"negotiation between the experts of the National Health Insurance Bureau"')],
  traces: ['S0-1'],
});

/**
 * Checks who sits at the table: names of experts and codes of enterprises; blank ones do not count.
 *
 * Refuses with `EXPERT_MISSING`, `ENTERPRISE_MISSING`, `MORE_THAN_ONE_ENTERPRISE`; all at once.
 * @source source text 0: "negotiation between the experts of the National Health Insurance Bureau"
 */
export function negotiationSides(given: {
  experts: readonly string[];
  enterpriseCodes: readonly string[];
}): Verdict<{ experts: string[]; enterpriseCode: string }> {
  const named = (list: readonly string[]) => [...new Set(list.map((each) => each.trim()).filter(Boolean))];
  const [experts, enterprises] = [named(given.experts), named(given.enterpriseCodes)];
  const rule = negotiationSidesRule.id;
  const facts = [fact('experts', experts.length), fact('enterprises', enterprises.length)];
  const refusals: Refusal[] = [];
  if (experts.length === 0)
    refusals.push({
      code: 'EXPERT_MISSING',
      field: 'experts',
      message: 'A negotiation needs at least one expert of the authority.',
      messageZh: '谈判须有至少一名医保方专家。',
      rule,
      facts,
    });
  if (enterprises.length === 0)
    refusals.push({
      code: 'ENTERPRISE_MISSING',
      field: 'enterprise',
      message: 'A negotiation needs an enterprise.',
      messageZh: '谈判须有一家企业。',
      rule,
      facts,
    });
  if (enterprises.length > 1)
    refusals.push({
      code: 'MORE_THAN_ONE_ENTERPRISE',
      field: 'enterprise',
      message: 'A negotiation is held with one enterprise at a time.',
      messageZh: '一次谈判只能有一家企业。',
      rule,
      facts,
    });
  return verdict(refusals, () => ({ experts, enterpriseCode: enterprises[0] as string }));
}
