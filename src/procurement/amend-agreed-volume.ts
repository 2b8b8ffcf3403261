import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { holdRound, requireStatus } from './advance-round.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { beyondCapacity } from './beyond-capacity.ts';
import { holdAgreedVolume } from './hold-agreed-volume.ts';
import { quantityAmendment } from './policy/index.ts';
import type { AmendAgreedVolumeInput } from './recording.input.ts';
import { rollUpAmended } from './roll-up-agreed-volumes.ts';
import type { Round } from './round.entity.ts';

/** Changes an agreed volume, which is possible only by a recorded amendment with its author and reason (S0-6). */
export async function amendAgreedVolume(
  context: Context,
  em: EntityManager,
  input: AmendAgreedVolumeInput,
): Promise<Verdict<AgreedVolume>> {
  const held = await holdAgreedVolume(em, input);
  if (!held.ok) return refused(held.refusals);
  return amendHeldVolume(context, em, held.value, input);
}

/**
 * The same for a volume that an agreement was signed about: the agreement is amended, and its quantity is the volume's.
 * Takes the round after the caller's own rows, and the volume after the round.
 */
export async function amendVolumeOf(
  context: Context,
  em: EntityManager,
  of: { readonly areaCode: string; readonly agreedVolumeId: string; readonly roundCode: string },
  change: QuantityChange,
): Promise<Verdict<AgreedVolume>> {
  const held = await holdRound(em, of.roundCode, 'SHARED');
  if (!held.ok) return refused(held.refusals);
  const volume = await em.findOneOrFail(
    AgreedVolume,
    { area: of.areaCode, id: of.agreedVolumeId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return amendHeldVolume(context, em, { round: held.value, volume }, change);
}

/** Another quantity, and why. */
export interface QuantityChange {
  readonly quantity: number;
  readonly reason: string;
}

async function amendHeldVolume(
  context: Context,
  em: EntityManager,
  { round, volume }: { readonly round: Pick<Round, 'status'>; readonly volume: AgreedVolume },
  { quantity, reason }: QuantityChange,
): Promise<Verdict<AgreedVolume>> {
  const author = recordedBy(context.caller);
  const recordedAt = context.clock.now();
  const judged = quantityAmendment({
    isSigned: true,
    current: volume.quantity,
    next: quantity,
    amendment: { author, reason, recordedAt: recordedAt.toISOString() },
  });
  const refusals = [
    ...requireStatus(round, ['FINAL', 'IN_FORCE']),
    // A blank reason is refused by the rule itself.
    ...(reason.trim() === '' ? [] : textRefusals({ reason })),
    ...(judged.ok ? [] : judged.refusals),
  ];
  if (refusals.length > 0) return refused(refusals);
  const quantityBefore = volume.quantity;
  em.create(AgreedVolumeAmendment, {
    areaCode: volume.area.code,
    id: uuidv7(),
    agreedVolumeId: volume.id,
    quantityBefore,
    quantityAfter: quantity,
    reason,
    recordedBy: author,
    recordedAt,
  });
  volume.quantity = quantity;
  const beyond = await rollUpAmended(em, [{ volume, quantityBefore }], recordedAt);
  // Less than before is welcome even where it is still too much.
  return verdict(quantity > quantityBefore ? beyond.flatMap(beyondCapacity) : [], () => volume);
}
