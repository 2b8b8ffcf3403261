import type { Rule } from '../../kernel/rule.ts';
import { assessmentGradeRule } from './assessment-grade.ts';
import { retainedCycleRule } from './retained-cycle.ts';
import { retentionRatioRule } from './retention-ratio.ts';
import { statementLinesRule } from './statement-lines.ts';
import { surplusRule } from './surplus.ts';

export { assessmentGrade, assessmentPassed, assessmentScore, explainAssessment, type Graded, type Indicator } from './assessment-grade.ts';
export { retainedCycle, type GrantedBefore } from './retained-cycle.ts';
export { areaRetentionRatio, highestRetentionRatio, retentionRatio } from './retention-ratio.ts';
export { baseVolume, statementLines, yearOver } from './statement-lines.ts';
export {
  budgetAndSpend,
  explainBudgetAndSpend,
  explainRetained,
  retainedOf,
  surplusOf,
  type PurchaseUnder,
  type SurplusTerms,
} from './surplus.ts';

/**
 * Every rule of retention, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [assessmentGradeRule, retainedCycleRule, retentionRatioRule, statementLinesRule, surplusRule];
