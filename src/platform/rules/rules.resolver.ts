import { Arg, ID, Query, Resolver } from 'type-graphql';
import type { Rule } from '../../kernel/rule.ts';
import { always, maybe } from '../graphql/describe.ts';
import { RuleType, toldRule } from './rule.type.ts';

const known = new Map<string, RuleType>();

/**
 * Makes the rules of the features known; called once while the schema is built.
 * @throws an error for two rules of one id
 */
export function registerRules(rules: readonly Rule[]): void {
  known.clear();
  for (const rule of rules.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (known.has(rule.id)) throw new Error(`two rules share the id ${rule.id}`);
    known.set(rule.id, toldRule(rule));
  }
}

@Resolver()
export class RulesResolver {
  @Query(() => [RuleType], always('Every rule that the system applies, by id.', '系统适用的全部规则,按标识排序。'))
  rules(): readonly RuleType[] {
    return [...known.values()];
  }

  @Query(() => RuleType, maybe('A rule by its id, as explanations name it; null where there is none.', '按标识查询规则;不存在时为空。'))
  rule(@Arg('id', () => ID, always('The id.', '标识。')) id: string): RuleType | null {
    return known.get(id) ?? null;
  }
}
