import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import { localDate, localDateAt, today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import type { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import type { PublishNegotiatedOutcomeInput } from './outcome.input.ts';
import { dayRefusals, holdOutcome } from './renew-outcome.ts';

/** Publishes an outcome, once: until then those who checked it and its enterprise know of it. */
export async function publishNegotiatedOutcome(
  context: Context,
  em: EntityManager,
  input: PublishNegotiatedOutcomeInput,
): Promise<Verdict<NegotiatedOutcome>> {
  const held = await holdOutcome(em, input.outcomeId);
  if (!held.ok) return held;
  const outcome = held.value;
  const on = localDate(input.on ?? today(context.clock));
  if (outcome.origin === 'PUBLIC_SOURCE' || outcome.publishedOn) return refused([alreadyPublished(outcome.publishedOn ?? null)]);
  const recordedOn = localDateAt(outcome.recordedAt);
  const refusals = [...dayRefusals('on', on, today(context.clock)), ...(on < recordedOn ? [beforeRecorded(on, recordedOn)] : [])];
  return verdict(refusals, () => Object.assign(outcome, { publishedOn: on }));
}

function alreadyPublished(on: string | null): Refusal {
  return {
    code: 'ALREADY_PUBLISHED',
    field: 'outcomeId',
    message: 'The outcome is published already.',
    messageZh: '该结果已公布。',
    rule: null,
    facts: on === null ? [] : [fact('publishedOn', on)],
  };
}

function beforeRecorded(on: string, recordedOn: string): Refusal {
  return {
    code: 'PUBLISHED_BEFORE_RECORDED',
    field: 'on',
    message: `Nothing was there to be published on ${on}: the outcome was recorded on ${recordedOn}.`,
    messageZh: `${on} 尚无可公布的结果:该结果于 ${recordedOn} 录入。`,
    rule: null,
    facts: [fact('on', on), fact('recordedOn', recordedOn)],
  };
}
