import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { reasonOf } from '../config/config-error.ts';
import type { Log } from '../process/log.ts';

/** What is followed, and how. */
export interface Following {
  /** Opens a connection of its own. */
  readonly connect: () => Promise<Client>;
  /** The channel on which writers say, in their transactions, that there is something new; null where they say nothing. */
  readonly channel: string | null;
  /** How often it is read without being told, in milliseconds: a word on the channel may be lost with its connection. */
  readonly every: number;
  /** Takes in what has changed since the last time. */
  readonly read: (client: Client) => Promise<void>;
  readonly log: Log;
}

const firstPause = 20;
const longestPause = 500;

/** Follows what others write: reads when told, again and again without being told, and anew after a lost connection. */
export class Follower {
  #client: Client | null = null;
  #confirmedAt: number;
  #closed = false;
  #timer: NodeJS.Timeout | null = null;
  /** The read that is under way, and the one that begins after it. */
  #underWay: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  private constructor(
    private readonly following: Following,
    confirmedAt: number,
  ) {
    this.#confirmedAt = confirmedAt;
  }

  /**
   * Resolves once it has connected and read.
   * @throws when the first connection or the first read fails
   */
  static async start(following: Following): Promise<Follower> {
    const follower = new Follower(following, Number.NEGATIVE_INFINITY);
    try {
      await follower.#connect();
      await follower.refresh();
    } catch (error) {
      await follower.close();
      throw error;
    }
    follower.#readLater();
    return follower;
  }

  /** When the last read that came to its end was begun, by `performance.now()`: nothing older than this is unknown. */
  get confirmedAt(): number {
    return this.#confirmedAt;
  }

  /** Reads, or waits for the next read to be over where one is under way: that one may have looked too early. */
  async refresh(): Promise<void> {
    if (!this.#underWay) {
      this.#underWay = this.#read().finally(() => (this.#underWay = null));
      return this.#underWay;
    }
    this.#next ??= this.#underWay
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.refresh();
      });
    return this.#next;
  }

  /** What was read counts no longer, until it is read again. */
  forget(): void {
    this.#confirmedAt = Number.NEGATIVE_INFINITY;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const begun = performance.now();
    const client = this.#client;
    if (!client) throw new Error('the connection is lost');
    await this.following.read(client);
    this.#confirmedAt = begun;
  }

  async #connect(): Promise<void> {
    const { connect, channel } = this.following;
    const client = await connect();
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', () => void this.refresh().catch(() => undefined));
    // Before the read that comes next: what is written between the two is told.
    if (channel !== null) await client.query(`listen ${channel}`);
    this.#client = client;
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (this.#closed) return;
    this.following.log.warn({ channel: this.following.channel }, 'the connection that listens is lost; it is made anew');
    void this.#connectAgain();
  }

  async #connectAgain(): Promise<void> {
    for (let wait = firstPause; !this.#closed; wait = Math.min(wait * 2, longestPause)) {
      try {
        await this.#connect();
        if (this.#closed) {
          await this.#client?.end();
          return;
        }
        await this.refresh();
        return;
      } catch (error) {
        this.following.log.debug({ cause: reasonOf(error) }, 'cannot listen yet');
        // A failed read leaves a connection that listens: the next read is that of the timer.
        if (this.#client) return;
        await pause(wait, undefined, { ref: false });
      }
    }
  }

  #readLater(): void {
    this.#timer = setTimeout(() => {
      void this.refresh()
        .catch((error: unknown) => this.following.log.debug({ cause: reasonOf(error) }, 'cannot read what has changed'))
        .finally(() => {
          if (!this.#closed) this.#readLater();
        });
    }, this.following.every).unref();
  }
}
