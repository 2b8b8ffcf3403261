/** Codes by number and numbers by code: a number takes four bytes in a column, and stays what it is. */
export class Codes {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];

  get size(): number {
    return this.#ids.length;
  }

  /** The number of a code; −1 for one that is not known. */
  of(code: string): number {
    return this.#numbers.get(code) ?? -1;
  }

  /** Gives a code its number, once. */
  add(code: string, id: string): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(code, number);
    return number;
  }

  idOf(number: number): string {
    return this.#ids[number]!;
  }
}
