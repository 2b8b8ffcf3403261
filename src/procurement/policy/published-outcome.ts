import type { Explanation } from '../../kernel/explanation.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import type { EvaluatedBid } from './bid-evaluation.ts';

/**
 * The outcome of a past bid stands as it was published.
 * @source convention of this system: a publication is not computed again from a part of its figures
 */
export const publishedOutcomeRule = defineRule({
  id: 'procurement.published-outcome',
  title: 'Outcome as published',
  titleZh: '以公布结果为准',
  statement:
    'The outcome of a bid taken from public sources stands as published; it is explained by the rules as far as its figures are on record.',
  statementZh: '取自公开来源的申报，其结果以公布为准；在数据已记录的范围内按规则加以说明。',
  source: [source(documents.ourConvention, 'published outcomes stand')],
  traces: ['RB1'],
});

/**
 * Why a bid of a past round had its published outcome: the rule that decided where the figures on record lead to the
 * same outcome, else the publication with every rule that was not met. `provenance` names the publication.
 * @source convention of this system
 */
export function publishedOutcome(outcome: string, provenance: string, judged: EvaluatedBid): Explanation {
  if (judged.outcome === outcome) return judged.explanation;
  const unmet = judged.findings.filter((finding) => finding.met === false);
  const inputs = judged.findings.flatMap((finding) => finding.inputs);
  return {
    rule: publishedOutcomeRule.id,
    sentence: ['The outcome stands as published; not all competing bids are on record.', ...unmet.map((each) => each.sentence)].join(' '),
    sentenceZh: ['以公布结果为准；竞争报价未全部记录。', ...unmet.map((each) => each.sentenceZh)].join(''),
    source: [source(provenance), ...publishedOutcomeRule.source],
    inputs: inputs.filter((each, index) => inputs.findIndex((other) => other.name === each.name && other.value === each.value) === index),
    steps: [],
  };
}
