import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ConfigError, reasonOf } from '../config/config-error.ts';
import type { OidcConfig } from '../config/config.ts';
import { anonymous, claimNeededBy, isCode, isRole, type Caller } from './caller.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { Unauthenticated } from './unauthenticated.ts';

/**
 * Says who is asking, from the header `Authorization` as it came; without a header, nobody in particular.
 * @throws Unauthenticated when there is a header and it is not a good token, whatever the reason
 */
export type VerifyToken = (authorizationHeader: string | undefined) => Promise<Caller>;

/** Whose tokens are taken: an identity provider's, the development issuer's, or nobody's. */
export type TokenSource = { readonly oidc: OidcConfig } | { readonly development: DevelopmentIssuer } | 'nobody';

/** Signatures that a provider may use; all of them need its private key, so that no public value can sign. */
const providerAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const clockTolerance = 5;
const discoveryPatience = 2000;

interface Rules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: string[];
  readonly key: JWTVerifyGetKey;
}

/**
 * Makes the check of tokens. With an identity provider its discovery document is read now, so that a wrong address
 * shows at start, and its keys are fetched when they are needed.
 * @throws ConfigError when the provider cannot be reached or is not the one that was named
 * @source none: machinery
 */
export async function createVerifier(source: TokenSource): Promise<VerifyToken> {
  const rules = await rulesOf(source);
  return async (header) => {
    if (header === undefined) return anonymous;
    try {
      if (!rules) throw new Error('no issuer is configured');
      const [, token] = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header) ?? [];
      if (token === undefined) throw new Error('not a bearer token');
      const { issuer, audience, algorithms, key } = rules;
      const { payload } = await jwtVerify(token, key, { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp'] });
      return callerOf(payload);
    } catch (cause) {
      throw new Unauthenticated(cause);
    }
  };
}

function callerOf(claims: JWTPayload): Caller {
  const { role, sub: subject = null } = claims;
  if (!isRole(role)) throw new Error('the claim "role" is not one role of the list');
  if (subject !== null && !isCode(subject)) throw new Error('the claim "sub" is not a name');
  const needed = claimNeededBy(role);
  if (needed === null) return { ...anonymous, role, subject };
  const code = claims[needed];
  if (!isCode(code)) throw new Error(`a token of ${role} needs the claim "${needed}"`);
  return { ...anonymous, role, subject, [needed]: code };
}

async function rulesOf(source: TokenSource): Promise<Rules | null> {
  if (source === 'nobody') return null;
  if ('oidc' in source) {
    const { issuer, audience } = source.oidc;
    const keys = await discoverKeys(issuer);
    return { issuer, audience, algorithms: providerAlgorithms, key: createRemoteJWKSet(keys) };
  }
  const { issuer, audience, algorithm, publicKey } = source.development;
  return { issuer, audience, algorithms: [algorithm], key: () => publicKey };
}

const discoveryDocument = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function discoverKeys(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let document: unknown;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(discoveryPatience) });
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
