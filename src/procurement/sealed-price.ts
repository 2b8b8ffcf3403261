import { createHash, randomBytes } from 'node:crypto';
import { UnitPrice } from '../kernel/unit-price.ts';
import { SealBroken, sealTo, unseal } from '../platform/seal/seal.ts';
import type { Bid } from './bid.entity.ts';
import type { Round } from './round.entity.ts';

/** What a commitment is about, beside the price: the bid, and what the price is for. */
export interface CommittedBid {
  readonly round: string;
  readonly lot: string;
  readonly product: string;
  readonly priceUnit: string;
  readonly unitsPerPriceUnit: number | null;
}

/** What the commitment of a bid on record is about. */
export const committedBid = (round: Round, { lot, product, priceUnit, unitsPerPriceUnit = null }: Bid): CommittedBid => ({
  round: round.code,
  lot: lot.getEntity().code,
  product: product.getEntity().code,
  priceUnit,
  unitsPerPriceUnit,
});

/** What is kept of a price until the opening. */
export interface SealedPrice {
  /** JWE of `<price> <salt>` under the key of the round. */
  readonly sealedPrice: string;
  /** SHA-256 in hex. */
  readonly commitment: string;
}

/** What the opening brings back. */
export interface OpenedPrice {
  readonly price: string;
  readonly salt: string;
}

/** The most that a price has: 14 digits, the point and 4 digits. */
const widestPrice = 19;
/** Whoever has the public key can seal any text: only a price above 0 and a salt are taken for a bid. */
const priceAndSalt = /^ *(?!0\.0000 )(?<price>\d{1,14}\.\d{4}) (?<salt>[0-9a-f]{64})$/;

/**
 * The hash that binds a bid to its price without telling it: SHA-256 over eight lines in UTF-8, each with a line feed. A
 * price alone could be found by trying all; the salt, 32 random bytes in hex, is what keeps it secret until the opening.
 */
function commitmentOf(bid: CommittedBid, { price, salt }: OpenedPrice): string {
  const lines = ['accord bid 1', bid.round, bid.lot, bid.product, price, bid.priceUnit, bid.unitsPerPriceUnit ?? '', salt];
  return createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
}

/** Seals a price for a round. Each sealed price is as long as any other: not even the number of digits is told. */
export async function sealPrice(publicKey: string, bid: CommittedBid, given: string): Promise<SealedPrice> {
  const opened = { price: UnitPrice.of(given, bid.priceUnit).toString(), salt: randomBytes(32).toString('hex') };
  const text = `${opened.price.padStart(widestPrice)} ${opened.salt}`;
  return { sealedPrice: await sealTo(publicKey, text), commitment: commitmentOf(bid, opened) };
}

/** The price as it was declared; null when it cannot be opened with the key of its round, or is not what was committed to. */
export async function openPrice(releasedKey: string, bid: CommittedBid, sealed: SealedPrice): Promise<OpenedPrice | null> {
  const text = await unseal(releasedKey, sealed.sealedPrice).catch((error: unknown) => {
    if (error instanceof SealBroken) return '';
    throw error;
  });
  const { price, salt } = priceAndSalt.exec(text)?.groups ?? {};
  if (price === undefined || salt === undefined) return null;
  return commitmentOf(bid, { price, salt }) === sealed.commitment ? { price, salt } : null;
}
