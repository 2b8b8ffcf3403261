import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, verdict, type Verdict } from '../kernel/verdict.ts';
import { personOf } from '../platform/access/person.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { NegotiationTransition } from './negotiation-transition.entity.ts';
import { Negotiation } from './negotiation.entity.ts';
import { NegotiationParticipant } from './participant.entity.ts';
import { talkStates, talkStatesRule, type TalkAction } from './policy/index.ts';

/** The talk with this code, held until the transaction ends: its acts follow each other. Another enterprise's is as if there were none. */
export async function holdNegotiation({ caller }: Context, em: EntityManager, code: string): Promise<Verdict<Negotiation>> {
  const talk = await em.findOne(Negotiation, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!talk) return refused([unknownTalk(code)]);
  await em.populate(talk, ['product', 'enterprise']);
  const isSeen = caller.role !== 'ENTERPRISE' || talk.enterprise.getEntity().code === caller.enterprise;
  return isSeen ? accepted(talk) : refused([unknownTalk(code)]);
}

/** The same for an act at the table, which an expert of the talk's own group records. */
export async function holdOwnNegotiation(context: Context, em: EntityManager, code: string): Promise<Verdict<Negotiation>> {
  const held = await holdNegotiation(context, em, code);
  if (!held.ok) return held;
  const person = personOf(context.caller);
  const isOfGroup = person !== null && (await em.count(NegotiationParticipant, { negotiation: held.value, side: 'AUTHORITY', person })) > 0;
  return isOfGroup ? held : refused([notOfTheGroup(code)]);
}

/** A step of a talk: which act, on which day (today unless given), and why. */
export interface TalkStep {
  readonly action: TalkAction;
  readonly on?: string | null | undefined;
  readonly reason?: string | null;
}

/** The day of an act, and its refusals: neither in the future nor before the act that came before. */
export async function dayOfAct(context: Context, em: EntityManager, talk: Negotiation, given?: string | null): Promise<Verdict<LocalDate>> {
  const now = today(context.clock);
  const on = given ? localDate(given) : now;
  const last = await em.findOne(NegotiationTransition, { negotiation: talk }, { orderBy: { id: 'desc' } });
  const earliest = last?.occurredOn ?? talk.drawnOn;
  const refusals: Refusal[] = [];
  if (on > now) refusals.push(wrongDay('DATE_IN_FUTURE', on, 'lies in the future', '晚于今日', now));
  if (earliest && on < earliest)
    refusals.push(wrongDay('DATE_BEFORE_PREVIOUS_ACT', on, 'lies before the previous act', '早于上一操作日期', earliest));
  return verdict(refusals, () => on);
}

/** Moves a held talk to the status that the act leads to, and records the act. */
export async function advanceTalk(context: Context, em: EntityManager, talk: Negotiation, step: TalkStep): Promise<Verdict<LocalDate>> {
  const next = talkStates.after(step.action, talk.status);
  const day = await dayOfAct(context, em, talk, step.on);
  const refusals = [
    ...(next.ok ? [] : next.refusals.map((each) => ({ ...each, field: 'negotiationCode' }))),
    ...textRefusals({ reason: step.reason }),
    ...(day.ok ? [] : day.refusals),
  ];
  if (!day.ok || refusals.length > 0) return refused(refusals);
  moveTalk(context, em, talk, { ...step, on: day.value });
  return accepted(day.value);
}

/** The same for an act that follows from the one before on its day, and that its state allows. */
export function moveTalk(
  context: Context,
  em: EntityManager,
  talk: Negotiation,
  { action, on, reason }: TalkStep & { on: LocalDate },
): void {
  const { to } = talkStates.actions[action];
  em.create(NegotiationTransition, {
    id: uuidv7(),
    negotiation: talk,
    action,
    fromStatus: talk.status,
    toStatus: to,
    occurredOn: on,
    reason: reason ?? null,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  talk.status = to;
}

const unknownTalk = (code: string) => unknownCode('negotiationCode', 'negotiation', '谈判', code);

function notOfTheGroup(code: string): Refusal {
  return {
    code: 'NOT_OF_THE_GROUP',
    field: 'negotiationCode',
    message: `What happens at the table of ${code} is recorded by an expert of its group.`,
    messageZh: `谈判 ${code} 的现场情况由本组专家录入。`,
    rule: null,
    facts: [fact('negotiation', code)],
  };
}

function wrongDay(code: string, on: string, english: string, chinese: string, limit: string): Refusal {
  return {
    code,
    field: 'on',
    message: `${on} ${english} (${limit}).`,
    messageZh: `${on} ${chinese}(${limit})。`,
    rule: talkStatesRule.id,
    facts: [fact('on', on), fact('limit', limit)],
  };
}
