import { LockMode, ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7, validate } from 'uuid';
import { Area, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import { today } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy, recordedRow } from '../platform/journal/recorded-row.ts';
import { readNodeId } from '../platform/read/node-id.ts';
import { dateInFuture, SelectedProduct } from '../procurement/index.ts';
import { Agreement } from '../supply/index.ts';
import { ComplaintTransition } from './complaint-transition.entity.ts';
import type { DecideSupplyComplaintInput, RecordSupplyComplaintInput } from './continuity.input.ts';
import { complaintStates, type ComplaintAction } from './policy/index.ts';
import { SupplyComplaint } from './supply-complaint.entity.ts';

/** Records that something is not supplied: by an institution of its own agreement, by an agency of its own area (RI2). */
export async function recordSupplyComplaint(
  context: Context,
  em: EntityManager,
  input: RecordSupplyComplaintInput,
): Promise<Verdict<SupplyComplaint>> {
  const { areaCode, agreementNumber = null, missingQuantity, notSuppliedSince, evidence } = input;
  const { role, area: ownArea } = context.caller;
  // Alone, so that nobody learns from the other refusals what there is in another area.
  if (role === 'AGENCY' && ownArea !== areaCode) return refused([otherArea(areaCode)]);
  const refusals = [
    ...textRefusals({ evidence }),
    ...quantityField('missingQuantity', missingQuantity),
    ...dateInFuture('notSuppliedSince', notSuppliedSince, today(context.clock)),
  ];
  const names = [input.roundCode, input.lotCode, input.productCode].filter((each) => each !== null && each !== undefined);
  const isClear = agreementNumber !== null ? names.length === 0 : names.length === 3 && role === 'AGENCY';
  if (!isClear) return refused([...refusals, subjectNotClear]);
  const subject = agreementNumber === null ? await productIn(em, input) : await agreementOf(context, em, areaCode, agreementNumber);
  if (!subject.ok) return refused([...refusals, ...subject.refusals]);
  return verdict(refusals, () =>
    em.create(SupplyComplaint, {
      ...recordedRow(context),
      ...subject.value,
      missingQuantity,
      notSuppliedSince,
      evidence,
      status: 'RECORDED',
      successionId: null,
    }),
  );
}

/** Verifies a complaint, or dismisses it, with a reason (RI2). */
export async function decideSupplyComplaint(
  context: Context,
  em: EntityManager,
  { complaintId, decision, reason }: DecideSupplyComplaintInput,
): Promise<Verdict<SupplyComplaint>> {
  const held = await holdComplaint(em, complaintId);
  if (!held.ok) return held;
  const refusals = textRefusals({ reason });
  const moved = moveComplaint(context, em, held.value, decision === 'VERIFY' ? 'verify' : 'dismiss', { reason, on: today(context.clock) });
  if (!moved.ok) refusals.push(...moved.refusals);
  return verdict(refusals, () => held.value);
}

/** The complaint with this id, held until the transaction ends. */
export async function holdComplaint(em: EntityManager, id: string): Promise<Verdict<SupplyComplaint>> {
  const node = readNodeId(id);
  const [area = '', key = ''] = node?.type === 'SupplyComplaint' ? node.key.split('/') : [];
  const complaint =
    validate(key) && (await em.findOne(SupplyComplaint, { area: { code: area }, id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  return complaint ? accepted(complaint) : refused([unknownComplaint(id)]);
}

/** Moves a held complaint to the status that the act leads to, and records the act; by the mapper alone. */
export function moveComplaint(
  context: Context,
  em: EntityManager,
  complaint: SupplyComplaint,
  action: ComplaintAction,
  { reason, on }: { readonly reason: string; readonly on: string },
): Verdict<SupplyComplaint> {
  const next = complaintStates.after(action, complaint.status);
  if (!next.ok) return refused(next.refusals.map((each) => ({ ...each, field: 'complaintId' })));
  em.create(ComplaintTransition, {
    areaCode: complaint.area.code,
    id: uuidv7(),
    complaintId: complaint.id,
    action,
    fromStatus: complaint.status,
    toStatus: next.value,
    occurredOn: on,
    reason,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  complaint.status = next.value;
  return accepted(complaint);
}

type Subject = Pick<SupplyComplaint, 'area' | 'agreementId' | 'selectedProduct' | 'enterprise' | 'institution'>;

/** An agreement that the caller sees; another's is as if there were none. */
async function agreementOf({ caller }: Context, em: EntityManager, areaCode: string, number: string): Promise<Verdict<Subject>> {
  const agreement = await em.findOne(Agreement, { area: { code: areaCode }, number }, { populate: ['institution'] });
  const isOwn = caller.role === 'AGENCY' || agreement?.institution.getEntity().code === caller.institution;
  if (!agreement || !isOwn) return refused([unknownCode('agreementNumber', 'agreement', '购销协议', number)]);
  const { area, id: agreementId, selectedProduct, enterprise, institution } = agreement;
  return accepted({ area, agreementId, selectedProduct, enterprise, institution });
}

/** A product that was selected in the lot that the input names, in the caller's area. */
async function productIn(em: EntityManager, input: RecordSupplyComplaintInput): Promise<Verdict<Subject>> {
  const [code, lot, round] = [input.productCode!, input.lotCode!, input.roundCode!];
  const area = await em.findOne(Area, { code: input.areaCode });
  const product = await em.findOne(Product, { code });
  const selectedProduct = product && (await em.findOne(SelectedProduct, { product, lot: { code: lot }, round: { code: round } }));
  const refusals: Refusal[] = [];
  if (!area) refusals.push(unknownCode('areaCode', 'area', '地区', input.areaCode));
  if (!selectedProduct) refusals.push(unknownCode('productCode', 'selected product of the lot', '该竞价单元中选产品', code));
  if (!area || !product || !selectedProduct) return refused(refusals);
  return accepted({
    area: ref(area),
    agreementId: null,
    selectedProduct: ref(selectedProduct),
    enterprise: product.holder,
    institution: null,
  });
}

function unknownComplaint(id: string): Refusal {
  return {
    code: 'COMPLAINT_UNKNOWN',
    field: 'complaintId',
    message: 'No complaint with this id is on record.',
    messageZh: '没有此标识的投诉。',
    rule: null,
    facts: [fact('complaintId', id.slice(0, 200))],
  };
}

function otherArea(areaCode: string): Refusal {
  return {
    code: 'OTHER_AREA',
    field: 'areaCode',
    message: `An agency complains for its own pooling area, not for ${areaCode}.`,
    messageZh: `经办机构仅可就本统筹区提出投诉,不得就 ${areaCode} 提出。`,
    rule: null,
    facts: [fact('area', areaCode)],
  };
}

const subjectNotClear: Refusal = {
  code: 'COMPLAINT_SUBJECT_NOT_CLEAR',
  field: 'agreementNumber',
  message: 'Name either the agreement, or, as an agency, round, lot and product.',
  messageZh: '请指明协议编号;经办机构亦可指明批次、竞价单元与产品。',
  rule: null,
  facts: [],
};
