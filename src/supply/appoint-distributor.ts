import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Area, Enterprise, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { addDays, localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { lotNeeded, notSelected, SelectedProduct } from '../procurement/index.ts';
import { Agreement } from './agreement.entity.ts';
import { appointmentsAt, distributorOf } from './appointments.ts';
import { DistributorAppointment } from './distributor-appointment.entity.ts';
import { dayOfAct, distributorChoice } from './policy/index.ts';
import type { AppointDistributorInput, EndDistributorAppointmentInput } from './recording.input.ts';

/** What an appointment is about, found by the codes of an input. */
interface Place {
  readonly selected: SelectedProduct;
  readonly enterprise: Enterprise;
  readonly distributor: Enterprise;
  readonly area: Area;
}

/** The winning enterprise chooses a distributor for its product in an area (S1-10); the agreements there follow. */
export async function appointDistributor(
  context: Context,
  em: EntityManager,
  input: AppointDistributorInput,
): Promise<Verdict<DistributorAppointment>> {
  const found = await placeOf(context, em, input);
  const from = localDate(input.effectiveFrom);
  const refusals = [
    ...(found.ok ? [] : found.refusals),
    ...textRefusals({ reason: input.reason }),
    ...dayOfAct({ field: 'effectiveFrom', on: from, today: today(context.clock), after: null }),
  ];
  if (!found.ok || refusals.length > 0) return refused(refusals);
  const { selected, enterprise, distributor, area } = found.value;
  const agreements = await holdAgreementsAt(em, found.value);
  const standing = await em.findOne(DistributorAppointment, {
    area,
    selectedProduct: selected,
    distributor,
    $or: [{ effectiveTo: null }, { effectiveTo: { $gt: from } }],
  });
  if (standing) return refused([alreadyAppointed(distributor.code, standing)]);
  const appointment = em.create(DistributorAppointment, {
    ...recordedRow(context),
    area,
    selectedProduct: selected,
    enterprise,
    distributor,
    payee: input.payee,
    effectiveFrom: from,
    effectiveTo: null,
    reason: input.reason ?? null,
  });
  await follow(em, found.value, agreements);
  return accepted(appointment);
}

/** Ends an appointment on a day after the last order that the distributor has there; the agreements there follow. */
export async function endDistributorAppointment(
  context: Context,
  em: EntityManager,
  input: EndDistributorAppointmentInput,
): Promise<Verdict<DistributorAppointment>> {
  const found = await placeOf(context, em, input);
  const to = localDate(input.effectiveTo);
  const refusals = [...(found.ok ? [] : found.refusals), ...textRefusals({ reason: input.reason })];
  if (!found.ok) return refused(refusals);
  const { selected, distributor, area } = found.value;
  const agreements = await holdAgreementsAt(em, found.value);
  const appointment = await em.findOne(
    DistributorAppointment,
    { area, selectedProduct: selected, distributor, effectiveTo: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!appointment) return refused([...refusals, notAppointed(distributor.code, area.code)]);
  const [{ last }] = await em.execute<[{ last: LocalDate | null }]>(
    `select max(o.ordered_on)::text as last from purchase_order o join agreement a on a.area_code = o.area_code and a.id = o.agreement_id
     where a.area_code = ? and a.selected_product_id = ? and o.distributor_id = ?`,
    [area.code, selected.id, distributor.id],
  );
  const first = addDays(localDate(appointment.effectiveFrom), 1);
  const after = last !== null && addDays(last, 1) > first ? addDays(last, 1) : first;
  refusals.push(...dayOfAct({ field: 'effectiveTo', on: to, today: today(context.clock), after }));
  if (refusals.length > 0) return refused(refusals);
  appointment.effectiveTo = to;
  appointment.reason = input.reason;
  await follow(em, found.value, agreements);
  return accepted(appointment);
}

async function placeOf(
  { caller }: Context,
  em: EntityManager,
  { roundCode, lotCode, productCode, distributorCode, areaCode }: AppointDistributorInput | EndDistributorAppointmentInput,
): Promise<Verdict<Place>> {
  const product = await em.findOne(Product, { code: productCode }, { populate: ['holder'] });
  const distributor = await em.findOne(Enterprise, { code: distributorCode });
  const area = await em.findOne(Area, { code: areaCode });
  const refusals: Refusal[] = [];
  if (!distributor) refusals.push(unknownCode('distributorCode', 'enterprise', '企业', distributorCode));
  if (!area) refusals.push(unknownCode('areaCode', 'area', '地区', areaCode));
  if (!product) return refused([unknownCode('productCode', 'product', '产品', productCode), ...refusals]);
  const winner = product.holder.getEntity();
  const judged = distributorChoice({
    enterprise: caller.enterprise ?? '',
    winner: winner.code,
    product: productCode,
    distributor: distributor && { code: distributor.code, isDistributor: distributor.kind === 'DISTRIBUTOR' },
  });
  if (!judged.ok) refusals.push(...judged.refusals);
  const selected = await em.find(SelectedProduct, {
    product,
    round: { code: roundCode, status: { $in: ['FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'] } },
    ...(lotCode == null ? {} : { lot: { code: lotCode } }),
  });
  if (selected.length === 0) refusals.push(notSelected(productCode));
  if (selected.length > 1) refusals.push(lotNeeded(productCode));
  if (refusals.length > 0) return refused(refusals);
  return accepted({ selected: selected[0]!, enterprise: winner, distributor: distributor!, area: area! });
}

/** The agreements that an appointment can change, held in the one order of all who hold several. */
function holdAgreementsAt(em: EntityManager, { area, selected }: Place): Promise<Agreement[]> {
  return em.find(
    Agreement,
    { area, selectedProduct: selected },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { area: { code: 'asc' }, id: 'asc' } },
  );
}

async function follow(em: EntityManager, { area, selected }: Place, agreements: readonly Agreement[]): Promise<void> {
  await em.flush();
  const place = { areaCode: area.code, selectedProductId: selected.id };
  const appointments = (await appointmentsAt(em, [place]))(place);
  for (const agreement of agreements) {
    const distributor = distributorOf(appointments, { to: localDate(agreement.inForceTo) });
    agreement.distributor = distributor ? em.getReference(Enterprise, distributor.distributorId, { wrapped: true }) : null;
    agreement.payee = distributor?.payee ?? 'ENTERPRISE';
  }
}

function alreadyAppointed(distributor: string, { effectiveFrom, effectiveTo }: DistributorAppointment): Refusal {
  return {
    code: 'ALREADY_APPOINTED',
    field: 'distributorCode',
    message: `Distributor ${distributor} is appointed there already, since ${effectiveFrom}.`,
    messageZh: `配送企业 ${distributor} 自 ${effectiveFrom} 起已被选定。`,
    rule: 'supply.distributor-choice',
    facts: [fact('effectiveFrom', effectiveFrom), ...(effectiveTo ? [fact('effectiveTo', effectiveTo)] : [])],
  };
}

function notAppointed(distributor: string, area: string): Refusal {
  return {
    code: 'NOT_APPOINTED',
    field: 'distributorCode',
    message: `Distributor ${distributor} is not appointed for this product in area ${area}, or no longer.`,
    messageZh: `配送企业 ${distributor} 未被选定配送该产品至地区 ${area},或已终止。`,
    rule: 'supply.distributor-choice',
    facts: [fact('distributor', distributor), fact('area', area)],
  };
}
