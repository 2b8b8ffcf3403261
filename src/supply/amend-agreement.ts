import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Enterprise } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { addDays, localDate, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { AgreedVolume, amendVolumeOf, unitPriceField } from '../procurement/index.ts';
import { AgreementAmendment } from './agreement-amendment.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { appointmentsAt, distributorOf } from './appointments.ts';
import { agreementNotFound, agreementPrice, agreementTerm, dayOfAct } from './policy/index.ts';
import type { AmendAgreementInput } from './recording.input.ts';

/**
 * Changes an agreement by a recorded amendment (S0-6): its quantity, which is that of its agreed volume, its price after a
 * correction of the winning price, or its end.
 */
export async function amendAgreement(context: Context, em: EntityManager, input: AmendAgreementInput): Promise<Verdict<Agreement>> {
  const agreement = await em.findOne(
    Agreement,
    { area: input.areaCode, number: input.agreementNumber },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!agreement) return refused([agreementNotFound(input.areaCode, input.agreementNumber)]);
  const of = await onRecord(em, agreement);
  const quantity = input.quantity ?? of.quantity;
  const unitPrice = input.unitPrice ?? agreement.unitPrice;
  const inForceTo = input.inForceTo ?? agreement.inForceTo;
  const isSamePrice =
    unitPriceField('unitPrice', unitPrice).length === 0 && UnitPrice.of(unitPrice, '').equals(UnitPrice.of(agreement.unitPrice, ''));
  const isOtherQuantity = quantity !== of.quantity;
  const refusals: Refusal[] = [
    ...textRefusals({ reason: input.reason }),
    ...unitPriceField('unitPrice', input.unitPrice ?? null),
    ...(isSamePrice && !isOtherQuantity && inForceTo === agreement.inForceTo ? [nothingChanged(input.agreementNumber)] : []),
  ];
  if (!isSamePrice && refusals.every(({ field }) => field !== 'unitPrice')) refusals.push(...priceRefusals(agreement, of, unitPrice));
  if (inForceTo !== agreement.inForceTo) refusals.push(...endRefusals(agreement, of, localDate(inForceTo)));
  if (isOtherQuantity) {
    const place = { areaCode: agreement.area.code, agreedVolumeId: agreement.agreedVolumeId, roundCode: of.roundCode };
    // A malformed reason is refused above.
    const reason = refusals.length > 0 ? '-' : input.reason;
    const amended = await amendVolumeOf(context, em, place, { quantity, reason });
    if (!amended.ok) refusals.push(...amended.refusals);
  }
  if (refusals.length > 0) return refused(refusals);

  const amendment = em.create(AgreementAmendment, {
    areaCode: agreement.area.code,
    id: uuidv7(),
    agreementId: agreement.id,
    quantityBefore: of.quantity,
    quantityAfter: quantity,
    unitPriceBefore: agreement.unitPrice,
    unitPriceAfter: isSamePrice ? agreement.unitPrice : of.winningPrice!,
    inForceToBefore: agreement.inForceTo,
    inForceToAfter: inForceTo,
    reason: input.reason,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  agreement.unitPrice = amendment.unitPriceAfter;
  agreement.inForceTo = inForceTo;
  await followAppointments(em, agreement);
  return accepted(agreement);
}

/** Who distributes until the agreement ends may be another, when it ends on another day. */
async function followAppointments(em: EntityManager, agreement: Agreement): Promise<void> {
  const place = { areaCode: agreement.area.code, selectedProductId: agreement.selectedProduct.id };
  const appointments = (await appointmentsAt(em, [place]))(place);
  const distributor = distributorOf(appointments, { to: localDate(agreement.inForceTo) });
  agreement.distributor = distributor ? em.getReference(Enterprise, distributor.distributorId, { wrapped: true }) : null;
  agreement.payee = distributor?.payee ?? 'ENTERPRISE';
}

interface OnRecord {
  readonly roundCode: string;
  readonly termFrom: LocalDate | null;
  readonly termTo: LocalDate | null;
  readonly product: string;
  readonly winningPrice: string | null;
  readonly quantity: number;
  readonly lastOrderedOn: LocalDate | null;
}

async function onRecord(em: EntityManager, agreement: Agreement): Promise<OnRecord> {
  const [found] = await em.execute<[Omit<OnRecord, 'quantity'>]>(
    `select r.code as "roundCode", r.in_force_from::text as "termFrom", r.in_force_to::text as "termTo", q.code as product,
       s.winning_price::text as "winningPrice",
       (select max(o.ordered_on)::text from purchase_order o where o.area_code = ? and o.agreement_id = ?) as "lastOrderedOn"
     from selected_product s join round r on r.id = s.round_id join product q on q.id = s.product_id where s.id = ?`,
    [agreement.area.code, agreement.id, agreement.selectedProduct.id],
  );
  const { quantity } = await em.findOneOrFail(AgreedVolume, { area: agreement.area.code, id: agreement.agreedVolumeId });
  return { ...found, quantity };
}

function priceRefusals(agreement: Agreement, of: OnRecord, asked: string): Refusal[] {
  const { product, winningPrice } = of;
  const judged = agreementPrice({ product, winningPrice, priceUnit: agreement.priceUnit, units: agreement.unitsPerPriceUnit, asked });
  return judged.ok ? [] : judged.refusals;
}

function endRefusals(agreement: Agreement, of: OnRecord, to: LocalDate): Refusal[] {
  const judged = agreementTerm({
    agreementYear: agreement.agreementYear,
    signedOn: localDate(agreement.signedOn),
    from: localDate(agreement.inForceFrom),
    to,
    term: of.termFrom && of.termTo ? { from: of.termFrom, to: of.termTo } : null,
  });
  // An order that was placed while the agreement held stays under it.
  const after = of.lastOrderedOn === null ? null : addDays(of.lastOrderedOn, 1);
  return [...(judged.ok ? [] : judged.refusals), ...dayOfAct({ field: 'inForceTo', on: to, today: to, after })];
}

function nothingChanged(agreement: string): Refusal {
  return {
    code: 'AMENDMENT_CHANGES_NOTHING',
    field: null,
    message: `The amendment leaves agreement ${agreement} as it is.`,
    messageZh: `该变更未改变协议 ${agreement} 的任何内容。`,
    rule: 'procurement.quantity-amendment',
    facts: [fact('agreement', agreement)],
  };
}
