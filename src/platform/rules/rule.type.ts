import { Field, ID, ObjectType } from 'type-graphql';
import type { Clause } from '../../kernel/clause.ts';
import type { Rule } from '../../kernel/rule.ts';
import type { Confidence } from '../database/base-columns.ts';
import { always, bilingual, maybe } from '../graphql/describe.ts';
import { SourceType } from '../graphql/explanation.type.ts';
import { ConfidenceEnum } from '../graphql/recorded.type.ts';
import { DateScalar } from '../graphql/scalars.ts';

@ObjectType('RuleClause', {
  simpleResolvers: true,
  description: bilingual('A dated value of a rule, with its source.', '规则的一项有期限的取值及其来源。'),
})
export class RuleClauseType {
  @Field(() => DateScalar, always('The first day on which it holds.', '适用首日。')) from!: string;

  @Field(() => DateScalar, maybe('The first day on which it holds no more; null for none.', '不再适用的首日;无期限时为空。'))
  to!: string | null;

  @Field(() => String, maybe('The scheme to which it is limited; null for all.', '限于的规则方案;不限时为空。')) scheme!: string | null;

  @Field(() => String, maybe('The category to which it is limited; null for all.', '限于的类别;不限时为空。')) category!: string | null;

  @Field(() => String, maybe('The code of the area to which it is limited; null for all.', '限于的地区代码;不限时为空。'))
  area!: string | null;

  @Field(
    () => String,
    maybe('The value as JSON; null where no public source gives it and none is assumed.', '取值(JSON 文本);无公开来源且不作推定时为空。'),
  )
  value!: string | null;

  @Field(() => SourceType, always('The document and the clause in it.', '文件与条款。')) source!: SourceType;

  @Field(() => ConfidenceEnum, always('How far it may be trusted.', '可信程度。')) confidence!: Confidence;

  @Field(() => String, maybe('A remark.', '备注。')) note!: string | null;
}

@ObjectType('Rule', {
  simpleResolvers: true,
  description: bilingual(
    'A rule of the register: what it says, where it stands, and its dated values. An explanation names it by its id.',
    '规则登记册中的一项规则:内容、出处及有期限的取值。推导说明以标识引用。',
  ),
})
export class RuleType {
  @Field(() => ID, always('Its id: feature and name.', '标识:功能与名称。')) id!: string;

  @Field(() => String, always('Its title in English.', '标题(英文)。')) title!: string;

  @Field(() => String, always('Its title in Chinese.', '标题(中文)。')) titleZh!: string;

  @Field(() => String, always('What it says, in English.', '内容(英文)。')) statement!: string;

  @Field(() => String, always('What it says, in Chinese.', '内容(中文)。')) statementZh!: string;

  @Field(() => [SourceType], always('The documents and clauses on which it rests.', '依据的文件与条款。')) source!: readonly SourceType[];

  @Field(
    () => [RuleClauseType],
    always('Its dated values, the earliest first; none for a rule without parameters.', '有期限的取值,最早的在前。'),
  )
  clauses!: readonly RuleClauseType[];
}

/** A rule as the API tells it. */
export const toldRule = ({ clauses, ...rule }: Rule): RuleType => ({
  ...rule,
  clauses: (clauses?.rows ?? []).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).map(toldClause),
});

function toldClause({ value, scheme, category, area, note, ...clause }: Clause<unknown>): RuleClauseType {
  const text = value === null || value === undefined ? null : JSON.stringify(value);
  return { ...clause, scheme: scheme ?? null, category: category ?? null, area: area ?? null, note: note ?? null, value: text };
}
