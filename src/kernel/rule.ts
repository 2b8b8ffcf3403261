import type { ClauseTable } from './clause.ts';
import type { Source } from './source.ts';

/**
 * The entry of one rule in the register: what it says in both languages, where it stands, its dated values, and
 * the statements and worked examples it answers to (`RB3`, `S0-5`, `E21`).
 * @source none: a shape of this system, not a rule
 */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  readonly statement: string;
  readonly statementZh: string;
  readonly source: readonly Source[];
  readonly clauses: ClauseTable<unknown> | null;
  readonly traces: readonly string[];
}

/**
 * Describes a rule. It registers itself nowhere: each feature's `policy/index.ts` lists its rules, and the
 * register is those lists. Throws when the id is not `feature.rule-name`, or when no source is named.
 * @source none: a shape of this system, not a rule
 */
export function defineRule(rule: Omit<Rule, 'clauses'> & { clauses?: ClauseTable<unknown> }): Rule {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/.test(rule.id)) throw new Error(`not a rule id: ${rule.id}`);
  if (rule.source.length === 0) throw new Error(`${rule.id} names no source`);
  return Object.freeze({ ...rule, clauses: rule.clauses ?? null });
}
