import type { Rule } from '../../kernel/rule.ts';
import { claimSplitRule } from './claim-split.ts';
import { convergenceRule } from './convergence.ts';
import { fundRatioRule } from './fund-ratio.ts';
import { localCapRule } from './local-cap.ts';
import { negotiatedPriceRule } from './negotiated-price.ts';
import { nonSelectedDrugRule } from './non-selected-drug.ts';
import { standardPrecedenceRule } from './precedence.ts';
import { selectedProductStandardRule } from './selected-product.ts';

export { explainSplit, lineTotal, priceDecimals, splitLine, type ClaimSplit } from './claim-split.ts';
export type { ConvergenceLimit } from './convergence.clauses.ts';
export {
  brokenByPath,
  convergenceDeadline,
  convergenceLimit,
  convergenceModes,
  convergenceRule,
  isSingleJump,
  linearAmounts,
  linearSteps,
  type ConvergenceMode,
  type ConvergencePath,
} from './convergence.ts';
export { explainCap, explainDrug, explainStretch } from './explain-schedule.ts';
export { fundRatioOn, ratioDecimals, refuseRatio, type DatedRatio } from './fund-ratio.ts';
export { isAboveAll, localCap, localCapRule, productSelected, requireInEffect } from './local-cap.ts';
export { explainNegotiated } from './negotiated-price.ts';
export { nonSelectedDrug, nonSelectedDrugRule } from './non-selected-drug.ts';
export { standardBases, standardTimeline, type Claim, type StandardBasis, type Stretch } from './precedence.ts';
export { explainSelectedProduct } from './selected-product.ts';

/**
 * Every rule of payment standards, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [
  selectedProductStandardRule,
  negotiatedPriceRule,
  localCapRule,
  convergenceRule,
  nonSelectedDrugRule,
  standardPrecedenceRule,
  fundRatioRule,
  claimSplitRule,
];
