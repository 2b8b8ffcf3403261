import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../src/dashboard');
const files = (pattern: string) => globSync(pattern, { cwd: folder }).map((file) => path.join(folder, file));

type Tree = string | { readonly [key: string]: Tree };

/** Every word by its key; forms of a plural are one key. */
function flat(tree: Tree, key = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[key.replace(/_(?:one|other)$/, ''), tree]]);
  return new Map(Object.entries(tree).flatMap(([name, below]) => [...flat(below, key ? `${key}.${name}` : name)]));
}

describe('[F5] the words of the dashboard', () => {
  let zh: Map<string, string>;
  let en: Map<string, string>;

  beforeAll(async () => {
    // The page's own files, read past the types of the server's program.
    const load = (file: string) => import(file) as Promise<Record<string, Tree>>;
    const [shared, english] = [await load(path.join(folder, 'words/zh.ts')), await load(path.join(folder, 'words/en.ts'))];
    await i18next.init({ lng: 'zh', resources: { zh: { translation: shared['zh']! }, en: { translation: english['en']! } } });
    for (const file of files('{words,pages/*}/*.ts')) if (/add(?:Words|Pairs)\('/.test(readFileSync(file, 'utf8'))) await load(file);
    const words = (language: string) => flat(i18next.getResourceBundle(language, 'translation') as Tree);
    [zh, en] = [words('zh'), words('en')];
  });

  it('are in both languages', () => {
    expect(zh.size).toBeGreaterThan(150);
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
  });

  it('are none of them empty, and speak of the same values', () => {
    const values = (words: string) =>
      [...words.matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, name = '']) => name)
        .toSorted((a, b) => a.localeCompare(b))
        .join();
    for (const [key, words] of zh) {
      expect([key, words.trim()]).not.toEqual([key, '']);
      expect([key, values(en.get(key)!)]).toEqual([key, values(words)]);
    }
  });

  it('have no Chinese in the English ones, and are Chinese in the Chinese ones', () => {
    expect([...en].filter(([, words]) => /\p{Script=Han}/u.test(words))).toEqual([]);
    // Numbers, signs and names that are the same in every language.
    const same = /^(?:[\d\s\p{P}\p{S}]|\{\{\w+\}\}|JSON|CSV|XLSX|ID)*$/u;
    expect([...zh].filter(([, words]) => !/\p{Script=Han}/u.test(words) && !same.test(words))).toEqual([]);
  });

  it('are there for every key that a page names', () => {
    const named = files('**/*.{ts,tsx}').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => `${path.relative(folder, file)} ${key}`),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((each) => !zh.has(each.split(' ')[1]!))).toEqual([]);
  });
});
