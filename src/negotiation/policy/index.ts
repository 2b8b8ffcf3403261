import type { Rule } from '../../kernel/rule.ts';
import { agreementPeriodRule } from './agreement-period.ts';
import { finalPriceRule } from './final-price.ts';
import { nonExclusiveStandardRule } from './non-exclusive-standard.ts';
import { quoteCorridorRule } from './quote-corridor.ts';
import { renewalCutRule } from './renewal-cut.ts';
import { talkStatesRule } from './talk-states.ts';
import { threeSignaturesRule } from './three-signatures.ts';
import { twoSidesRule } from './two-sides.ts';

export { agreementPeriod, agreementPeriodRule } from './agreement-period.ts';
export { explainCut, finalPrice } from './final-price.ts';
export { nonExclusiveStandard } from './non-exclusive-standard.ts';
export { quoteCorridor } from './quote-corridor.ts';
export { renewalCut, renewalCutRule, renewalDecisions, type Renewal } from './renewal-cut.ts';
export { talkStates, talkStatesRule, type TalkAction } from './talk-states.ts';
export { capacities, threeSignatures, type Capacity } from './three-signatures.ts';
export { twoSides } from './two-sides.ts';

/**
 * Every rule of negotiation, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [
  agreementPeriodRule,
  finalPriceRule,
  nonExclusiveStandardRule,
  quoteCorridorRule,
  renewalCutRule,
  talkStatesRule,
  threeSignaturesRule,
  twoSidesRule,
];
