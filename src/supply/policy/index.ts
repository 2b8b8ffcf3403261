import type { Rule } from '../../kernel/rule.ts';
import { aboveAgreedRule } from './above-agreed.ts';
import { agreedAmountRule } from './agreed-amount.ts';
import { agreementPartiesRule } from './agreement-parties.ts';
import { agreementPriceRule } from './agreement-price.ts';
import { agreementTermRule } from './agreement-term.ts';
import { completionForecastRule } from './completion-forecast.ts';
import { completionProgressRule } from './completion-progress.ts';
import { dayOfActRule } from './day-of-act.ts';
import { deliveryLimitRule } from './delivery-limit.ts';
import { distributorChoiceRule } from './distributor-choice.ts';
import { listingPriceRule } from './listing-price.ts';
import { orderPeriodRule } from './order-period.ts';
import { paceWarningRule } from './pace-warning.ts';
import { shortfallRule } from './shortfall.ts';
import { supplyIndicatorsRule } from './supply-indicators.ts';

export { aboveAgreed } from './above-agreed.ts';
export { agreedAmount } from './agreed-amount.ts';
export { agreementNotFound } from './agreement-parties.ts';
export { agreementPrice } from './agreement-price.ts';
export { agreementTerm } from './agreement-term.ts';
export { completionForecast } from './completion-forecast.ts';
export { completionProgress, impliedAgreedQuantity } from './completion-progress.ts';
export { dayOfAct } from './day-of-act.ts';
export { deliveryLimit } from './delivery-limit.ts';
export { distributorChoice, distributorMissing } from './distributor-choice.ts';
export { listingPrice } from './listing-price.ts';
export { orderPeriod } from './order-period.ts';
export { isBehind } from './pace-warning.ts';
export { shortfall } from './shortfall.ts';
export { supplyIndicators } from './supply-indicators.ts';

/**
 * Every rule of supply, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [
  aboveAgreedRule,
  agreedAmountRule,
  agreementPartiesRule,
  agreementPriceRule,
  agreementTermRule,
  completionForecastRule,
  completionProgressRule,
  dayOfActRule,
  deliveryLimitRule,
  distributorChoiceRule,
  listingPriceRule,
  orderPeriodRule,
  paceWarningRule,
  shortfallRule,
  supplyIndicatorsRule,
];
