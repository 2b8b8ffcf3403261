import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import { today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { advanceRound, holdRound } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { schemeIsOnRecord, schemeRule } from './policy/index.ts';
import type { StepInput } from './recording.input.ts';
import type { Round } from './round.entity.ts';

/**
 * Opens every sealed bid of a round at once: the recorded act after which prices may be read. The day of the act decides
 * which rules of the scheme apply, so a day on which the scheme has none is refused.
 */
export async function openBids(context: Context, em: EntityManager, input: StepInput): Promise<Verdict<Round>> {
  const held = await holdRound(em, input.roundCode, 'EXCLUSIVE');
  if (!held.ok) return held;
  const round = held.value;
  const moved = await advanceRound(context, em, round, { action: 'openBids', on: input.on, reason: input.reason });
  const refusals = moved.ok ? [] : moved.refusals;
  const on = moved.ok ? moved.value : today(context.clock);
  if (!schemeIsOnRecord(on, round.scheme)) refusals.push(noRules(round.scheme, on));
  if (refusals.length > 0) return refused(refusals);
  round.openedOn = on;
  await em.nativeUpdate(Bid, { lot: { round }, status: 'SEALED' }, { status: 'OPENED' });
  return accepted(round);
}

function noRules(scheme: string, on: string): Refusal {
  return {
    code: 'SCHEME_NOT_IN_FORCE',
    field: 'on',
    message: `Scheme ${scheme} has no rules on record for ${on}.`,
    messageZh: `规则体系 ${scheme} 在 ${on} 没有已记录的规则。`,
    rule: schemeRule.id,
    facts: [fact('scheme', scheme), fact('on', on)],
  };
}
