import type { Client } from 'pg';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../database/database.ts';
import { isUnavailable } from '../graphql/unavailable.ts';
import { Follower } from '../kept/follow.ts';
import type { Kept, Keeping } from '../kept/kept.ts';
import type { Log } from '../process/log.ts';
import { ChangeStream } from './change-stream.ts';
import type { Kinds } from './kinds.ts';
import type { ChangedOperationType } from './live.type.ts';
import { readChanges, readHeads, type ChangedRows } from './outbox.ts';
import type { Position } from './position.ts';
import { toldOf } from './sight.ts';

/** How long what another server recorded may go untold, in milliseconds. */
const readEvery = 500;
/** What this server records is told after a moment, so that a crowd of recordings is told at once. */
const soon = 50;
/** The connection is at work for no more than a fifth of the time, however many ask and record. */
const restFor = 4;
/** The database is silent for longer only when it is gone. */
const silence = 5000;

/**
 * The streams of a server, and the one connection that reads the outbox for all of them; it is opened with the first
 * stream. Writers send no word on a channel: to commit with one they would have to follow each other, whichever areas
 * they write. So the heads of the chains are read twice a second, and sooner where this server has recorded.
 */
export class LiveChanges implements Kept {
  readonly #streams = new Set<ChangeStream>();
  #follower: Promise<Follower> | null = null;
  #started: Follower | null = null;
  #heads: Position = new Map();
  #kinds: Kinds | null = null;
  #timer: NodeJS.Timeout | null = null;
  #lastTook = 0;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** How old what the streams were told is, in seconds; 0 where there are none. */
  get age(): number {
    if (!this.#started || this.#streams.size === 0) return 0;
    return Math.max((performance.now() - this.#started.confirmedAt) / 1000, 0);
  }

  /** Says what can be told of; before anything is. */
  tellOf(kinds: Kinds): void {
    this.#kinds = kinds;
  }

  /** @throws when the database cannot be reached */
  async start(): Promise<void> {
    this.#follower ??= Follower.start({
      connect: () => this.database.connect(silence),
      channel: null,
      every: readEvery,
      read: (client) => this.#read(client),
      log: this.log,
    });
    try {
      this.#started = await this.#follower;
    } catch (error) {
      this.#follower = null;
      throw error;
    }
  }

  /** What happens from a position on, as the caller may know it; null for from now on. */
  follow(caller: Caller, position: Position | null): ChangeStream {
    const stream: ChangeStream = new ChangeStream(caller, position, {
      waits: () => {
        if (stream.position !== this.#heads) this.#readSoon(0);
      },
      ends: () => void this.#streams.delete(stream),
    });
    this.#streams.add(stream);
    return stream;
  }

  /** A recording does not wait for those who are told of it. */
  recorded(): Promise<void> {
    this.#readSoon(soon);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    for (const stream of this.#streams) void stream.return();
    const follower = await this.#follower?.catch(() => null);
    await follower?.close();
  }

  #readSoon(wait: number): void {
    if (this.#timer || !this.#started || this.#streams.size === 0) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        // What fails is tried again within half a second.
        void this.#started?.refresh().catch(() => undefined);
      },
      Math.max(wait, restFor * this.#lastTook),
    ).unref();
  }

  async #read(client: Client): Promise<void> {
    const waiting = [...this.#streams].filter(({ isWaiting }) => isWaiting);
    if (waiting.length === 0) return;
    const began = performance.now();
    const heads = await readHeads(client);
    // Who has been told of everything shares one position, and is found by it.
    if (!areSame(heads, this.#heads)) this.#heads = heads;
    for (const [position, streams] of Map.groupBy(waiting, (stream) => stream.position)) {
      if (position === this.#heads) continue;
      const changed = position ? await readChanges(client, position, this.#heads) : [];
      for (const [, ofCaller] of Map.groupBy(streams, ({ caller }) => sightOf(caller))) {
        const operations = changed && (await this.#told(client, ofCaller[0]!.caller, changed));
        for (const stream of ofCaller) stream.moveTo(this.#heads, operations);
      }
    }
    this.#lastTook = performance.now() - began;
  }

  /** Whom the database refuses an answer is told that everything may have changed, which says nothing, and gets on. */
  async #told(client: Client, caller: Caller, changed: readonly ChangedRows[]): Promise<readonly ChangedOperationType[] | null> {
    if (changed.length === 0) return [];
    try {
      return await toldOf(client, caller, changed, this.#kinds!);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      this.log.error({ role: caller.role, code: (error as { code?: string }).code }, 'what a stream is told cannot be found out');
      return null;
    }
  }
}

/** Callers who see the same. */
const sightOf = ({ role, subject, person, enterprise, institution, area }: Caller) =>
  JSON.stringify([role, subject, person, enterprise, institution, area]);

function areSame(one: Position, other: Position): boolean {
  return one.size === other.size && [...one].every(([chain, seq]) => other.get(chain) === seq);
}

/** The one that every server has. */
export const liveChanges: Keeping<LiveChanges> = {
  name: 'changes',
  open: (database, log) => Promise.resolve(new LiveChanges(database, log)),
};
