/**
 * The places of products in areas, each with a number; 0 for none. One row for each product that has any, one column for
 * each area that has any: row 0 and column 0 are those of the others, and stay empty.
 */
export class PlacesInMemory {
  #rowOf = new Uint32Array(1024);
  #columnOf = new Uint32Array(64);
  #rows = 1;
  #columns = 1;
  #width = 8;
  #numbers = new Uint32Array(1024);

  of(product: number, area: number): number {
    if (product < 0 || area < 0) return 0;
    return this.#numbers[(this.#rowOf[product] ?? 0) * this.#width + (this.#columnOf[area] ?? 0)]!;
  }

  put(product: number, area: number, number: number): void {
    this.#rowOf = longEnough(this.#rowOf, product);
    this.#columnOf = longEnough(this.#columnOf, area);
    const row = (this.#rowOf[product] ||= this.#rows++);
    const column = (this.#columnOf[area] ||= this.#columns++);
    if (column >= this.#width) this.#widen();
    this.#numbers = longEnough(this.#numbers, (row + 1) * this.#width);
    this.#numbers[row * this.#width + column] = number;
  }

  /** All numbers, to be changed where they stand. */
  get numbers(): Uint32Array {
    return this.#numbers;
  }

  get bytes(): number {
    return this.#rowOf.byteLength + this.#columnOf.byteLength + this.#numbers.byteLength;
  }

  #widen(): void {
    const [before, width] = [this.#numbers, this.#width];
    this.#width = Math.ceil(width * 1.5);
    this.#numbers = new Uint32Array(Math.ceil(before.length / width) * this.#width);
    for (let row = 1; row < this.#rows; row += 1) {
      this.#numbers.set(before.subarray(row * width, (row + 1) * width), row * this.#width);
    }
  }
}

/** The same, or a longer copy that has the place. */
function longEnough(numbers: Uint32Array<ArrayBuffer>, at: number): Uint32Array<ArrayBuffer> {
  if (at < numbers.length) return numbers;
  const longer = new Uint32Array(Math.max(at + 1, numbers.length * 2));
  longer.set(numbers);
  return longer;
}
