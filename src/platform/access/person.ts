import type { Caller } from './caller.ts';

/** The human behind an account; the account itself where its issuer names nobody. Null for a caller who is no one in particular. */
export function personOf(caller: Caller & { readonly person?: string | null }): string | null {
  return caller.person ?? caller.subject;
}
