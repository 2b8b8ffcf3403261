import type { EntityManager } from '@mikro-orm/postgresql';
import { Institution } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { beyondCapacity } from './beyond-capacity.ts';
import { agreementYearField } from './figures.ts';
import { findSelectedProduct } from './find-selected-product.ts';
import { quantityAmendment } from './policy/index.ts';
import type { RecordAgreedVolumesInput } from './recording.input.ts';
import { rollUpRecorded } from './roll-up-agreed-volumes.ts';
import type { SelectedProduct } from './selected-product.entity.ts';

/** More than this in one mutation belong in a file. */
export const mostVolumes = 1000;

/** Records what institutions commit to buy of one selected product in one agreement year; all of the list or nothing. */
export async function recordAgreedVolumes(
  context: Context,
  em: EntityManager,
  input: Omit<RecordAgreedVolumesInput, 'idempotencyKey'>,
): Promise<Verdict<SelectedProduct>> {
  if (input.volumes.length === 0 || input.volumes.length > mostVolumes) {
    throw new BadInput(`volumes: 1 to ${mostVolumes} in one mutation`, `volumes:每次 1 至 ${mostVolumes} 条`);
  }
  const held = await holdRound(em, input.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const found = await findSelectedProduct(em, held.value, input);
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
