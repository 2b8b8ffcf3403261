import type { Rule } from '../../kernel/rule.ts';
import { firstYearFloorRule } from './first-year-floor.ts';
import { groupPaymentRule } from './group-payment.ts';
import { regularReviewRule } from './regular-review.ts';

export {
  explainStandard,
  firstYearFloor,
  floorFor,
  startOfConcern,
  type ConcernedSince,
  type Reading,
  type StandardFrom,
} from './first-year-floor.ts';
export { paysByGroup, type PaymentMethod } from './group-payment.ts';
export { loweredByRule, nextReview, reviewDay, reviewsDueBy } from './regular-review.ts';

/**
 * Every rule of disease groups, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [firstYearFloorRule, groupPaymentRule, regularReviewRule];
