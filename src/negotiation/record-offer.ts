import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedBy, recordedRow } from '../platform/journal/recorded-row.ts';
import { priceField } from './figures.ts';
import { advanceTalk, holdOwnNegotiation, moveTalk } from './hold-negotiation.ts';
import type { Negotiation } from './negotiation.entity.ts';
import type { OfferInput, QuoteInput } from './negotiation.input.ts';
import { NegotiationOffer } from './offer.entity.ts';
import { OpenedExpectedPrice } from './opened-expected-price.entity.ts';
import { quoteCorridor, talkStatesRule, type TalkAction } from './policy/index.ts';

/** Records the first quote of the enterprise, with its minutes. It decides nothing, however low it is. */
export async function recordFirstQuote(context: Context, em: EntityManager, input: QuoteInput): Promise<Verdict<Negotiation>> {
  const offered = await offer(context, em, input, { action: 'quoteFirst', kind: 'FIRST_QUOTE', side: 'ENTERPRISE' });
  return offered.ok ? accepted(offered.value.talk) : offered;
}

/**
 * Records the second quote, with its minutes. Above the corridor it ends the talk in the same transaction; else bargaining
 * begins. The expected price is opened by then.
 */
export async function recordSecondQuote(context: Context, em: EntityManager, input: QuoteInput): Promise<Verdict<Negotiation>> {
  const offered = await offer(context, em, input, { action: 'quoteSecond', kind: 'SECOND_QUOTE', side: 'ENTERPRISE' });
  if (!offered.ok) return offered;
  const { talk, on } = offered.value;
  const opened = await em.findOne(OpenedExpectedPrice, { negotiation: talk });
  if (!opened) return refused([notOpened(talk.code)]);
  const [expected, second] = [opened.price, input.price].map((price) => UnitPrice.of(price, talk.priceUnit)) as [UnitPrice, UnitPrice];
  const { isInside } = quoteCorridor(expected, second, on);
  moveTalk(context, em, talk, { action: isInside ? 'beginBargaining' : 'failByCorridor', on });
  return accepted(talk);
}

/** Records what one side offers in bargaining, with its minutes. */
export async function recordNegotiationOffer(context: Context, em: EntityManager, input: OfferInput): Promise<Verdict<Negotiation>> {
  const offered = await offer(context, em, input, { action: 'bargain', kind: 'BARGAINING', side: input.side });
  return offered.ok ? accepted(offered.value.talk) : offered;
}

async function offer(
  context: Context,
  em: EntityManager,
  { negotiationCode, price, minutes, on: given }: QuoteInput,
  { action, ...named }: { readonly action: TalkAction } & Pick<NegotiationOffer, 'kind' | 'side'>,
): Promise<Verdict<{ talk: Negotiation; on: LocalDate }>> {
  const held = await holdOwnNegotiation(context, em, negotiationCode);
  if (!held.ok) return held;
  const talk = held.value;
  const refusals = [...priceField('price', price), ...textRefusals({ minutes })];
  const moved = await advanceTalk(context, em, talk, { action, on: given });
  if (!moved.ok) refusals.push(...moved.refusals);
  if (!moved.ok || refusals.length > 0) return refused(refusals);
  em.create(NegotiationOffer, {
    ...recordedRow(context),
    negotiation: talk,
    sequence: (await em.count(NegotiationOffer, { negotiation: talk })) + 1,
    ...named,
    price,
    minutes,
    occurredOn: moved.value,
    recordedBy: recordedBy(context.caller),
  });
  return accepted({ talk, on: moved.value });
}

function notOpened(code: string): Refusal {
  return {
    code: 'EXPECTED_PRICE_NOT_OPENED',
    field: 'negotiationCode',
    message: `The expected price of ${code} is to be opened before the second quote.`,
    messageZh: `谈判 ${code} 第二次报价前须先启封底价。`,
    rule: talkStatesRule.id,
    facts: [fact('negotiation', code)],
  };
}
