import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Institution } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import { sendOn } from '../platform/database/send.ts';
import { holdRound } from './advance-round.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { agreementYearField } from './figures.ts';
import { findSelectedProduct } from './find-selected-product.ts';
import type { AmendAgreedVolumeInput } from './recording.input.ts';
import type { Round } from './round.entity.ts';

type Place = Pick<AmendAgreedVolumeInput, 'roundCode' | 'productCode' | 'lotCode' | 'institutionCode' | 'agreementYear'>;

/** An agreed volume that nobody else changes until the transaction ends, nor the status of its round. */
export interface HeldVolume {
  readonly round: Pick<Round, 'status'>;
  readonly volume: AgreedVolume;
}

/** The agreed volume at a place named by codes. One statement finds it; only where that finds none is asked one by one what is missing. */
export async function holdAgreedVolume(em: EntityManager, place: Place): Promise<Verdict<HeldVolume>> {
  const held = agreementYearField(place.agreementYear).length === 0 ? await holdAtOnce(em, place) : null;
  return held ? accepted(held) : holdStepByStep(em, place);
}

/** The round is locked before the volume, as everywhere. A product that is selected in several lots is left to the other way. */
const atOnce = `
  select v.*, r.status as round_status
  from round r join selected_product s on s.round_id = r.id join lot l on l.id = s.lot_id join product p on p.id = s.product_id
    join agreed_volume v on v.selected_product_id = s.id join institution i on i.id = v.institution_id and i.area_code = v.area_code
  where r.code = $1 and p.code = $2 and ($3::text is null or l.code = $3) and i.code = $4 and v.agreement_year = $5::smallint
    and not exists (select from selected_product o join lot ol on ol.id = o.lot_id
      where o.round_id = r.id and o.product_id = p.id and o.id <> s.id and ($3::text is null or ol.code = $3))
  for share of r for update of v`;

async function holdAtOnce(em: EntityManager, place: Place): Promise<HeldVolume | null> {
  const { roundCode, productCode, lotCode, institutionCode, agreementYear } = place;
  const values = [roundCode, productCode, lotCode ?? null, institutionCode, agreementYear];
  const [row] = await sendOn(em)<Record<string, unknown> & { round_status: Round['status'] }>(atOnce, values);
  if (!row) return null;
  const { round_status: status, ...columns } = row;
  return { round: { status }, volume: em.map(AgreedVolume, columns) };
}

async function holdStepByStep(em: EntityManager, place: Place): Promise<Verdict<HeldVolume>> {
  const { roundCode, institutionCode, agreementYear } = place;
  const held = await holdRound(em, roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const found = await findSelectedProduct(em, held.value, place);
  if (!found.ok) return refused(found.refusals);
  const malformed = agreementYearField(agreementYear);
  if (malformed.length > 0) return refused(malformed);
  const institution = await em.findOne(Institution, { code: institutionCode });
  if (!institution) return refused([unknownCode('institutionCode', 'medical institution', '医疗机构', institutionCode)]);
  const volume = await em.findOne(
    AgreedVolume,
    { area: institution.area, institution, selectedProduct: found.value, agreementYear },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return volume ? accepted({ round: held.value, volume }) : refused([nothingAgreed(institutionCode, agreementYear)]);
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
