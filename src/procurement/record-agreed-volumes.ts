import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Institution, Product } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy, recordedRow } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { agreementYearField } from './figures.ts';
import { capacityLeft, quantityAmendment } from './policy/index.ts';
import type { AmendAgreedVolumeInput, RecordAgreedVolumesInput } from './recording.input.ts';
import { rollUpAmended, rollUpRecorded, type BeyondCapacity } from './roll-up-agreed-volumes.ts';
import type { Round } from './round.entity.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { LockMode } from '@mikro-orm/core';

/** More than this in one mutation belong in a file. */
const mostVolumes = 1000;

/** Records what institutions commit to buy of one selected product in one agreement year; all of the list or nothing. */
export async function recordAgreedVolumes(
  context: Context,
  em: EntityManager,
  input: RecordAgreedVolumesInput,
): Promise<Verdict<SelectedProduct>> {
  if (input.volumes.length === 0 || input.volumes.length > mostVolumes) {
    throw new BadInput(`volumes: 1 to ${mostVolumes} in one mutation`, `volumes:每次 1 至 ${mostVolumes} 条`);
  }
  const held = await holdRound(em, input.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const found = await selectedProductOf(em, held.value, input);
  const refusals = [...requireStatus(held.value, ['FINAL', 'IN_FORCE']), ...agreementYearField(input.agreementYear)];
  if (!found.ok) refusals.push(...found.refusals);
  if (!found.ok || refusals.length > 0) return refused(refusals);

  const codes = input.volumes.map((each) => each.institutionCode);
  const institutions = new Map((await em.find(Institution, { code: { $in: codes } })).map((each) => [each.code, each]));
  const { agreementYear } = input;
  const recorded = await em.find(
    AgreedVolume,
    { selectedProduct: found.value, agreementYear, institution: { $in: [...institutions.values()] } },
    { populate: ['institution'] },
  );
  const taken = new Set(recorded.map((each) => each.institution.getEntity().code));
  for (const [index, { institutionCode, quantity }] of input.volumes.entries()) {
    const field = `volumes.${index}`;
    if (!institutions.has(institutionCode))
      refusals.push(unknownCode(`${field}.institutionCode`, 'medical institution', '医疗机构', institutionCode));
    if (taken.has(institutionCode)) refusals.push(alreadyAgreed(`${field}.institutionCode`, institutionCode, agreementYear));
    taken.add(institutionCode);
    const judged = quantityAmendment({ isSigned: false, current: null, next: quantity, amendment: null });
    if (!judged.ok) refusals.push(...judged.refusals.map((each) => ({ ...each, field: `${field}.quantity` })));
  }
  if (refusals.length > 0) return refused(refusals);

  // Two lists that name the same institutions meet at each of them in the same order, so that neither waits for the other.
  const inOrder = input.volumes.toSorted((a, b) => (a.institutionCode < b.institutionCode ? -1 : 1));
  const volumes = inOrder.map(({ institutionCode, quantity }) => {
    const institution = institutions.get(institutionCode)!;
    const place = { area: institution.area, selectedProduct: found.value, institution };
    return em.create(AgreedVolume, { ...recordedRow(context), ...place, agreementYear, quantity });
  });
  const beyond = await rollUpRecorded(em, volumes);
  return verdict(beyond.flatMap(beyondCapacity), () => found.value);
}

/** Changes an agreed volume, which is possible only by a recorded amendment with its author and reason (S0-6). */
export async function amendAgreedVolume(
  context: Context,
  em: EntityManager,
  input: AmendAgreedVolumeInput,
): Promise<Verdict<AgreedVolume>> {
  const held = await holdRound(em, input.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const found = await selectedProductOf(em, held.value, input);
  if (!found.ok) return refused(found.refusals);
  const malformed = agreementYearField(input.agreementYear);
  if (malformed.length > 0) return refused(malformed);
  const institution = await em.findOne(Institution, { code: input.institutionCode });
  if (!institution) return refused([unknownCode('institutionCode', 'medical institution', '医疗机构', input.institutionCode)]);
  const volume = await em.findOne(
    AgreedVolume,
    { area: institution.area, institution, selectedProduct: found.value, agreementYear: input.agreementYear },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!volume) return refused([nothingAgreed(input.institutionCode, input.agreementYear)]);

  const author = recordedBy(context.caller);
  const recordedAt = context.clock.now();
  const judged = quantityAmendment({
    isSigned: true,
    current: volume.quantity,
    next: input.quantity,
    amendment: { author, reason: input.reason, recordedAt: recordedAt.toISOString() },
  });
  const refusals = [
    ...requireStatus(held.value, ['FINAL', 'IN_FORCE']),
    // A blank reason is refused by the rule itself.
    ...(input.reason.trim() === '' ? [] : textRefusals({ reason: input.reason })),
    ...(judged.ok ? [] : judged.refusals),
  ];
  if (refusals.length > 0) return refused(refusals);
  const quantityBefore = volume.quantity;
  em.create(AgreedVolumeAmendment, {
    areaCode: volume.area.code,
    id: uuidv7(),
    agreedVolumeId: volume.id,
    quantityBefore,
    quantityAfter: input.quantity,
    reason: input.reason,
    recordedBy: author,
    recordedAt,
  });
  volume.quantity = input.quantity;
  const beyond = await rollUpAmended(em, volume, quantityBefore, recordedAt);
  // Less than before is welcome even where it is still too much.
  return verdict(input.quantity > quantityBefore ? beyond.flatMap(beyondCapacity) : [], () => volume);
}

/** What the rule says of a sum that passes the declared capacity; the transaction is taken back with it. */
function beyondCapacity({ committed, declared }: BeyondCapacity): Refusal[] {
  const judged = capacityLeft({ declared, committed });
  return judged.ok ? [] : [...judged.refusals];
}

/** The product as selected in the round; where it won in several lots, the lot must be named. */
async function selectedProductOf(
  em: EntityManager,
  round: Round,
  { productCode, lotCode }: { productCode: string; lotCode?: string | null },
): Promise<Verdict<SelectedProduct>> {
  const product = await em.findOne(Product, { code: productCode });
  if (!product) return refused([unknownCode('productCode', 'product', '产品', productCode)]);
  const found = await em.find(SelectedProduct, { round, product, ...(lotCode != null ? { lot: { code: lotCode } } : {}) });
  if (found.length === 1) return accepted(found[0]!);
  return refused([found.length === 0 ? notSelected(productCode) : lotNeeded(productCode)]);
}

function notSelected(product: string): Refusal {
  return {
    code: 'NOT_SELECTED',
    field: 'productCode',
    message: `Product ${product} is not selected in this round.`,
    messageZh: `产品 ${product} 在本批次未中选。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

function lotNeeded(product: string): Refusal {
  return {
    code: 'LOT_NEEDED',
    field: 'lotCode',
    message: `Product ${product} is selected in several lots of this round; say in which.`,
    messageZh: `产品 ${product} 在本批次多个竞价单元中选;请指明竞价单元。`,
    rule: null,
    facts: [fact('product', product)],
  };
}

function alreadyAgreed(field: string, institution: string, year: number): Refusal {
  return {
    code: 'VOLUME_ALREADY_AGREED',
    field,
    message: `Institution ${institution} has an agreed volume of this product for ${year}; it changes only by an amendment.`,
    messageZh: `医疗机构 ${institution} 该产品 ${year} 年度约定采购量已录入,仅可通过变更记录调整。`,
    rule: 'procurement.quantity-amendment',
    facts: [fact('institution', institution), fact('agreementYear', year)],
  };
}

function nothingAgreed(institution: string, year: number): Refusal {
  return {
    code: 'VOLUME_NOT_AGREED',
    field: 'institutionCode',
    message: `Institution ${institution} has no agreed volume of this product for ${year}.`,
    messageZh: `医疗机构 ${institution} 该产品 ${year} 年度没有约定采购量。`,
    rule: null,
    facts: [fact('institution', institution), fact('agreementYear', year)],
  };
}
