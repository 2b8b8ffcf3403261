import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../kernel/fact.ts';
import { localDateAt, today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, valueOf, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { SealBroken } from '../platform/seal/seal.ts';
import { advanceRound, holdRound } from './advance-round.ts';
import { Bid } from './bid.entity.ts';
import { compareBid } from './compare-bid.ts';
import { bidStates, schemeIsOnRecord, schemeRule } from './policy/index.ts';
import type { StepInput } from './recording.input.ts';
import { RoundSeal } from './round-seal.entity.ts';
import { requireSealingKey } from './round-seal.ts';
import type { Round } from './round.entity.ts';
import { committedBid, openPrice } from './sealed-price.ts';

/**
 * Opens every sealed bid of a round at once: the recorded act that releases the key of the round, and after which prices
 * may be read. Each price must be what its bid was committed to; where one is not, nothing is opened. The day of the act
 * decides which rules of the scheme apply, so a day on which the scheme has none is refused.
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

  const bids = await em.find(Bid, { lot: { round }, status: 'SEALED' }, { populate: ['lot', 'product'], orderBy: { id: 'asc' } });
  const released = bids.some((bid) => bid.sealedPrice) ? await releasedKey(context, em, round) : accepted('');
  if (!released.ok) return released;
  for (const bid of bids) if (!(await open(released.value, round, bid))) refusals.push(notAsSealed(bid));
  return verdict(refusals, () => round);
}

/** From here on whoever reads the row can open every price of the round, with or without the server's key. */
async function releasedKey({ seal, clock }: Context, em: EntityManager, round: Round): Promise<Verdict<string>> {
  const ofRound = await em.findOneOrFail(RoundSeal, { round });
  const refusals = requireSealingKey(seal, ofRound);
  if (refusals.length > 0) return refused(refusals);
  try {
    ofRound.releasedKey = await seal.releaseKey(ofRound.sealedPrivateKey, round.id);
  } catch (error) {
    if (error instanceof SealBroken) return refused([sealBroken(round.code)]);
    throw error;
  }
  ofRound.releasedAt = clock.now();
  return accepted(ofRound.releasedKey);
}

/** Whether it could be opened. A bid from a public source was never sealed. */
async function open(key: string, round: Round, bid: Bid): Promise<boolean> {
  const { sealedPrice, commitment } = bid;
  if (sealedPrice && commitment) {
    const opened = await openPrice(key, committedBid(round, bid), { sealedPrice, commitment });
    if (!opened) return false;
    bid.price = opened.price;
    bid.commitmentSalt = opened.salt;
    bid.comparableUnitPrice = comparable(bid, opened.price);
  }
  bid.status = valueOf(bidStates.after('open', bid.status)) as 'OPENED';
  return true;
}

/** By the rules of the day on which it was declared, and compared for the first time. */
function comparable(bid: Bid, price: string): string | null {
  const [lot, product] = [bid.lot.getEntity(), bid.product.getEntity()];
  const unitsPerPriceUnit = bid.unitsPerPriceUnit ?? (bid.priceUnit === lot.countingUnit ? 1 : null);
  if (unitsPerPriceUnit === null) return null;
  const compared = compareBid({ price, unitsPerPriceUnit, product, lot, on: localDateAt(bid.recordedAt) });
  return compared.ok ? compared.value.price.toString() : null;
}

function sealBroken(round: string): Refusal {
  return {
    code: 'SEAL_BROKEN',
    field: 'roundCode',
    message: `The seal of round ${round} is not as it was made; its key cannot be released.`,
    messageZh: `批次 ${round} 的密封已被改动,无法释放密钥。`,
    rule: null,
    facts: [fact('round', round)],
  };
}

function notAsSealed(bid: Bid): Refusal {
  const [lot, product] = [bid.lot.getEntity().code, bid.product.getEntity().code];
  return {
    code: 'BID_NOT_AS_SEALED',
    field: 'roundCode',
    message: `The bid for product ${product} in lot ${lot} cannot be opened, or is not what it was committed to.`,
    messageZh: `竞价单元 ${lot} 中产品 ${product} 的申报无法开启,或与其承诺值不符。`,
    rule: null,
    facts: [fact('lot', lot), fact('product', product), fact('commitment', bid.commitment ?? '')],
  };
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
