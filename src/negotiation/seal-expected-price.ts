import type { EntityManager } from '@mikro-orm/postgresql';
import { refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { ExpectedPriceCommitment } from './expected-price-commitment.entity.ts';
import { ExpectedPriceSeal } from './expected-price-seal.entity.ts';
import { committedTalk, sealExpected } from './expected-price.ts';
import { priceField } from './figures.ts';
import { advanceTalk, holdNegotiation } from './hold-negotiation.ts';
import type { Negotiation } from './negotiation.entity.ts';
import type { SealExpectedPriceInput } from './negotiation.input.ts';

/**
 * Seals the expected price of a talk, before the first quote and once (RH2). Whoever calculated it records it, of the group
 * or not; it leaves here sealed, and from here on nobody reads it until the group opens it.
 */
export async function sealExpectedPrice(context: Context, em: EntityManager, input: SealExpectedPriceInput): Promise<Verdict<Negotiation>> {
  const held = await holdNegotiation(context, em, input.negotiationCode);
  if (!held.ok) return held;
  const talk = held.value;
  const refusals = priceField('expectedPrice', input.expectedPrice);
  const moved = await advanceTalk(context, em, talk, { action: 'sealExpectedPrice', on: input.on });
  if (!moved.ok) refusals.push(...moved.refusals);
  if (!moved.ok || refusals.length > 0) return refused(refusals);
  const { commitment, sealedPrivateKey, sealedPrice } = await sealExpected(context.seal, committedTalk(talk), input.expectedPrice);
  return verdict(refusals, () => {
    const recordedAt = context.clock.now();
    em.create(ExpectedPriceCommitment, {
      negotiation: talk,
      commitment,
      sealedOn: moved.value,
      sealedBy: recordedBy(context.caller),
      recordedAt,
    });
    em.create(ExpectedPriceSeal, { negotiation: talk, sealedPrivateKey, sealedPrice, recordedAt });
    return talk;
  });
}
