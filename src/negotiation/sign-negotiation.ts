import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { fact } from '../kernel/fact.ts';
import { localDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import { personOf } from '../platform/access/person.ts';
import type { Caller } from '../platform/access/caller.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedBy, recordedRow } from '../platform/journal/recorded-row.ts';
import { dayOfAct, holdNegotiation } from './hold-negotiation.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { NegotiationSignature } from './negotiation-signature.entity.ts';
import { NegotiationTerms } from './negotiation-terms.entity.ts';
import type { Negotiation } from './negotiation.entity.ts';
import type { TalkInput } from './negotiation.input.ts';
import { NegotiationParticipant } from './participant.entity.ts';
import { overlapping, runningOut } from './period-of-product.ts';
import { explainCut, talkStates, threeSignatures, type Capacity } from './policy/index.ts';

/** In which capacity a role signs. */
const capacityOf: Partial<Record<Caller['role'], Capacity>> = { EXPERT: 'GROUP_LEADER', ENTERPRISE: 'ENTERPRISE', APPROVER: 'SUPERVISOR' };

/** Signs the result of a talk, in the capacity of the caller's role; the third signature makes the outcome (RH1). */
export async function signNegotiation(context: Context, em: EntityManager, input: TalkInput): Promise<Verdict<Negotiation>> {
  const held = await holdNegotiation(context, em, input.negotiationCode);
  if (!held.ok) return held;
  const talk = held.value;
  const state = talkStates.after('sign', talk.status);
  if (!state.ok) return refused(state.refusals.map((each) => ({ ...each, field: 'negotiationCode' })));
  const terms = await em.findOne(NegotiationTerms, { negotiation: talk });
  if (!terms) return refused([nothingToSign(talk.code)]);
  const capacity = capacityOf[context.caller.role]!;
  const person = personOf(context.caller) ?? '';
  const day = await dayOfAct(context, em, talk, input.on);
  const judged = threeSignatures({
    capacity,
    person,
    participants: await em.find(NegotiationParticipant, { negotiation: talk }),
    signed: (await em.find(NegotiationSignature, { negotiation: talk })).map((each) => each.capacity),
  });
  const refusals = [...(day.ok ? [] : day.refusals), ...(judged.ok ? [] : judged.refusals)];
  if (!day.ok || !judged.ok) return refused(refusals);
  em.create(NegotiationSignature, {
    id: uuidv7(),
    negotiation: talk,
    capacity,
    person,
    signedOn: day.value,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  if (!judged.value.isComplete) return accepted(talk);
  // The database looks for three signatures before it takes the outcome.
  await em.flush();
  return complete(context, em, talk, terms);
}

async function complete(context: Context, em: EntityManager, talk: Negotiation, terms: NegotiationTerms): Promise<Verdict<Negotiation>> {
  const period = { from: localDate(terms.inForceFrom), to: localDate(terms.inForceTo) };
  const overlaps = await overlapping(em, talk.product.id, period, 'negotiationCode');
  if (overlaps.length > 0) return refused(overlaps);
  const before = await runningOut(em, talk.product.id, period.from);
  const inUnit = (text: string) => UnitPrice.of(text, talk.priceUnit);
  em.create(NegotiatedOutcome, {
    ...recordedRow(context),
    product: talk.product,
    enterprise: talk.enterprise,
    basis: 'NEGOTIATION',
    negotiation: talk,
    bidding: null,
    follows: before && ref(before),
    approvalId: null,
    price: terms.price,
    priceUnit: talk.priceUnit,
    priceBefore: talk.priceBefore,
    paymentScope: terms.paymentScope,
    inForceFrom: period.from,
    inForceTo: period.to,
    continuousFrom: before?.continuousFrom ?? period.from,
    agreedQuantity: terms.agreedQuantity,
    explanation: talk.priceBefore ? explainCut(inUnit(talk.priceBefore), inUnit(terms.price)).explanation : null,
    publishedOn: null,
    note: null,
    origin: 'RECORDED',
  });
  return accepted(talk);
}

function nothingToSign(code: string): Refusal {
  return {
    code: 'NOTHING_TO_SIGN',
    field: 'negotiationCode',
    message: `No terms of ${code} are on record; there is nothing to sign.`,
    messageZh: `谈判 ${code} 没有已记录的协议条件,无可签署。`,
    rule: null,
    facts: [fact('negotiation', code)],
  };
}
