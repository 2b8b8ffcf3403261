import { useSyncExternalStore } from 'react';

/** The roles of the contract that sign in. */
export type Role = 'EXPERT' | 'APPROVER' | 'ENTERPRISE' | 'INSTITUTION' | 'AGENCY' | 'SETTLEMENT' | 'AUDITOR';

/** Who is signed in: what the token says of itself. The server believes the token alone, never this. */
export interface Session {
  readonly token: string;
  readonly role: Role;
  readonly enterprise: string | null;
  readonly institution: string | null;
  readonly area: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** In memory and nowhere else: whoever opens the page later, or another script of the host, finds nothing. */
let session: Session | null = null;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

let expiry: ReturnType<typeof setTimeout> | undefined;
/** Browsers take a longer time for none at all; in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** The session of this page; null for the public, and once the token has expired. */
export function currentSession(): Session | null {
  return session && session.expiresAt > Date.now() ? session : null;
}

/**
 * Takes up a token, or lays it down.
 * @param token a JWT as the issuer gave it; null signs out
 * @returns the session that it makes
 * @throws SyntaxError or DOMException when it is no JWT
 */
export function signIn(token: string | null): Session | null {
  session = token === null ? null : sessionOf(token);
  clearTimeout(expiry);
  if (session) expiry = setTimeout(tell, Math.min(session.expiresAt - Date.now(), longestTimer));
  tell();
  return session;
}

/** The session, anew whenever somebody signs in or out, and when the token expires. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribe, currentSession);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function sessionOf(token: string): Session {
  const payload = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.codePointAt(0)!);
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<string, string>> & { readonly exp?: number };
  return {
    token,
    role: claims['role'] as Role,
    enterprise: claims['enterprise'] ?? null,
    institution: claims['institution'] ?? null,
    area: claims['area'] ?? null,
    expiresAt: (claims.exp ?? 0) * 1000,
  };
}
