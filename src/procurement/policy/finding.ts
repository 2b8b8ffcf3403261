import type { Explanation } from '../../kernel/explanation.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Rule } from '../../kernel/rule.ts';
import type { Source } from '../../kernel/source.ts';

/**
 * What one rule says of one bid, with the figures. `met` is null where the rule could not be judged (a figure is
 * not on record) or was listed but not applied; `decisive` marks the findings that settled the outcome.
 * @source none: a shape of this system, not a rule
 */
export interface Finding {
  rule: string;
  met: boolean | null;
  decisive: boolean;
  sentence: string;
  sentenceZh: string;
  source: Source[];
  inputs: Fact[];
}

/**
 * A finding before it is known whether it decides.
 * @source none: a shape of this system, not a rule
 */
export type Judgement = Omit<Finding, 'decisive'>;

/**
 * Words a judgement of a rule; the sources are those of the clause applied, else of the rule.
 * @source none: a shape of this system, not a rule
 */
export function judgement(
  rule: Rule,
  met: boolean | null,
  sentence: string,
  sentenceZh: string,
  inputs: Fact[],
  applied?: Source,
): Judgement {
  return { rule: rule.id, met, sentence, sentenceZh, source: applied ? [applied] : [...rule.source], inputs };
}

function distinct<T>(list: T[]): T[] {
  const seen = new Set<string>();
  return list.filter((each) => {
    const key = JSON.stringify(each);
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * The explanation of a decision from its findings: the deciding ones give rule, sentence, source and inputs, and
 * every finding is a step. Throws when none decides (our mistake).
 * @source none: a shape of this system, not a rule
 */
export function explain(findings: readonly Finding[]): Explanation {
  const deciding = findings.filter((each) => each.decisive);
  const first = deciding[0];
  if (!first) throw new Error('no finding decides');
  const results = new Map([
    [true, 'met'],
    [false, 'not met'],
    [null, 'not judged'],
  ]);
  return {
    rule: first.rule,
    sentence: deciding.map((each) => each.sentence).join(' '),
    sentenceZh: deciding.map((each) => each.sentenceZh).join(''),
    source: distinct(deciding.flatMap((each) => each.source)),
    inputs: distinct(deciding.flatMap((each) => each.inputs)),
    steps: findings.map((each) => ({ text: each.sentence, textZh: each.sentenceZh, value: results.get(each.met) ?? '', unit: null })),
  };
}
