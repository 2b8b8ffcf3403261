import { createHash, randomBytes } from 'node:crypto';
import { UnitPrice } from '../kernel/unit-price.ts';
import { SealBroken, sealTo, unseal, type Seal } from '../platform/seal/seal.ts';
import type { Negotiation } from './negotiation.entity.ts';

/** What a commitment is about, beside the price: the talk, and what the price is for. */
export interface CommittedTalk {
  readonly id: string;
  readonly code: string;
  readonly product: string;
  readonly enterprise: string;
  readonly priceUnit: string;
}

/** What the commitment of a talk on record is about; its product and enterprise are there. */
export const committedTalk = ({ id, code, product, enterprise, priceUnit }: Negotiation): CommittedTalk => ({
  id,
  code,
  product: product.getEntity().code,
  enterprise: enterprise.getEntity().code,
  priceUnit,
});

/** What is kept of an expected price until the opening. */
export interface SealedExpectedPrice {
  /** JWE of the talk's private key under the key of the server. */
  readonly sealedPrivateKey: string;
  /** JWE of `<price> <salt>` under the key of the talk. */
  readonly sealedPrice: string;
  /** SHA-256 in hex. */
  readonly commitment: string;
}

/** What the opening brings back. */
export interface ExpectedPrice {
  readonly price: string;
  readonly salt: string;
}

/** The most that a price has: 14 digits, the point and 4 digits. */
const widestPrice = 19;
/** Only a price above 0 and a salt are taken for an expected price. */
const priceAndSalt = /^ *(?!0\.0000 )(?<price>\d{1,14}\.\d{4}) (?<salt>[0-9a-f]{64})$/;

/**
 * The hash that binds the authority to its price without telling it: SHA-256 over seven lines in UTF-8, each with a line
 * feed. A price alone could be found by trying all; the salt, 32 random bytes in hex, keeps it secret until the opening.
 */
function commitmentOf({ code, product, enterprise, priceUnit }: CommittedTalk, { price, salt }: ExpectedPrice): string {
  const lines = ['accord expected price 1', code, product, enterprise, price, priceUnit, salt];
  return createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
}

/** Seals an expected price under a new key of its talk. Each is as long as any other: not even the number of digits is told. */
export async function sealExpected(seal: Seal, talk: CommittedTalk, given: string): Promise<SealedExpectedPrice> {
  const { publicKey, sealedPrivateKey } = await seal.newPair(talk.id);
  const opened = { price: UnitPrice.of(given, talk.priceUnit).toString(), salt: randomBytes(32).toString('hex') };
  const sealedPrice = await sealTo(publicKey, `${opened.price.padStart(widestPrice)} ${opened.salt}`);
  return { sealedPrivateKey, sealedPrice, commitment: commitmentOf(talk, opened) };
}

/** The price as it was sealed; null when it cannot be opened with the key of its talk, or is not what was committed to. */
export async function openExpected(releasedKey: string, talk: CommittedTalk, sealed: SealedExpectedPrice): Promise<ExpectedPrice | null> {
  const text = await unseal(releasedKey, sealed.sealedPrice).catch((error: unknown) => {
    if (error instanceof SealBroken) return '';
    throw error;
  });
  const { price, salt } = priceAndSalt.exec(text)?.groups ?? {};
  if (price === undefined || salt === undefined) return null;
  return commitmentOf(talk, { price, salt }) === sealed.commitment ? { price, salt } : null;
}
