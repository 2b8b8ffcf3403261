import type { Scaled } from '../kernel/scaled.ts';
import type { StandardBasis } from './policy/index.ts';

/** What standards have in common that differ in days and amounts; there are few of them. */
export interface StandardKind {
  readonly basis: StandardBasis;
  readonly priceUnit: string;
  readonly inScope: boolean;
}

/** A standard on its way into memory: days as counts, the amount in units of 0.0001 yuan, null where not on record. */
export interface PeriodIn extends StandardKind {
  readonly from: number;
  readonly to: number;
  readonly amount: Scaled | null;
  /** Milliseconds. */
  readonly recordedAt: number;
}

const notOnRecord = -1;

/** A period takes three units of eight bytes: its amount; its first day and the first after; its kind and its moment. */
const unitsOfPeriod = 3;
/** Where the figures of four bytes of a period stand, from its first. */
const [fromAt, toAt, kindAt, momentAt] = [2, 3, 4, 5] as const;

/**
 * Periods of standards in blocks, one for each place that says something of a product: their count, their first days, and
 * they themselves, in the order of their days. What a look-up reads lies together, since fetching it from memory is most
 * of what a look-up takes: the first days of a place, and one period. A block and a period are known by their first unit;
 * 0 for none.
 */
export class PeriodsInMemory {
  #amounts = new Float64Array(1024);
  /** The same memory, as figures of four bytes. */
  #figures = new Int32Array(this.#amounts.buffer);
  #end = 1;
  /** Units of blocks that are no longer asked for. */
  #abandoned = 0;
  #size = 0;
  readonly #kindList: StandardKind[] = [];
  readonly #kindAt = new Map<string, number>();
  readonly #momentList: number[] = [];
  readonly #momentAt = new Map<number, number>();
  /** Amounts beyond what a number holds; a period has −2, −3, … for them. */
  readonly #large: bigint[] = [];

  /** Puts periods that are given in the order of their days into a block. */
  add(periods: readonly PeriodIn[]): number {
    if (periods.length === 0) return 0;
    const block = this.#end;
    this.#end += unitsIn(periods.length);
    if (this.#end > this.#amounts.length) this.#resize(this.#end * 2);
    this.#figures[2 * block] = periods.length;
    const first = block + unitsBefore(periods.length);
    periods.forEach((period, nth) => {
      this.#figures[2 * block + 1 + nth] = period.from;
      this.#write(first + nth * unitsOfPeriod, period);
    });
    this.#size += periods.length;
    return block;
  }

  /** Says that nobody asks for a block any more. */
  abandon(block: number): void {
    if (block === 0) return;
    const count = this.#figures[2 * block]!;
    this.#abandoned += unitsIn(count);
    this.#size -= count;
  }

  /** Whether more than half of it is abandoned. */
  get isSparse(): boolean {
    return this.#abandoned > this.#end / 2 && this.#abandoned > 4096;
  }

  /** Moves the blocks together and gives back what was kept free for more. @param blocks those that are asked for; they are told where they are now */
  compact(blocks: Uint32Array): void {
    const before = this.#figures;
    this.#amounts = new Float64Array(this.#end - this.#abandoned);
    this.#figures = new Int32Array(this.#amounts.buffer);
    this.#end = 1;
    this.#abandoned = 0;
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at]!;
      if (block === 0) continue;
      const units = unitsIn(before[2 * block]!);
      this.#figures.set(before.subarray(2 * block, 2 * (block + units)), 2 * this.#end);
      blocks[at] = this.#end;
      this.#end += units;
    }
  }

  /** The last period of a block that begins on or before the day. */
  lastFrom(block: number, day: number): number {
    if (block === 0) return 0;
    const figures = this.#figures;
    const count = figures[2 * block]!;
    const firstDays = 2 * block + 1;
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (figures[firstDays + middle]! <= day) low = middle + 1;
      else high = middle - 1;
    }
    return high < 0 ? 0 : block + unitsBefore(count) + high * unitsOfPeriod;
  }

  kindOf(period: number): StandardKind {
    return this.#kindList[this.#figures[2 * period + kindAt]!]!;
  }

  /** In units of 0.0001 yuan; null where not on record. */
  amountOf(period: number): Scaled | null {
    const amount = this.#amounts[period]!;
    if (amount >= 0) return amount;
    return amount === notOnRecord ? null : this.#large[-2 - amount]!;
  }

  /** The first day, as a count. */
  fromOf(period: number): number {
    return this.#figures[2 * period + fromAt]!;
  }

  /** The first day after, as a count. */
  toOf(period: number): number {
    return this.#figures[2 * period + toAt]!;
  }

  /** Milliseconds. */
  recordedAt(period: number): number {
    return this.#momentList[this.#figures[2 * period + momentAt]!]!;
  }

  /** How many periods are asked for. */
  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#amounts.byteLength;
  }

  #write(at: number, { from, to, amount, recordedAt, basis, priceUnit, inScope }: PeriodIn): void {
    this.#amounts[at] = amount === null ? notOnRecord : typeof amount === 'number' ? amount : -2 - (this.#large.push(amount) - 1);
    this.#figures[2 * at + fromAt] = from;
    this.#figures[2 * at + toAt] = to;
    const kind = `${basis} ${inScope} ${priceUnit}`;
    this.#figures[2 * at + kindAt] = interned(this.#kindAt, this.#kindList, kind, { basis, priceUnit, inScope });
    this.#figures[2 * at + momentAt] = interned(this.#momentAt, this.#momentList, recordedAt, recordedAt);
  }

  #resize(units: number): void {
    const before = this.#figures;
    this.#amounts = new Float64Array(units);
    this.#figures = new Int32Array(this.#amounts.buffer);
    this.#figures.set(before);
  }
}

/** The count and the first days, of four bytes each. */
const unitsBefore = (count: number) => (count + 2) >>> 1;
const unitsIn = (count: number) => unitsBefore(count) + count * unitsOfPeriod;

function interned<K, V>(at: Map<K, number>, list: V[], key: K, value: V): number {
  let found = at.get(key);
  if (found === undefined) at.set(key, (found = list.push(value) - 1));
  return found;
}
