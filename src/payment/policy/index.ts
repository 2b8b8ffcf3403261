import type { Rule } from '../../kernel/rule.ts';
import { deliveryAcceptanceRule } from './delivery-acceptance.ts';
import { goodsReturnRule } from './goods-return.ts';
import { localSettlementDeadlineRule } from './local-settlement-deadline.ts';
import { payableAmountRule } from './payable-amount.ts';
import { payableStatusRule } from './payable-status.ts';
import { paymentLimitRule } from './payment-limit.ts';
import { paymentReversalRule } from './payment-reversal.ts';
import { settlementDeadlineRule } from './settlement-deadline.ts';
import { prepaymentBalanceRule } from './prepayment-balance.ts';
import { prepaymentMinimumRule } from './prepayment-minimum.ts';
import { prepaymentOffsetRule } from './prepayment-offset.ts';
import { prepaymentPayeeRule } from './prepayment-payee.ts';

export { type Calendar } from './deadline.ts';
export { deliveryAcceptance } from './delivery-acceptance.ts';
export { goodsReturn, unpaidGoods } from './goods-return.ts';
export { leastOpenFrom } from './least-open.ts';
export { payableAmount, returnedAmount } from './payable-amount.ts';
export { payableStanding, payableStatuses, type Entry, type PayableStanding } from './payable-status.ts';
export { payableStatusClauses } from './payable-status.clauses.ts';
export { paymentLimit } from './payment-limit.ts';
export { paymentReversal } from './payment-reversal.ts';
export { countsCalendarDays, explainSettlementDeadline, settlementDeadline, type AcceptedGoods } from './settlement-deadline.ts';
export {
  explainPrepaymentRest,
  onePrepayment,
  prepaymentBalance,
  prepaymentFlows,
  prepaymentMoves,
  prepaymentRest,
  type PrepaymentSums,
} from './prepayment-balance.ts';
export {
  areaPrepaymentRatio,
  explainPrepaymentMinimum,
  missingPrepayment,
  prepaymentMinimum,
  prepaymentRatio,
  requiredPrepayment,
  type PrepaymentRatioInForce,
} from './prepayment-minimum.ts';
export { explainPrepaymentOffset, prepaymentOffset } from './prepayment-offset.ts';
export { prepaymentPayee } from './prepayment-payee.ts';

/**
 * Every rule of payment, for the register (`schema/rules.md`). A rule that is not listed here does not exist.
 * @source none: a list
 */
export const rules: readonly Rule[] = [
  deliveryAcceptanceRule,
  goodsReturnRule,
  localSettlementDeadlineRule,
  payableAmountRule,
  payableStatusRule,
  paymentLimitRule,
  paymentReversalRule,
  prepaymentBalanceRule,
  prepaymentMinimumRule,
  prepaymentOffsetRule,
  prepaymentPayeeRule,
  settlementDeadlineRule,
];
