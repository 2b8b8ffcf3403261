import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { readRegister } from '../../scripts/trace-register.ts';
import type { ClauseTable } from '../../src/kernel/clause.ts';
import type { Rule } from '../../src/kernel/rule.ts';
import { projectFiles, textOf } from './repository.ts';

const policies = projectFiles().filter((file) => /^src\/[^/]+\/policy\/[^/]+\.ts$/.test(file) && !/\.(spec|clauses)\.ts$/.test(file));
const clauseFiles = projectFiles().filter((file) => file.endsWith('.clauses.ts'));
const defining = policies.filter((file) => textOf(file).includes('defineRule('));

async function exportsOf<T>(file: string, is: (value: unknown) => value is T): Promise<T[]> {
  const module = (await import(path.join(root, file))) as Record<string, unknown>;
  return Object.values(module).filter(is);
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && 'statement' in value && 'traces' in value;
const isTable = (value: unknown): value is ClauseTable<unknown> =>
  typeof value === 'object' && value !== null && 'inForce' in value && 'rows' in value;

const defined = new Map<string, Rule[]>();

beforeAll(async () => {
  for (const file of defining) defined.set(file, await exportsOf(file, isRule));
});

describe('the register of rules', () => {
  it('has every rule that a policy defines', () => {
    const register = textOf('schema/rules.md');
    const rules = [...defined].flatMap(([file, found]) => found.map(({ id }) => ({ file, id })));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter(({ id }) => !register.includes(`\n## ${id}\n`))).toEqual([]);
    expect([...register.matchAll(/^## (.+)$/gm)].length).toBe(rules.length);
  });

  // One word from the law to the screen: the file is found by the rule's id, and the id by the file.
  it('has one rule in each file, under the name of the file', () => {
    const expected = (file: string) => [file.replace(/^src\/([^/]+)\/policy\/(.+)\.ts$/, '$1.$2')];
    expect([...defined].map(([file, rules]) => [file, rules.map(({ id }) => id)])).toEqual(defining.map((file) => [file, expected(file)]));
  });

  it('has a spec beside every rule', () => {
    const files = projectFiles();
    expect(defining.filter((file) => !files.includes(file.replace(/\.ts$/, '.spec.ts')))).toEqual([]);
  });

  it('traces rules to ids that exist', () => {
    const ids = new Set(readRegister().map(({ id }) => id));
    const traced = [...defined.values()].flat().flatMap((rule) => rule.traces.map((id) => ({ rule: rule.id, id })));
    expect(traced.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});

describe.each(clauseFiles)('the clauses of %s', (file) => {
  it('have a source each, and belong to the rule beside them', async () => {
    const tables = await exportsOf(file, isTable);
    expect(tables.length).toBeGreaterThan(0);
    for (const { rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ source }) => source.document.trim() === '')).toEqual([]);
    }
    expect(policies).toContain(file.replace('.clauses.ts', '.ts'));
  });
});
