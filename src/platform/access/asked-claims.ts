import { claimNeededBy, claimOfRole, isCode, isRole, type BoundClaim, type Role } from './caller.ts';
import type { TokenClaims } from './development-issuer.ts';

/** What somebody asks a token of the development issuer to say; nothing of it is known to be right. */
export interface AskedClaims extends Partial<Record<BoundClaim | 'subject' | 'person', unknown>> {
  readonly role: unknown;
}

/** Why a token cannot say what was asked for. */
export interface MistakeInClaims {
  readonly claim: BoundClaim | 'role' | 'subject' | 'person';
  readonly is: 'no role' | 'needed' | 'of another role' | 'no code' | 'no name';
}

/**
 * The claims of a token as they were asked for; the subject is the role in small letters where nobody is named. Or the
 * first mistake in them: who asks at a terminal and who asks over HTTP are told of it in their own words.
 */
export function claimsAsked({ role, subject, person, ...codes }: AskedClaims): TokenClaims | MistakeInClaims {
  if (!isRole(role)) return { claim: 'role', is: 'no role' };
  const bound: Partial<Record<BoundClaim, string>> = {};
  const needed = claimNeededBy(role);
  if (needed && isMissing(codes[needed])) return { claim: needed, is: 'needed' };
  for (const claim of Object.values(claimOfRole)) {
    const code = codes[claim];
    if (code === undefined) continue;
    if (claim !== needed) return { claim, is: 'of another role' };
    if (!isCode(code)) return { claim, is: 'no code' };
    bound[claim] = code;
  }
  const name = subject ?? nameOf(role);
  if (!isCode(name)) return { claim: 'subject', is: 'no name' };
  if (person !== undefined && !isCode(person)) return { claim: 'person', is: 'no name' };
  return { role, subject: name, ...(person !== undefined && { person }), ...bound };
}

const isMissing = (code: unknown) => code === undefined || code === '';
const nameOf = (role: Role) => role.toLowerCase();
