import { Field, ObjectType } from 'type-graphql';
import type { Explanation } from '../../kernel/explanation.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Source } from '../../kernel/source.ts';
import { always, bilingual, maybe } from './describe.ts';

@ObjectType('Fact', { simpleResolvers: true, description: bilingual('A named figure with its unit.', '带单位的命名数据。') })
export class FactType implements Fact {
  @Field(() => String, always('The name of the figure.', '名称。'))
  name!: string;

  @Field(() => String, always('The figure as exact text.', '数值,精确文本。'))
  value!: string;

  @Field(() => String, maybe('Its unit; null for a name or a code.', '单位;名称或代码为空。'))
  unit!: string | null;
}

@ObjectType('Source', { simpleResolvers: true, description: bilingual('Where a rule or a figure comes from.', '规则或数据的来源。') })
export class SourceType implements Source {
  @Field(() => String, always('The document.', '文件。'))
  document!: string;

  @Field(() => String, maybe('The clause in it, where known.', '条款(已知时)。'))
  clause!: string | null;
}

@ObjectType('ExplanationStep', { simpleResolvers: true, description: bilingual('One step of a derivation.', '推导的一步。') })
export class StepType {
  @Field(() => String, always('What is done, in English.', '说明(英文)。'))
  text!: string;

  @Field(() => String, always('What is done, in Chinese.', '说明(中文)。'))
  textZh!: string;

  @Field(() => String, always('The result of the step as exact text.', '本步结果,精确文本。'))
  value!: string;

  @Field(() => String, maybe('Its unit.', '单位。'))
  unit!: string | null;
}

@ObjectType('Explanation', {
  simpleResolvers: true,
  description: bilingual(
    'The derivation of a figure or decision: rule, source, inputs and steps.',
    '数据或结论的推导:规则、来源、输入与步骤。',
  ),
})
export class ExplanationType implements Explanation {
  @Field(() => String, always('The id of the rule.', '规则标识。'))
  rule!: string;

  @Field(() => String, always('The derivation in one English sentence.', '一句话说明(英文)。'))
  sentence!: string;

  @Field(() => String, always('The same in Chinese.', '一句话说明(中文)。'))
  sentenceZh!: string;

  @Field(() => [SourceType], always('The documents and clauses on which it rests.', '依据的文件与条款。'))
  source!: Source[];

  @Field(() => [FactType], always('The figures that went in.', '输入数据。'))
  inputs!: Fact[];

  @Field(() => [StepType], always('The steps with every rounding.', '推导步骤,含每次舍入。'))
  steps!: StepType[];
}

@ObjectType('UserError', {
  simpleResolvers: true,
  description: bilingual('A refusal: the domain says no, and nothing was changed.', '拒绝:业务规则不允许,未作任何更改。'),
})
export class UserErrorType {
  @Field(() => String, always('A stable code.', '稳定的代码。'))
  code!: string;

  @Field(() => String, maybe('The field of the input that it is about.', '涉及的输入字段。'))
  field!: string | null;

  @Field(() => String, always('What is wrong and what would be right, in English.', '说明(英文)。'))
  message!: string;

  @Field(() => String, always('The same in Chinese.', '说明(中文)。'))
  messageZh!: string;

  @Field(() => String, maybe('The id of the rule that says no.', '作出拒绝的规则标识。'))
  rule!: string | null;

  @Field(() => [FactType], always('The figures of the decision.', '判定所用数据。'))
  facts!: Fact[];
}
