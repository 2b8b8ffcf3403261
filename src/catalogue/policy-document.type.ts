import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';

@ObjectType('PolicyDocument', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bilingual('A policy document on which rules rest.', '规则所依据的政策文件。'),
})
export class PolicyDocumentType extends RecordedType {
  @Field(() => String, always('The business code.', '业务代码。'))
  code!: string;

  @Field(() => String, maybe('The official number; null where it is not certain.', '文号;不确定时为空。'))
  number!: string | null;

  @Field(() => String, always('The title in Chinese.', '标题。'))
  title!: string;

  @Field(() => String, always('What it is about.', '主题。'))
  topic!: string;

  @Field(() => String, always('The date as the source prints it: a year, a month or a day.', '来源所印日期:年、月或日。'))
  dateAsPrinted!: string;

  @Field(() => String, maybe('The date that must be meant, where the printed one cannot be right.', '印刷日期有误时的更正日期。'))
  dateCorrected!: string | null;

  @Field(() => DateScalar, maybe('The day of publication, where it differs from the date of issue.', '公布日期(与成文日期不同时)。'))
  publishedOn!: string | null;
}

export const PolicyDocumentConnection = connectionOf(PolicyDocumentType, 'PolicyDocument', '政策文件');
