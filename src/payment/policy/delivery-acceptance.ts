import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { contains } from '../../kernel/period.ts';
import { isCount } from '../../kernel/quantity.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { dayInFuture } from './recorded-day.ts';

/**
 * What an acceptance check must say, and when it may be.
 * @source the stent Opinions of 2021 (source text 1); our convention
 */
export const deliveryAcceptanceRule = defineRule({
  id: 'payment.delivery-acceptance',
  title: 'Acceptance of a delivery',
  titleZh: '到货验收',
  statement:
    'A delivery is accepted once, on a day within the agreement that is neither before its arrival nor in the future. What is accepted and what is rejected make up what was delivered; a rejection has a reason. The day of acceptance starts the settlement deadline.',
  statementZh:
    '每次到货验收一次;验收日期须在协议有效期内,不得早于到货日期,亦不得晚于今日。合格数量与拒收数量之和等于到货数量,拒收须注明原因。付款期限自验收日起算。',
  source: [
    source(documents.stentSupport, 'after the delivery acceptance'),
    source(documents.ourConvention, 'accepted + rejected = delivered'),
  ],
  traces: ['S1-13', 'S1-14'],
});

/**
 * An acceptance as it is told.
 * @source none: a shape of this system, not a rule
 */
export interface Acceptance {
  readonly acceptedOn: LocalDate;
  readonly acceptedQuantity: number;
  readonly rejectedQuantity: number;
  readonly rejectionReason: string | null;
}

/**
 * The delivery that an acceptance is about; the agreement holds from `from` to the day before `to`.
 * @source none: a shape of this system, not a rule
 */
export interface Delivered {
  readonly number: string;
  readonly deliveredOn: LocalDate;
  readonly quantity: number;
  readonly acceptedOn: LocalDate | null;
  readonly inForce: { readonly from: LocalDate; readonly to: LocalDate };
}

/**
 * Everything that is wrong with an acceptance of a delivery, none when it stands.
 *
 * Refuses with `ALREADY_ACCEPTED`, `ACCEPTED_BEFORE_DELIVERY`, `ACCEPTED_OUTSIDE_AGREEMENT`, `DATE_IN_FUTURE`,
 * `ACCEPTED_NOT_AS_DELIVERED`, `REJECTION_REASON_MISSING`, `REJECTION_REASON_UNEXPECTED`.
 * @param now the day of recording
 * @source the stent Opinions of 2021 (source text 1); our convention
 */
export function deliveryAcceptance(delivered: Delivered, told: Acceptance, now: LocalDate): Refusal[] {
  const refuse = (code: string, field: string, message: string, messageZh: string, facts: Refusal['facts']): Refusal[] => [
    { code, field, message, messageZh, rule: deliveryAcceptanceRule.id, facts },
  ];
  const { acceptedOn, acceptedQuantity: accepted, rejectedQuantity: rejected, rejectionReason: reason } = told;
  const { number, deliveredOn, quantity, inForce } = delivered;
  const refusals = dayInFuture('acceptedOn', acceptedOn, now);
  if (delivered.acceptedOn !== null) {
    refusals.push(
      ...refuse(
        'ALREADY_ACCEPTED',
        'deliveryNumber',
        `Delivery ${number} was accepted on ${delivered.acceptedOn}; goods that go back are a return.`,
        `到货 ${number} 已于 ${delivered.acceptedOn} 验收;退回的货物按退货录入。`,
        [fact('delivery', number), fact('acceptedOn', delivered.acceptedOn)],
      ),
    );
  }
  if (acceptedOn < deliveredOn) {
    refusals.push(
      ...refuse(
        'ACCEPTED_BEFORE_DELIVERY',
        'acceptedOn',
        `Delivery ${number} came on ${deliveredOn}, after the day of acceptance ${acceptedOn}.`,
        `到货 ${number} 于 ${deliveredOn} 到货,晚于验收日期 ${acceptedOn}。`,
        [fact('deliveredOn', deliveredOn), fact('acceptedOn', acceptedOn)],
      ),
    );
  }
  if (!contains(inForce, acceptedOn)) {
    refusals.push(
      ...refuse(
        'ACCEPTED_OUTSIDE_AGREEMENT',
        'acceptedOn',
        `The agreement holds from ${inForce.from} to the day before ${inForce.to}; ${acceptedOn} lies outside.`,
        `协议自 ${inForce.from} 起生效,至 ${inForce.to} 前一日止;${acceptedOn} 不在有效期内。`,
        [fact('acceptedOn', acceptedOn), fact('inForceFrom', inForce.from), fact('inForceTo', inForce.to)],
      ),
    );
  }
  // Added exactly: the sum of two counts may be no count any more.
  if (!isCount(accepted) || !isCount(rejected) || BigInt(accepted) + BigInt(rejected) !== BigInt(quantity)) {
    refusals.push(
      ...refuse(
        'ACCEPTED_NOT_AS_DELIVERED',
        'acceptedQuantity',
        `${accepted} accepted and ${rejected} rejected do not make up the ${quantity} that were delivered.`,
        `合格 ${accepted}、拒收 ${rejected},与到货数量 ${quantity} 不符。`,
        [fact('delivered', quantity), fact('accepted', accepted), fact('rejected', rejected)],
      ),
    );
  }
  if (rejected > 0 && reason === null) {
    refusals.push(
      ...refuse(
        'REJECTION_REASON_MISSING',
        'rejectionReason',
        `${rejected} were rejected without a reason.`,
        `拒收 ${rejected},未注明原因。`,
        [fact('rejected', rejected)],
      ),
    );
  }
  if (rejected === 0 && reason !== null) {
    refusals.push(
      ...refuse(
        'REJECTION_REASON_UNEXPECTED',
        'rejectionReason',
        'Nothing was rejected, so there is no reason for it.',
        '没有拒收,无须原因。',
        [fact('rejected', rejected)],
      ),
    );
  }
  return refusals;
}
