import { errors, jwtVerify, type JWTPayload } from 'jose';
import { reasonOf } from '../config/config-error.ts';
import { anonymous, claimNeededBy, isCode, isRole, type Caller } from './caller.ts';
import { RememberedTokens } from './remembered-tokens.ts';
import type { RevokedTokens } from './revoked-tokens.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';
import { Unauthenticated } from './unauthenticated.ts';

/**
 * Says who is asking, from the header `Authorization` as it came; without a header, nobody in particular.
 * @throws Unauthenticated when there is a header and it is not a good token, whatever the reason
 */
export type VerifyToken = (authorizationHeader: string | undefined) => Promise<Caller>;

/** Clocks of two machines differ by this many seconds at most. */
const clockTolerance = 5;

/** A token is a few hundred characters; what is far longer is not worth a signature's check. */
const longestHeader = 8192;

/** Without an end a token could not expire, without an id not be revoked, without a subject nobody would have done it. */
const requiredClaims = ['exp', 'jti', 'sub'];

/**
 * Makes the check of tokens.
 * @param trusted who signs them; null for nobody, and then none is good
 * @source RFC 8725 (algorithms, issuer, audience), RFC 9068 (claims that an access token must have)
 */
export function createVerifier(trusted: TrustedIssuer | null, revoked: RevokedTokens): VerifyToken {
  const remembered = new RememberedTokens();
  return async (header) => {
    if (header === undefined) return anonymous;
    try {
      if (!trusted) throw new Error('no issuer is configured');
      if (header.length > longestHeader) throw new Error(`longer than ${longestHeader} characters`);
      const [, token] = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header) ?? [];
      if (token === undefined) throw new Error('not a bearer token');
      const { issuer, audience, keys } = trusted;
      const fetch = trusted.fetchOfKeys();
      const known = remembered.find(token, fetch);
      if (known && Math.floor(Date.now() / 1000) < known.exp + clockTolerance) {
        refuseRevoked(known.jti, revoked);
        return known.caller;
      }
      const algorithms = [...trusted.algorithms];
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, clockTolerance, requiredClaims });
      const caller = callerOf(payload);
      const { jti, exp } = payload;
      refuseRevoked(jti, revoked);
      // By the keys as they were before: where they were fetched meanwhile, nobody knows which of them proved it.
      if (fetch !== null) remembered.add(token, { caller, jti, exp: exp!, fetch });
      return caller;
    } catch (error) {
      throw new Unauthenticated(causeOf(error));
    }
  };
}

function callerOf(claims: JWTPayload): Caller {
  const { role, sub: subject, person = subject } = claims;
  // Whoever acts for another would be recorded as the other, and approve what the other proposed.
  if ('act' in claims) throw new Error('the claim "act": delegation is not known here');
  if (!isRole(role)) throw new Error('the claim "role" is not one role of the list');
  if (!isCode(subject)) throw new Error('the claim "sub" is not a name');
  if (!isCode(person)) throw new Error('the claim "person" is not a name');
  const needed = claimNeededBy(role);
  if (needed === null) return { ...anonymous, role, subject, person };
  const code = claims[needed];
  if (!isCode(code)) throw new Error(`a token of ${role} needs the claim "${needed}"`);
  return { ...anonymous, role, subject, person, [needed]: code };
}

function refuseRevoked(jti: unknown, revoked: RevokedTokens): asserts jti is string {
  if (typeof jti !== 'string' || jti === '') throw new Error('the claim "jti" is not a text');
  if (revoked.has(jti)) throw new Error('revoked');
}

/** In words for the log. What failed beneath jose is a provider that cannot be reached; the address is not a secret. */
function causeOf(error: unknown): Error {
  if (error instanceof errors.JOSEError || !(error instanceof TypeError) || !error.cause) return error as Error;
  return new Error(`the keys of the issuer cannot be fetched: ${reasonOf(error.cause)}`, { cause: error });
}
