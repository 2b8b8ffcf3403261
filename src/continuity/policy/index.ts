import type { Rule } from '../../kernel/rule.ts';
import { complaintStatesRule } from './complaint-states.ts';
import { remainingQuantityRule } from './remaining-quantity.ts';
import { successorChoiceRule } from './successor-choice.ts';

export { complaintStates, type ComplaintAction } from './complaint-states.ts';
export { remainingQuantity } from './remaining-quantity.ts';
export { successorChoice, type Candidate } from './successor-choice.ts';

/**
 * Every rule of continuity, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [complaintStatesRule, remainingQuantityRule, successorChoiceRule];
