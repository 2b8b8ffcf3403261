// Part of `npm run trace` and of the tests: the ids of statements, rules and worked examples, and the tests that name them.

import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { root } from './project.ts';

/** One statement of the source documents, one rule of the field or one worked example, in a few words of ours. */
export interface Traced {
  readonly id: string;
  readonly kind: 'statement' | 'rule' | 'example';
  readonly text: string;
  /** The feature that shows it: with its folder in src it is due. `-` where there is nothing to show. */
  readonly due: string;
}

export interface TestTitle {
  readonly file: string;
  readonly title: string;
}

const idPattern = /\b(?:S[0-4]-[0-9]+|R[A-J][0-9]+|E[0-9]{2}[a-z]?)\b/g;

/** Every id that there is, in the order of the documents. */
export function readRegister(): readonly Traced[] {
  return parse(readFileSync(path.join(root, 'test/trace/register.csv')), { columns: true });
}

/** The ids that a title names in square brackets: `[S1-14] due on …`, `[RA2, E19a] …`. */
export function idsIn(title: string): string[] {
  return [...title.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside]) => inside?.match(idPattern) ?? []);
}

/** The titles of all tests whose file mentions an id, as the test runner collects them, without running a test. */
export async function testTitles(): Promise<readonly TestTitle[]> {
  const files = globSync(['src/**/*.spec.ts', 'test/**/*.test.ts'], { cwd: root });
  // A table whose rows bring their ids names none itself.
  const names = (text: string) => text.search(idPattern) >= 0 || text.includes('[$id]');
  const naming = files.filter((file) => names(readFileSync(path.join(root, file), 'utf8')));
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-trace-'));
  try {
    const answer = path.join(folder, 'titles.json');
    await collect(['list', `--json=${answer}`, '--no-static-parse', '--no-isolate', ...naming]);
    const titles = JSON.parse(readFileSync(answer, 'utf8')) as { name: string; file: string }[];
    return titles.map(({ name, file }) => ({ file: path.relative(root, file), title: name }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A table's rows have their titles only when the files are run, not when they are parsed; no test is run for that. */
async function collect(args: readonly string[]): Promise<void> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  // Inside a test run the outer runner's settings are left out.
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  const env = { ...Object.fromEntries(outer), NO_COLOR: '1' };
  await promisify(execFile)(process.execPath, [vitest, ...args], { cwd: root, env }).catch((error: unknown) => {
    throw new Error(`The tests cannot be collected: ${(error as { stderr: string }).stderr.trim()}`, { cause: error });
  });
}

/** The tests of each id that a title names, whether the register knows it or not. */
export function testsById(titles: readonly TestTitle[]): ReadonlyMap<string, readonly TestTitle[]> {
  const tests = new Map<string, TestTitle[]>();
  for (const test of titles) {
    for (const id of new Set(idsIn(test.title))) tests.set(id, [...(tests.get(id) ?? []), test]);
  }
  return tests;
}
