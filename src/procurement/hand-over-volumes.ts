import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedBy, recordedRow } from '../platform/journal/recorded-row.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { capacityLeft } from './policy/index.ts';
import { rollUpAmended, rollUpRecorded, type VolumeChange } from './roll-up-agreed-volumes.ts';
import type { SelectedProduct } from './selected-product.entity.ts';

/** How much of one agreed volume goes to the successor, and what it is lowered to. */
export interface VolumeMove {
  readonly volume: AgreedVolume;
  readonly quantity: number;
}

/** The successor's volume of the same institution and year; `quantityBefore` is null where it is new. */
export interface SucceedingVolume {
  readonly volume: AgreedVolume;
  readonly quantityBefore: number | null;
}

/** What was made, move by move, and the sums that are written past the mapper once the rows are. */
export interface HandedOver {
  readonly to: readonly SucceedingVolume[];
  readonly settle: (em: EntityManager) => Promise<void>;
}

/** Agreed volumes by their keys, held until the transaction ends, in the order in which everybody holds them. */
export function holdVolumes(em: EntityManager, ids: readonly string[]): Promise<AgreedVolume[]> {
  return em.find(
    AgreedVolume,
    { id: { $in: [...ids] } },
    { orderBy: { area: { code: 'asc' }, id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
}

/**
 * Moves quantities from agreed volumes to those of another selected product of the same lot, by recorded amendments with
 * the reason; by the mapper alone. The caller holds the round alone, so that nobody agrees on volumes of it meanwhile.
 *
 * Refuses with `CAPACITY_EXCEEDED` where the successor declared a capacity that does not reach (S0-10).
 */
export async function handOverVolumes(
  context: Context,
  em: EntityManager,
  { to, moves, reason }: { readonly to: SelectedProduct; readonly moves: readonly VolumeMove[]; readonly reason: string },
): Promise<Verdict<HandedOver>> {
  const refusals = await capacityRefusals(em, to, moves);
  if (refusals.length > 0) return refused(refusals);
  const institutions = moves.map(({ volume }) => volume.institution.id);
  const there = await em.find(
    AgreedVolume,
    { selectedProduct: to, institution: { id: { $in: institutions } } },
    { orderBy: { area: { code: 'asc' }, id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const placeOf = ({ institution, agreementYear }: AgreedVolume) => `${institution.id} ${agreementYear}`;
  const byPlace = new Map(there.map((each) => [placeOf(each), each]));
  const amend = (volume: AgreedVolume, quantity: number): VolumeChange => {
    const quantityBefore = volume.quantity;
    em.create(AgreedVolumeAmendment, {
      areaCode: volume.area.code,
      id: uuidv7(),
      agreedVolumeId: volume.id,
      quantityBefore,
      quantityAfter: quantity,
      reason,
      recordedBy: recordedBy(context.caller),
      recordedAt: context.clock.now(),
    });
    volume.quantity = quantity;
    return { volume, quantityBefore };
  };

  const amended: VolumeChange[] = [];
  const made: AgreedVolume[] = [];
  const succeeding = moves.map(({ volume, quantity }): SucceedingVolume => {
    amended.push(amend(volume, volume.quantity - quantity));
    const existing = byPlace.get(placeOf(volume));
    if (existing) {
      const change = amend(existing, existing.quantity + quantity);
      amended.push(change);
      return change;
    }
    const { area, institution, agreementYear } = volume;
    const recorded = { ...recordedRow(context), ...(volume.confidence === 'SYNTHETIC' && { confidence: volume.confidence }) };
    const next = em.create(AgreedVolume, { ...recorded, area, selectedProduct: to, institution, agreementYear, quantity });
    made.push(next);
    return { volume: next, quantityBefore: null };
  });
  const settle = async (settled: EntityManager) => {
    const beyond = [...(await rollUpAmended(settled, amended, context.clock.now())), ...(await rollUpRecorded(settled, made))];
    if (beyond.length > 0) throw new Error('a successor passed its capacity while its round was held');
  };
  return accepted({ to: succeeding, settle });
}

/** What is committed of the successor's product already, by the sums; demonstration data is no commitment. */
async function capacityRefusals(em: EntityManager, to: SelectedProduct, moves: readonly VolumeMove[]): Promise<Refusal[]> {
  const declared = to.bid?.getEntity().declaredCapacity ?? null;
  if (declared === null) return [];
  const real = moves.filter(({ volume }) => volume.confidence !== 'SYNTHETIC');
  const rows = await em.execute<{ year: number; committed: string }[]>(
    `select agreement_year as year, quantity::text as committed from agreed_volume_rollup_by_product where selected_product_id = ? and not synthetic`,
    [to.id],
  );
  const committed = new Map(rows.map((each) => [each.year, Number(each.committed)]));
  return [...Map.groupBy(real, ({ volume }) => volume.agreementYear)].flatMap(([year, ofYear]) => {
    const moved = ofYear.reduce((sum, { quantity }) => sum + quantity, 0);
    const judged = capacityLeft({ declared, committed: (committed.get(year) ?? 0) + moved });
    return judged.ok ? [] : judged.refusals.map((each) => ({ ...each, field: 'successorProductCode' }));
  });
}
