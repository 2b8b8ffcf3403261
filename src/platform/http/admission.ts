import type { GraphQLError } from 'graphql';
import { unavailable } from './refuse.ts';

/** Requests that are taken whatever they wait for: as many as ten connections answer within a second. */
const alwaysTaken = 100;
/** More are not held at once, however quick the answers come. */
const neverMore = 1000;
/** How long a request may have to wait for those before it, in milliseconds. */
const longestQueue = 500;
/** Over what time it is counted how quick the answers come, in milliseconds. */
const countedOver = 1000;

/**
 * Who may come in. A server that takes everything answers everybody late; one that takes what it can answer soon says
 * so to the others at once.
 */
export class Admission {
  #underWay = 0;
  #draining = false;
  #answered = 0;
  #answeredBefore = 0;
  #countingSince = performance.now();
  #empty: (() => void) | null = null;

  get underWay(): number {
    return this.#underWay;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Why no further request is taken now; null where one is. */
  refusal(): GraphQLError | null {
    if (this.#draining) return unavailable(5);
    if (this.#underWay < alwaysTaken) return null;
    return this.#underWay < neverMore && this.#underWay < this.#answersWithin(longestQueue) ? null : unavailable();
  }

  enter(): void {
    this.#underWay += 1;
  }

  leave(): void {
    this.#underWay -= 1;
    this.#answered += 1;
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
