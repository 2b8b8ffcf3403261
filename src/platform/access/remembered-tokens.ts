import { hash } from 'node:crypto';
import type { Caller } from './caller.ts';

/** A token that was found good. */
export interface GoodToken {
  readonly caller: Caller;
  readonly jti: string;
  /** In seconds; it is good as long as its claims say so. */
  readonly exp: number;
  /** The fetch of the keys by which it was proven: another may lack its key. */
  readonly fetch: number;
}

/** Programs that ask all day have one token each, and people a few. */
const mostRemembered = 10_000;

/**
 * Tokens whose signature was checked, so that a program's next request takes a hundredth of the time. By their digests: a
 * copy of the memory holds none of them. Whether one was revoked or is over is asked each time.
 */
export class RememberedTokens {
  readonly #good = new Map<string, GoodToken>();

  /** Null for one that the keys of this fetch have not proven. */
  find(token: string, fetch: number | null): GoodToken | null {
    const found = this.#good.get(digestOf(token));
    return found && found.fetch === fetch ? found : null;
  }

  add(token: string, good: GoodToken): void {
    if (this.#good.size >= mostRemembered) this.#good.delete(this.#good.keys().next().value!);
    this.#good.set(digestOf(token), good);
  }
}

const digestOf = (token: string) => hash('sha256', token, 'base64');
