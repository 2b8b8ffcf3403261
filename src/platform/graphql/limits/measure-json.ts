import { atMost, limits, TooComplex } from './limits.ts';
import { namesOfLists } from './measure-document.ts';

/**
 * Refuses JSON that is deeper than any input: coercion follows it with calls of its own. Walks level by level, without
 * recursion.
 * @throws TooComplex
 */
export function requireShallow(json: unknown): void {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.jsonDepth.most) throw new TooComplex('jsonDepth');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'object' && value !== null)
        for (const each of Object.values(value)) if (typeof each === 'object') next.push(each);
    }
    level = next;
  }
}

/**
 * Measures the lists in the variables of an operation, once they have the values that it will see.
 * @param coerced shallow, as its types are
 * @throws TooComplex
 */
export function measureLists(coerced: Readonly<Record<string, unknown>>, recorded: boolean): void {
  const [list, lists] = namesOfLists(recorded);
  let all = 0;
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      atMost(list, value.length);
      atMost(lists, (all += value.length));
    }
    for (const each of Object.values(value)) look(each);
  };
  look(coerced);
}
