import type { Fact } from './fact.ts';

/**
 * The domain says no: which rule, about which field of the input, with the figures, in English and Chinese.
 *
 * `code` is UPPER_SNAKE and stable; `field` names the input field or is null; `rule` is the id of the rule or
 * null where the input itself is malformed.
 * @source none: a shape of this system, not a rule
 */
export interface Refusal {
  code: string;
  field: string | null;
  message: string;
  messageZh: string;
  rule: string | null;
  facts: Fact[];
}
