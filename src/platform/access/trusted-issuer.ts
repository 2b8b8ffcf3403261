import { createRemoteJWKSet, jwksCache, type JWKSCacheInput, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ConfigError, reasonOf } from '../config/config-error.ts';
import type { TokenSource } from './token-source.ts';

/** Who may sign a token, for whom, with which kinds of signature, and the keys that prove it. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
  /** Which fetch of the keys holds now; null where they have to be fetched first. */
  readonly fetchOfKeys: () => number | null;
}

/** Signatures that a provider may use; all of them need its private key, so that no public value can sign. */
const providerAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * How a provider's keys are kept, in milliseconds: a key that it withdraws is taken for `cacheMaxAge` at most, which is
 * also how long known keys serve while it cannot be reached; for an unknown key it is asked again, but not more often than
 * `cooldownDuration` allows, so that made-up keys do not become its load.
 */
const keeping = { cacheMaxAge: 600_000, cooldownDuration: 30_000, timeoutDuration: 2000 };

/**
 * Opens the issuer whose tokens are taken; null for nobody's. A provider's discovery document is read now, so that a wrong
 * address shows at start, and its keys are fetched when they are needed.
 * @throws ConfigError when the provider cannot be reached or is not the one that was named
 * @source none: machinery
 */
export async function openIssuer(source: TokenSource): Promise<TrustedIssuer | null> {
  if (source === 'nobody') return null;
  if ('oidc' in source) {
    const { issuer, audience } = source.oidc;
    const fetched: JWKSCacheInput = {};
    const keys = createRemoteJWKSet(await discoverKeys(issuer), { ...keeping, [jwksCache]: fetched });
    const fetchOfKeys = () => ('uat' in fetched && keys.fresh ? fetched.uat : null);
    return { issuer, audience, algorithms: providerAlgorithms, keys, fetchOfKeys };
  }
  const { issuer, audience, algorithm, keys } = source.development;
  return { issuer, audience, algorithms: [algorithm], keys, fetchOfKeys: () => 0 };
}

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function discoverKeys(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let document: unknown;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(keeping.timeoutDuration) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    document = await answer.json();
  } catch (error) {
    const cause = error instanceof TypeError && error.cause ? error.cause : error;
    throw new ConfigError(`OIDC_ISSUER=${issuer} cannot be used: ${address}: ${reasonOf(cause)}.`);
  }
  const parsed = discoveryDocument.safeParse(document);
  if (!parsed.success) throw new ConfigError(`OIDC_ISSUER=${issuer} cannot be used: ${address} is not a discovery document.`);
  // Else a provider that serves many tenants could vouch for another one's tokens.
  if (parsed.data.issuer !== issuer) throw new ConfigError(`OIDC_ISSUER=${issuer} calls itself ${parsed.data.issuer}: set that.`);
  return new URL(parsed.data.jwks_uri);
}
