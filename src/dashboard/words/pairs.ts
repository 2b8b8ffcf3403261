import { addWords } from '../app/language.ts';

/** Words of one section, each as Chinese and English. */
export type Pairs = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** Adds a section of words that stand beside each other in both languages. */
export function addPairs(section: string, pairs: Pairs): void {
  const of = (at: 0 | 1) => Object.fromEntries(Object.entries(pairs).map(([key, words]) => [key, words[at]]));
  addWords(section, { zh: of(0), en: of(1) });
}
