import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules as continuity } from '../../src/continuity/policy/index.ts';
import { rules as diseaseGroup } from '../../src/disease-group/policy/index.ts';
import type { Rule } from '../../src/kernel/rule.ts';
import { rules as negotiation } from '../../src/negotiation/policy/index.ts';
import { rules as payment } from '../../src/payment/policy/index.ts';
import { documents } from '../../src/procurement/policy/documents.ts';
import { rules as procurement } from '../../src/procurement/policy/index.ts';
import { rules as retention } from '../../src/retention/policy/index.ts';
import { rules as standard } from '../../src/standard/policy/index.ts';
import { rules as statistics } from '../../src/statistics/policy/index.ts';
import { rules as supply } from '../../src/supply/policy/index.ts';
import { projectFiles, textOf } from './repository.ts';

/** Each feature's list of rules, and how many it has at least. */
const registers: [feature: string, rules: readonly Rule[], atLeast: number][] = [
  ['procurement', procurement, 41],
  ['standard', standard, 6],
  ['supply', supply, 11],
  ['payment', payment, 11],
  ['continuity', continuity, 3],
  ['negotiation', negotiation, 8],
  ['retention', retention, 5],
  ['disease-group', diseaseGroup, 3],
  ['statistics', statistics, 4],
];
const policies = projectFiles().filter((file) => /^src\/[^/]+\/policy\/[^/]+\.ts$/.test(file));

it('every feature with a policy has its register here', () => {
  const features = new Set(policies.map((file) => file.split('/')[1]!));
  expect([...features].toSorted()).toEqual(registers.map(([feature]) => feature).toSorted());
});

describe.each(registers)('the list of rules of %s', (feature, rules, atLeast) => {
  const files = policies.filter((file) => file.startsWith(`src/${feature}/`)).map((file) => path.basename(file));
  const text = (file: string) => textOf(`src/${feature}/policy/${file}`);
  const ruleFiles = files.filter((file) => !/\.(spec|clauses)\.ts$/.test(file) && text(file).includes('defineRule('));

  it('names every rule of its folder once, each after its file', () => {
    expect(ruleFiles.length).toBeGreaterThanOrEqual(atLeast);
    expect(rules.map((rule) => `${rule.id.replace(`${feature}.`, '')}.ts`).toSorted()).toEqual(ruleFiles.toSorted());
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
