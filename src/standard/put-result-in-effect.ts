import type { EntityManager } from '@mikro-orm/postgresql';
import { Area } from '../catalogue/index.ts';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { requireStatus, Round } from '../procurement/index.ts';
import type { PutResultInEffectInput } from './recording.input.ts';
import { restateRound } from './restate-standards.ts';
import { RoundImplementation } from './round-implementation.entity.ts';

/**
 * Records from when on the caller's pooling area uses the result of a round: the winning prices are the payment standards
 * there from that day on. Said again with other days it corrects what was said before, which stays on record.
 */
export async function putResultInEffect(
  context: Context,
  em: EntityManager,
  input: PutResultInEffectInput,
): Promise<Verdict<RoundImplementation>> {
  const { roundCode, effectiveFrom, effectiveTo = null, source } = input;
  const round = await em.findOne(Round, { code: roundCode });
  if (!round) return refused([unknownCode('roundCode', 'round', '批次', roundCode)]);
  const refusals: Refusal[] = [...textRefusals({ source }), ...requireStatus(round, ['FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'])];
  const areaCode = context.caller.area ?? '';
  const area = await em.findOne(Area, { code: areaCode });
  // No field of the input: the area is the caller's.
  if (!area) refusals.push({ ...unknownCode('', 'pooling area', '统筹区', areaCode), field: null });
  if (effectiveTo !== null && effectiveTo <= effectiveFrom) refusals.push(endsBeforeStart('effectiveTo', effectiveFrom, effectiveTo));
  if (round.openedOn && effectiveFrom < round.openedOn) refusals.push(beforeOpening(effectiveFrom, round.openedOn));
  if (refusals.length > 0) return refused(refusals);

  const implementation = em.create(RoundImplementation, {
    ...recordedRow(context),
    area: area!,
    round,
    effectiveFrom,
    effectiveTo,
    source,
  });
  await em.flush();
  await restateRound(em, round.id, areaCode);
  return accepted(implementation);
}

/** A span of days that would end before it begins. */
export const endsBeforeStart = (field: 'effectiveTo' | 'validTo', from: string, to: string): Refusal => ({
  code: 'SPAN_ENDS_BEFORE_START',
  field,
  message: `The first day after, ${to}, must lie after the first day, ${from}.`,
  messageZh: `届满后的首日 ${to} 须晚于执行首日 ${from}。`,
  rule: null,
  facts: [fact('from', from), fact('to', to)],
});

const beforeOpening = (from: string, openedOn: string): Refusal => ({
  code: 'BEFORE_OPENING',
  field: 'effectiveFrom',
  message: `The bids of the round were opened on ${openedOn}; its result cannot be in effect from ${from}.`,
  messageZh: `该批次于 ${openedOn} 开标,中选结果不能自 ${from} 起执行。`,
  rule: null,
  facts: [fact('effectiveFrom', from), fact('openedOn', openedOn)],
});
