import type { GraphQLError } from 'graphql';
import type { Kind } from './kind.ts';
import { unavailable } from './refuse.ts';

/** More requests are not held at once, whatever they are for and however quick the answers come. */
const neverMore = 1000;
/** Of each kind, requests that are taken whatever they wait for: as many as ten connections answer within a second. */
const alwaysTaken = 100;
/** How long a request may have to wait for those of its kind before it, in milliseconds. */
const longestQueue = 400;
/** Over what time it is counted how quick the answers come, in milliseconds. */
const countedOver = 1000;

/**
 * Who may come in. A server that takes everything answers everybody late; one that takes what it can answer soon says
 * so to the others at once. Look-ups and recordings stand in lines of their own, since they wait for different things: a
 * row that many want to change holds up the recordings, and nobody who only looks something up.
 */
export class Admission {
  #underWay = 0;
  #draining = false;
  #empty: (() => void) | null = null;
  readonly #lines: Readonly<Record<Kind, Line>> = { 'look-up': new Line(), recording: new Line() };

  get underWay(): number {
    return this.#underWay;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Why no further request is taken now, whatever it is for; null where one is. Asked before anything of it is read. */
  refusal(): GraphQLError | null {
    if (this.#draining) return unavailable(5);
    return this.#underWay < neverMore ? null : unavailable();
  }

  enter(): void {
    this.#underWay += 1;
  }

  /** Puts a request that has entered into the line of its kind; why not, where that is full. */
  join(kind: Kind): GraphQLError | null {
    return this.#lines[kind].join() ? null : unavailable();
  }

  /** @param kind the line in which it stood; null for none */
  leave(kind: Kind | null): void {
    this.#underWay -= 1;
    if (kind) this.#lines[kind].leave();
    if (this.#underWay === 0) this.#empty?.();
  }

  /** Takes no further request; resolves when those under way are answered, or after the time. */
  drain(within: number): Promise<void> {
    this.#draining = true;
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const clock = setTimeout(resolve, within);
      this.#empty = () => {
        clearTimeout(clock);
        resolve();
      };
    });
  }
}

/** Requests of one kind, as many as will be answered soon by how quickly others of the kind were. */
class Line {
  #length = 0;
  #answered = 0;
  #answeredBefore = 0;
  #countingSince = performance.now();

  join(): boolean {
    if (this.#length >= alwaysTaken && this.#length >= this.#answersWithin(longestQueue)) return false;
    this.#length += 1;
    return true;
  }

  leave(): void {
    this.#length -= 1;
    this.#answered += 1;
  }

  /** How many answers may be expected in this time, by the better of the last two counts. */
  #answersWithin(milliseconds: number): number {
    const passed = performance.now() - this.#countingSince;
    if (passed > countedOver) {
      this.#answeredBefore = (this.#answered / passed) * countedOver;
      this.#answered = 0;
      this.#countingSince += passed;
      return (this.#answeredBefore / countedOver) * milliseconds;
    }
    const now = passed > 100 ? this.#answered / passed : 0;
    return Math.max(this.#answeredBefore / countedOver, now) * milliseconds;
  }
}
