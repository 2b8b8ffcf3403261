import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  calculateJwkThumbprint,
  compactDecrypt,
  CompactEncrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';

/** A key pair of one thing that is sealed until an act releases it: a round of bids. */
export interface SealingPair {
  /** JWK; whoever has it can seal, and nobody can open with it. */
  readonly publicKey: string;
  /** JWE of the private key under the server's sealing key, bound to what it is for. */
  readonly sealedPrivateKey: string;
}

/**
 * What the server's sealing key does. It is the only way from a sealed private key to the private key; whoever holds one
 * calls `releaseKey` in the act that opens, and nowhere else.
 */
export interface Seal {
  /** Names the key and tells nothing of it. */
  readonly keyId: string;
  /** The same text gives the same hash; without the key nobody can try texts against it. */
  keyedHash(text: string): string;
  /** A new key pair for `subject`: the id of what it seals. */
  newPair(subject: string): Promise<SealingPair>;
  /** The private key as JWK. @throws SealBroken when it was sealed by another key, for another subject, or changed since */
  releaseKey(sealedPrivateKey: string, subject: string): Promise<string>;
}

/** What cannot be opened: sealed under another key, for something else, or not as it was written. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const ofPairs = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;
const ofPrivateKeys = { alg: 'dir', enc: 'A256GCM' } as const;

/** @param secret 32 random bytes; the keys in use are derived from it, each for one purpose */
export function sealWith(secret: Buffer): Seal {
  const derived = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, '', `accord ${purpose}`, bytes));
  const keyId = derived('key id', 12).toString('base64url');
  const wrapping = derived('private keys of seals', 32);
  const hashing = derived('keyed hashes', 32);
  return {
    keyId,
    keyedHash: (text) => createHmac('sha256', hashing).update(text).digest('base64url'),
    async newPair(subject) {
      const pair = await generateKeyPair(ofPairs.alg, { crv: 'X25519', extractable: true });
      const [publicKey, privateKey] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
      const sealedPrivateKey = await new CompactEncrypt(Buffer.from(JSON.stringify(privateKey)))
        .setProtectedHeader({ ...ofPrivateKeys, kid: keyId, sub: subject })
        .encrypt(wrapping);
      return { publicKey: JSON.stringify(publicKey), sealedPrivateKey };
    },
    async releaseKey(sealedPrivateKey, subject) {
      if (sealedBy(sealedPrivateKey) !== keyId) throw new SealBroken('sealed by another key');
      const { plaintext, protectedHeader } = await opened(() => compactDecrypt(sealedPrivateKey, wrapping));
      // Else whoever can write to the database could have one thing's key released by the opening of another.
      if (protectedHeader['sub'] !== subject) throw new SealBroken('sealed for something else');
      return Buffer.from(plaintext).toString();
    },
  };
}

/** A secret for a new sealing key. */
export const newSecret = (): Buffer => randomBytes(32);

/** The id of the sealing key that a private key was sealed with; null for a text that is no JWE. */
export function sealedBy(sealedPrivateKey: string): string | null {
  try {
    return decodeProtectedHeader(sealedPrivateKey).kid ?? null;
  } catch {
    return null;
  }
}

/** Seals a text to a public key: the JWE tells nobody but the holder of the private key more than its length. */
export async function sealTo(publicKey: string, text: string): Promise<string> {
  const jwk = JSON.parse(publicKey) as JWK;
  const header = { ...ofPairs, kid: await calculateJwkThumbprint(jwk) };
  return new CompactEncrypt(Buffer.from(text)).setProtectedHeader(header).encrypt(await importJWK(jwk, ofPairs.alg));
}

/** The text that was sealed to the public half of a released key. @throws SealBroken when it is not as it was written */
export async function unseal(releasedKey: string, sealed: string): Promise<string> {
  const privateKey = await importJWK(JSON.parse(releasedKey) as JWK, ofPairs.alg);
  const { plaintext } = await opened(() => compactDecrypt(sealed, privateKey));
  return Buffer.from(plaintext).toString();
}

async function opened<T>(decrypt: () => Promise<T>): Promise<T> {
  try {
    return await decrypt();
  } catch (error) {
    throw new SealBroken('not as it was sealed', { cause: error });
  }
}
