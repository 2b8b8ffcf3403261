import type { EntityManager } from '@mikro-orm/postgresql';
import type { Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { step } from './finalise-selection.ts';
import { publishDemand } from './publish-demand.ts';
import type { StepInput } from './recording.input.ts';
import { sealOf } from './round-seal.ts';
import type { Round } from './round.entity.ts';

/** Ends demand reporting, publishes what was reported, and lets enterprises bid under a seal of the round. */
export async function openBidding(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  const moved = await step(context, em, input, 'openBidding');
  if (!moved.ok) return moved;
  await sealOf(context.seal, em, moved.value);
  // What is published is of rounds whose status is past reporting; this one's is not written yet.
  await em.flush();
  await publishDemand(em, moved.value);
  return moved;
}
