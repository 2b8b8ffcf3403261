import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { ConfigError } from '../config/config-error.ts';
import { openDataFolder } from '../config/data-folder.ts';
import { readOrMakeKey } from '../config/key-file.ts';
import type { BoundClaim, Role } from './caller.ts';

/** What a token of the development issuer says. */
export interface TokenClaims extends Partial<Record<BoundClaim, string>> {
  readonly role: Role;
  readonly subject: string;
  /** The human behind the account, where it is not the account itself. */
  readonly person?: string;
}

/** Issues and proves tokens on a machine that has no identity provider. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: string;
  /** Its public key, as a set of one: a token that names another key is refused. */
  readonly keys: JWTVerifyGetKey;
  /** @param expires how long the token is good for, such as `12h` */
  signToken(claims: TokenClaims, expires?: string): Promise<string>;
}

const issuer = 'urn:accord:development';
const audience = 'accord';
const algorithm = 'EdDSA';
const keyFile = 'issuer-key.json';
const advice = 'delete it, and a new one is made (old tokens end)';

/**
 * Opens the development issuer of a data folder; its key pair is made at the first call and stays.
 * @throws ConfigError when the key file cannot be read, is no key, or may be read by others
 * @source none: machinery
 */
export async function openDevelopmentIssuer(dataDir: string): Promise<DevelopmentIssuer> {
  openDataFolder(dataDir);
  const file = path.join(dataDir, keyFile);
  const key = await readOrMakeKey({ file, make: newKey, advice });
  const { privateKey, publicKey, keyId } = await imported(key, file);
  const keys = createLocalJWKSet({ keys: [{ ...publicKey, kid: keyId, alg: algorithm, use: 'sig' }] });
  return {
    issuer,
    audience,
    algorithm,
    keys,
    signToken({ role, subject, ...bound }, expires = '12h') {
      return new SignJWT({ role, ...bound })
        .setProtectedHeader({ alg: algorithm, kid: keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(privateKey);
    },
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

async function imported(key: unknown, file: string) {
  try {
    const { kty, crv, x, d } = key as JWK;
    if (kty !== 'OKP' || crv !== 'Ed25519' || !x || !d) throw noKey(file);
    const privateKey = (await importJWK({ kty, crv, x, d }, algorithm)) as CryptoKey;
    const publicKey = { kty, crv, x };
    return { privateKey, publicKey, keyId: await calculateJwkThumbprint(publicKey) };
  } catch {
    throw noKey(file);
  }
}

function noKey(file: string): ConfigError {
  return new ConfigError(`${file} is not a key of the development issuer: ${advice}.`);
}
