import { Codes } from './codes.ts';
import { PeriodsInMemory, type PeriodIn } from './periods-in-memory.ts';
import { PlacesInMemory } from './places-in-memory.ts';

/** Why no period of a place was found. */
const noStandard = -1;
/** None holds on the day, but a winning or negotiated price held before: there is a standard, and it is not on record. */
export const afterStandard = -2;

/**
 * The standards that the record says now, in a form made for look-up by day: product and area → periods in the order of
 * their days. Columns of numbers instead of objects, so that millions of them are some bytes each.
 */
export class StandardsInMemory {
  readonly products = new Codes();
  readonly areas = new Codes();
  readonly periods = new PeriodsInMemory();
  /** Where the periods of each place are. */
  readonly #places = new PlacesInMemory();
  /** By area the one above it; −1 for none. */
  readonly #above: number[] = [];

  addArea(code: string, above: string | null): void {
    const area = this.areas.add(code, code);
    this.#above[area] = above === null ? -1 : this.areas.add(above, above);
  }

  /** The area that speaks for it where it says nothing itself; −1 for none. */
  areaAbove(area: number): number {
    return this.#above[area] ?? -1;
  }

  /** Puts the periods of a product in an area in place of those before; they are given in the order of their days. */
  put(product: number, area: number, periods: readonly PeriodIn[]): void {
    this.periods.abandon(this.#places.of(product, area));
    this.#places.put(product, area, this.periods.add(periods));
    if (this.periods.isSparse) this.trim();
  }

  /** The area that speaks of a product for this one: itself, or the one above it where it says nothing. */
  speaks(product: number, area: number): number {
    return this.#places.of(product, area) === 0 ? this.areaAbove(area) : area;
  }

  /**
   * The period that holds for a product in an area on a day, or why there is none. An area that says nothing of the
   * product itself has what the one above it says.
   */
  find(product: number, area: number, day: number): number {
    const block = this.#places.of(product, area) || this.#places.of(product, this.areaAbove(area));
    const period = this.periods.lastFrom(block, day);
    if (period === 0) return noStandard;
    if (day < this.periods.toOf(period)) return period;
    const { basis } = this.periods.kindOf(period);
    return basis === 'WINNING_PRICE' || basis === 'NEGOTIATED_PRICE' ? afterStandard : noStandard;
  }

  get size(): number {
    return this.periods.size;
  }

  /** Gives back what was kept free for more, after many were put. */
  trim(): void {
    this.periods.compact(this.#places.numbers);
  }

  /** Bytes of the columns; codes and what else is on the heap not counted. */
  get bytes(): number {
    return this.periods.bytes + this.#places.bytes;
  }
}
