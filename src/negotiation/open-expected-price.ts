import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import { sendOn } from '../platform/database/send.ts';
import type { Context } from '../platform/graphql/context.ts';
import { recordedBy } from '../platform/journal/recorded-row.ts';
import { newRows, tellJournal } from '../platform/journal/row-changes.ts';
import { SealBroken, sealedBy } from '../platform/seal/seal.ts';
import { ExpectedPriceCommitment } from './expected-price-commitment.entity.ts';
import { ExpectedPriceSeal } from './expected-price-seal.entity.ts';
import { committedTalk, openExpected, type ExpectedPrice } from './expected-price.ts';
import { advanceTalk, holdOwnNegotiation } from './hold-negotiation.ts';
import type { Negotiation } from './negotiation.entity.ts';
import type { TalkInput } from './negotiation.input.ts';
import { OpenedExpectedPrice } from './opened-expected-price.entity.ts';

/**
 * Opens the expected price on the spot, after the first quote and before the second: the recorded act that releases the key
 * of the talk. It must be what was committed to. From here on the group and those who check may read it.
 */
export async function openExpectedPrice(context: Context, em: EntityManager, input: TalkInput): Promise<Verdict<Negotiation>> {
  const held = await holdOwnNegotiation(context, em, input.negotiationCode);
  if (!held.ok) return held;
  const talk = held.value;
  const refusals = (await em.count(OpenedExpectedPrice, { negotiation: talk })) > 0 ? [alreadyOpened(talk.code)] : [];
  const moved = await advanceTalk(context, em, talk, { action: 'openExpectedPrice', on: input.on });
  if (!moved.ok) refusals.push(...moved.refusals);
  if (!moved.ok || refusals.length > 0) return refused(refusals);
  const opened = await openSealed(context, em, talk);
  if (!opened.ok) return opened;
  await keep(context, em, talk, { ...opened.value, openedOn: moved.value });
  return accepted(talk);
}

async function openSealed({ seal }: Context, em: EntityManager, talk: Negotiation): Promise<Verdict<ExpectedPrice>> {
  const { commitment } = await em.findOneOrFail(ExpectedPriceCommitment, { negotiation: talk });
  const { sealedPrivateKey, sealedPrice } = await em.findOneOrFail(ExpectedPriceSeal, { negotiation: talk });
  const needed = sealedBy(sealedPrivateKey) ?? 'unknown';
  if (needed !== seal.keyId) return refused([keyMissing(needed, seal.keyId)]);
  try {
    const releasedKey = await seal.releaseKey(sealedPrivateKey, talk.id);
    const opened = await openExpected(releasedKey, committedTalk(talk), { sealedPrivateKey, sealedPrice, commitment });
    return opened ? accepted(opened) : refused([notAsSealed(talk.code, commitment)]);
  } catch (error) {
    if (error instanceof SealBroken) return refused([sealBroken(talk.code)]);
    throw error;
  }
}

/** Past the mapper: the journal tells that it was opened, when and by whom, and neither price nor salt. */
async function keep(
  context: Context,
  em: EntityManager,
  talk: Negotiation,
  { price, salt, openedOn }: ExpectedPrice & { readonly openedOn: string },
): Promise<void> {
  const [openedBy, recordedAt] = [recordedBy(context.caller), context.clock.now()];
  await sendOn(em)(
    `insert into opened_expected_price (negotiation_id, price, salt, opened_on, opened_by, recorded_at)
     values ($1::uuid, $2::numeric, $3, $4::date, $5, $6::timestamptz)`,
    [talk.id, price, salt, openedOn, openedBy, recordedAt],
  );
  const told = { negotiation: talk.id, price: null, salt: null, openedOn, openedBy, recordedAt };
  tellJournal(em, newRows(em.getMetadata().get(OpenedExpectedPrice), [told]));
}

function alreadyOpened(code: string): Refusal {
  return {
    code: 'EXPECTED_PRICE_ALREADY_OPENED',
    field: 'negotiationCode',
    message: `The expected price of ${code} is opened already.`,
    messageZh: `谈判 ${code} 的底价已启封。`,
    rule: null,
    facts: [fact('negotiation', code)],
  };
}

function keyMissing(needed: string, present: string): Refusal {
  return {
    code: 'SEALING_KEY_MISSING',
    field: 'negotiationCode',
    message: `The expected price is sealed under the key ${needed}; this server has ${present}. Put back the sealing key of the talk.`,
    messageZh: `底价以密钥 ${needed} 密封,而本服务器的密钥为 ${present}。请恢复该密封密钥。`,
    rule: null,
    facts: [fact('needed', needed), fact('present', present)],
  };
}

function sealBroken(code: string): Refusal {
  return {
    code: 'SEAL_BROKEN',
    field: 'negotiationCode',
    message: `The seal of ${code} is not as it was made; its key cannot be released.`,
    messageZh: `谈判 ${code} 的密封已被改动,无法释放密钥。`,
    rule: null,
    facts: [fact('negotiation', code)],
  };
}

function notAsSealed(code: string, commitment: string): Refusal {
  return {
    code: 'EXPECTED_PRICE_NOT_AS_SEALED',
    field: 'negotiationCode',
    message: `The expected price of ${code} cannot be opened, or is not what was committed to.`,
    messageZh: `谈判 ${code} 的底价无法启封,或与其承诺值不符。`,
    rule: null,
    facts: [fact('negotiation', code), fact('commitment', commitment)],
  };
}
