import type { Fact } from './fact.ts';
import type { Source } from './source.ts';

/**
 * One step of a calculation, with its result as text and the unit of that result.
 * @source none: a shape of this system, not a rule
 */
export interface Step {
  text: string;
  textZh: string;
  value: string;
  unit: string | null;
}

/**
 * The derivation of a figure or a decision: the rule, a sentence in both languages, its sources, the inputs and
 * the steps with every rounding. This is what the API shows when somebody asks "why".
 * @source none: a shape of this system, not a rule
 */
export interface Explanation {
  rule: string;
  sentence: string;
  sentenceZh: string;
  source: Source[];
  inputs: Fact[];
  steps: Step[];
}
