import type { Caller } from '../access/caller.ts';
import type { ChangedOperationType, ChangesType } from './live.type.ts';
import { writePosition, type Position } from './position.ts';

/**
 * What one caller is told, message by message. While nobody waits for the next one nothing is kept for it: it stays where
 * it is, and whatever happened meanwhile is told at once when it is asked again.
 */
export class ChangeStream implements AsyncIterableIterator<ChangesType> {
  #waiting: ((result: IteratorResult<ChangesType>) => void) | null = null;
  #ended = false;
  #isFirst = true;

  /** @param position null for now */
  constructor(
    readonly caller: Caller,
    public position: Position | null,
    private readonly listener: { readonly waits: () => void; readonly ends: () => void },
  ) {}

  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  /** Moves on, and tells what there is to tell. @param operations null where everything may have changed */
  moveTo(position: Position, operations: readonly ChangedOperationType[] | null): void {
    this.position = position;
    if (operations?.length === 0 && !this.#isFirst) return;
    this.#isFirst = false;
    this.#answer({
      done: false,
      value: { cursor: writePosition(position), incomplete: operations === null, operations: [...(operations ?? [])] },
    });
  }

  next(): Promise<IteratorResult<ChangesType>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.listener.waits();
    });
  }

  return(): Promise<IteratorResult<ChangesType>> {
    this.#ended = true;
    this.listener.ends();
    this.#answer({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #answer(result: IteratorResult<ChangesType>): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(result);
  }
}
