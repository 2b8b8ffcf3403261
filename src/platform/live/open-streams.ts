import type { GraphQLError } from 'graphql';
import type { Caller } from '../access/caller.ts';
import type { VerifyToken } from '../access/verify-token.ts';
import { RequestRefused } from '../graphql/errors.ts';
import { unavailable } from '../http/refuse.ts';
import type { EventStream } from './event-stream.ts';

/** How many streams may be open at once. */
export interface StreamLimits {
  /** Of one caller: the holder of a token, or an address without one. */
  readonly caller: number;
  /** Of all callers together; those without a token may have half of them. */
  readonly inAll: number;
}

/** A place that is held for a stream. */
export interface Place {
  /** Puts the stream in its place, from when on it is watched. */
  put(stream: EventStream, end: (why: GraphQLError) => void): void;
  /** May be called more than once. */
  release(): void;
}

interface Held {
  readonly name: string;
  readonly named: boolean;
  readonly authorization: string | undefined;
  filled: { readonly stream: EventStream; readonly end: (why: GraphQLError) => void } | null;
}

/** How often it is looked whether tokens are still taken, in milliseconds: a revoked token reaches a server within a second. */
const lookEvery = 1000;
/** Every how many looks a stream says that it is there. Proxies give up after a minute of silence, some after half. */
const beatEvery = 10;

/** The streams that are open at a server: how many may be, and how long each of them may. */
export class OpenStreams {
  readonly #held = new Set<Held>();
  readonly #timer: NodeJS.Timeout;
  #looks = 0;
  #closed = false;

  constructor(
    private readonly limits: StreamLimits,
    private readonly verifyToken: VerifyToken,
  ) {
    this.#timer = setInterval(() => void this.#look(), lookEvery).unref();
  }

  get size(): number {
    return this.#held.size;
  }

  /**
   * Holds a place for a caller.
   * @param authorization the header by which the caller is known, undefined without one
   * @throws RATE_LIMITED for a caller that has as many as it may, UNAVAILABLE where all places are taken
   */
  take(caller: Caller, address: string, authorization: string | undefined): Place {
    const named = caller.role !== 'ANONYMOUS';
    const name = named ? JSON.stringify([caller.role, caller.subject]) : address;
    const all = [...this.#held];
    const without = all.filter((each) => !each.named).length;
    if (this.#closed || all.length >= this.limits.inAll) throw unavailable(5);
    if (!named && without >= this.limits.inAll / 2) throw unavailable(5);
    if (all.filter((each) => each.name === name && each.named === named).length >= this.limits.caller) throw tooMany(this.limits.caller);
    const held: Held = { name, named, authorization, filled: null };
    this.#held.add(held);
    return {
      put: (stream, end) => {
        held.filled = { stream, end };
        if (this.#closed) end(unavailable());
      },
      release: () => void this.#held.delete(held),
    };
  }

  /** Takes no further stream, and ends those that are open: each is told that the server is going, and where to go on it knows. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const { filled } of this.#held) filled?.end(unavailable());
  }

  async #look(): Promise<void> {
    this.#looks += 1;
    if (this.#looks % beatEvery === 0) for (const { filled } of this.#held) filled?.stream.beat();
    // Many streams may have one token, which is then looked at once.
    for (const [authorization, held] of Map.groupBy(this.#held, (each) => each.authorization)) {
      if (authorization === undefined || (await this.#isTaken(authorization))) continue;
      for (const { filled } of held) filled?.end(noLongerTaken());
    }
  }

  /** Where nobody can say whether a token is good, it is not. */
  async #isTaken(authorization: string): Promise<boolean> {
    try {
      await this.verifyToken(authorization);
      return true;
    } catch {
      return false;
    }
  }
}

const noLongerTaken = () => new RequestRefused('UNAUTHENTICATED', 401, 'The token is not valid any more.', '令牌已失效。');

const tooMany = (most: number) =>
  new RequestRefused(
    'RATE_LIMITED',
    429,
    `A caller may have ${most} streams open at once.`,
    `每位调用者最多可同时打开 ${most} 个订阅流。`,
    5,
  );
