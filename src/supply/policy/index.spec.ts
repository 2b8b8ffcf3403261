import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents } from './documents.ts';
import { rules } from './index.ts';

const files = readdirSync(new URL('.', import.meta.url));
const text = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const ruleFiles = files.filter((file) => file.endsWith('.ts') && !/\.(spec|clauses)\.ts$/.test(file) && text(file).includes('defineRule('));

describe('the list of rules', () => {
  it('names every rule of this folder once, each after its file', () => {
    expect(ruleFiles.length).toBeGreaterThan(10);
    expect(rules.map((rule) => `${rule.id.replace('supply.', '')}.ts`).toSorted()).toEqual(ruleFiles.toSorted());
  });

  it.each(ruleFiles)('%s has its spec beside it', (file) => expect(files).toContain(file.replace(/\.ts$/, '.spec.ts')));

  it('speaks both languages, names sources and what it answers to', () => {
    for (const rule of rules) {
      expect(rule.titleZh + rule.statementZh).toMatch(/[\u4e00-\u9fff]/);
      expect(rule.title + rule.statement).not.toMatch(/[\u4e00-\u9fff]/);
      // What no document asks for is our own convention, and says so.
      const isOurs = rule.source.some(({ document }) => document === documents.ourConvention);
      expect([rule.id, rule.traces.length > 0 || isOurs]).toEqual([rule.id, true]);
    }
  });

  it('keeps the clauses of every dated rule under the name of the rule', () => {
    for (const rule of rules) if (rule.clauses) expect(rule.clauses.name).toBe(rule.id);
  });
});
