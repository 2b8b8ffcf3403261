import { atMost, limits, TooComplex, type LimitName } from './limits.ts';
import { namesOfLists } from './measure-document.ts';

/** Whether a variable holds lines, of which a query may bring many: each is answered by itself, and counted as a row. */
export type HoldsLines = (variable: string) => boolean;

/**
 * Refuses JSON that is deeper than any input: coercion follows it with calls of its own. Goes no deeper than the limit
 * itself.
 * @param depth how deep it stands in what is measured
 * @throws TooComplex
 */
export function requireShallow(json: unknown, depth = 0): void {
  if (depth > limits.jsonDepth.most) throw new TooComplex('jsonDepth');
  if (typeof json !== 'object' || json === null) return;
  if (Array.isArray(json)) {
    // Not by its keys, which are texts: a list may have tens of thousands of values.
    for (const each of json as readonly unknown[]) if (typeof each === 'object') requireShallow(each, depth + 1);
    return;
  }
  for (const key in json) {
    const each = (json as Record<string, unknown>)[key];
    if (typeof each === 'object') requireShallow(each, depth + 1);
  }
}

/**
 * Measures the lists in the variables of an operation, once they have the values that it will see.
 * @param coerced shallow, as its types are
 * @throws TooComplex
 */
export function measureLists(coerced: Readonly<Record<string, unknown>>, recorded: boolean, holdsLines: HoldsLines): void {
  const counted = new ListsCounted(recorded);
  let lines = 0;
  for (const [name, value] of Object.entries(coerced)) {
    if (!Array.isArray(value) || !holdsLines(name)) counted.look(value);
    // Lines are objects of plain values: there is no list in them.
    else atMost('lines', (lines += value.length));
  }
}

/** The lists that were seen in the variables of an operation. */
class ListsCounted {
  readonly #one: LimitName;
  readonly #all: LimitName;
  #values = 0;

  constructor(recorded: boolean) {
    [this.#one, this.#all] = namesOfLists(recorded);
  }

  /** @throws TooComplex */
  look(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      atMost(this.#one, value.length);
      atMost(this.#all, (this.#values += value.length));
    }
    for (const each of Object.values(value)) this.look(each);
  }
}
