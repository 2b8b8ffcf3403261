import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { roundStates, roundStatesRule, type RoundAction, type RoundState } from './policy/index.ts';
import { seesDrafts } from './rights.ts';
import { RoundTransition } from './round-transition.entity.ts';
import { Round } from './round.entity.ts';

/** Shared: many may work in a round at once, while its status stands still. Exclusive: its status is about to change. */
export type RoundLock = 'SHARED' | 'EXCLUSIVE';

/** The round with this code, held against a change of its status until the transaction ends. */
export async function holdRound(em: EntityManager, code: string, lock: RoundLock): Promise<Verdict<Round>> {
  const lockMode = lock === 'SHARED' ? LockMode.PESSIMISTIC_READ : LockMode.PESSIMISTIC_WRITE;
  const round = await em.findOne(Round, { code }, { lockMode });
  return round ? accepted(round) : refused([unknownRound(code)]);
}

/** The same for callers who do not see drafts: to them a draft is no round at all. */
export async function holdSeenRound(context: Context, em: EntityManager, code: string, lock: RoundLock): Promise<Verdict<Round>> {
  const held = await holdRound(em, code, lock);
  return held.ok && held.value.status === 'DRAFT' && !seesDrafts(context.caller) ? refused([unknownRound(code)]) : held;
}

const unknownRound = (code: string) => unknownCode('roundCode', 'round', '批次', code);

/** Refuses what a round's status does not allow, naming the statuses that do. */
export function requireStatus(round: Pick<Round, 'status'>, allowed: readonly RoundState[]): Refusal[] {
  if (allowed.includes(round.status)) return [];
  const names = (language: 'en' | 'zh') => allowed.map((each) => roundStates.states[each][language]);
  return [
    {
      code: 'ACTION_NOT_ALLOWED_IN_STATE',
      field: 'roundCode',
      message: `The round is ${roundStates.states[round.status].en}; this needs it to be ${names('en').join(' or ')}.`,
      messageZh: `批次当前状态为“${roundStates.states[round.status].zh}”,应为${names('zh')
        .map((each) => `“${each}”`)
        .join('或')}。`,
      rule: roundStatesRule.id,
      facts: [fact('state', round.status), fact('requiredStates', allowed.join('|'))],
    },
  ];
}

/** A step of a round's life: which act, on which day (today unless given), and why. */
export interface Step {
  readonly action: RoundAction;
  readonly on?: string | null;
  readonly reason?: string | null;
}

/**
 * Moves a held round to the status that the act leads to, and records the act. The day may lie in the past, since past
 * rounds are recorded too, but neither in the future nor before the act that came before.
 */
export async function advanceRound(context: Context, em: EntityManager, round: Round, step: Step): Promise<Verdict<LocalDate>> {
  const now = today(context.clock);
  const on = step.on ? localDate(step.on) : now;
  const next = roundStates.after(step.action, round.status);
  const refusals = [...(next.ok ? [] : next.refusals), ...textRefusals({ reason: step.reason })];
  const last = await em.findOne(RoundTransition, { round }, { orderBy: { id: 'desc' } });
  if (on > now) refusals.push(wrongDay('DATE_IN_FUTURE', on, 'lies in the future', '晚于今日', now));
  if (last && on < last.occurredOn)
    refusals.push(wrongDay('DATE_BEFORE_PREVIOUS_ACT', on, 'lies before the previous act', '早于上一操作日期', last.occurredOn));
  if (!next.ok || refusals.length > 0) return refused(refusals);

  em.create(RoundTransition, {
    id: uuidv7(),
    round,
    action: step.action,
    fromStatus: round.status,
    toStatus: next.value,
    occurredOn: on,
    reason: step.reason ?? null,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  round.status = next.value;
  return accepted(on);
}

/** Refusals of a day that is not there yet. */
export function dateInFuture(field: string, on: string, now: LocalDate): Refusal[] {
  return on > now ? [{ ...wrongDay('DATE_IN_FUTURE', on, 'lies in the future', '晚于今日', now), field, rule: null }] : [];
}

function wrongDay(code: string, on: string, english: string, chinese: string, limit: string): Refusal {
  return {
    code,
    field: 'on',
    message: `${on} ${english} (${limit}).`,
    messageZh: `${on} ${chinese}(${limit})。`,
    rule: roundStatesRule.id,
    facts: [fact('on', on), fact('limit', limit)],
  };
}
