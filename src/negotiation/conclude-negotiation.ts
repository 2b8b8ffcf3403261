import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { priceField } from './figures.ts';
import { advanceTalk, holdOwnNegotiation } from './hold-negotiation.ts';
import type { ConcludeNegotiationInput, EndNegotiationInput } from './negotiation.input.ts';
import { NegotiationTerms } from './negotiation-terms.entity.ts';
import type { Negotiation } from './negotiation.entity.ts';
import { OpenedExpectedPrice } from './opened-expected-price.entity.ts';
import { overlapping } from './period-of-product.ts';
import { agreementPeriod, agreementPeriodRule, finalPrice } from './policy/index.ts';

/**
 * Records on what both sides agree: price, payment scope, first day of the agreement period and, where agreed, a quantity
 * (RH3). The price is not above the expected price, nor above the price before (S0-2). It counts once three have signed.
 */
export async function concludeNegotiation(
  context: Context,
  em: EntityManager,
  input: ConcludeNegotiationInput,
): Promise<Verdict<Negotiation>> {
  const held = await holdOwnNegotiation(context, em, input.negotiationCode);
  if (!held.ok) return held;
  const talk = held.value;
  const { price, paymentScope, minutes } = input;
  const agreedQuantity = input.agreedQuantity ?? null;
  const inForceFrom = localDate(input.inForceFrom);
  const wrongPrice = priceField('price', price);
  const refusals = [...wrongPrice, ...textRefusals({ paymentScope, minutes }), ...quantityField('agreedQuantity', agreedQuantity)];
  const moved = await advanceTalk(context, em, talk, { action: 'succeed', on: input.on });
  if (!moved.ok) return refused([...refusals, ...moved.refusals]);
  const on = moved.value;
  if (wrongPrice.length === 0) refusals.push(...(await judgePrice(em, talk, price)));
  if (inForceFrom < on) refusals.push(beforeAgreement(inForceFrom, on));
  const period = agreementPeriod(inForceFrom, on);
  refusals.push(...(await overlapping(em, talk.product.id, period, 'inForceFrom')));
  if (refusals.length > 0) return refused(refusals);
  em.create(NegotiationTerms, {
    negotiation: talk,
    price,
    paymentScope,
    inForceFrom,
    inForceTo: period.to,
    agreedQuantity,
    minutes,
    agreedOn: on,
    recordedBy: recordedBy(context.caller),
    recordedAt: context.clock.now(),
  });
  return accepted(talk);
}

/** Ends a talk that is not over without success, with the reason. */
export async function endNegotiation(
  context: Context,
  em: EntityManager,
  { negotiationCode, reason, on }: EndNegotiationInput,
): Promise<Verdict<Negotiation>> {
  const held = await holdOwnNegotiation(context, em, negotiationCode);
  if (!held.ok) return held;
  const moved = await advanceTalk(context, em, held.value, { action: 'fail', on, reason });
  return moved.ok ? held : moved;
}

async function judgePrice(em: EntityManager, talk: Negotiation, given: string): Promise<Refusal[]> {
  const opened = await em.findOneOrFail(OpenedExpectedPrice, { negotiation: talk });
  const inUnit = (text: string) => UnitPrice.of(text, talk.priceUnit);
  const before = talk.priceBefore ? inUnit(talk.priceBefore) : null;
  const judged = finalPrice({ price: inUnit(given), expected: inUnit(opened.price), before });
  return judged.ok ? [] : judged.refusals;
}

function beforeAgreement(from: LocalDate, on: LocalDate): Refusal {
  return {
    code: 'IN_FORCE_BEFORE_AGREEMENT',
    field: 'inForceFrom',
    message: `The agreement period cannot begin on ${from}, before the day of agreement (${on}).`,
    messageZh: `协议期首日 ${from} 不得早于达成一致之日(${on})。`,
    rule: agreementPeriodRule.id,
    facts: [fact('inForceFrom', from), fact('on', on)],
  };
}
