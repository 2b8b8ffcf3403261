import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { institutionLevels } from './institution.entity.ts';

export const InstitutionLevelEnum = enumOf(institutionLevels);
registerEnumType(InstitutionLevelEnum, {
  name: 'InstitutionLevel',
  description: bilingual('The level of a medical institution.', '医疗机构等级。'),
  valuesConfig: enumValues({
    TERTIARY: ['Tertiary.', '三级。'],
    SECONDARY: ['Secondary.', '二级。'],
    PRIMARY: ['Primary.', '一级。'],
    UNGRADED: ['Ungraded.', '未定级。'],
  }),
});

@ObjectType('Institution', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bilingual('A designated medical institution.', '定点医疗机构。'),
})
export class InstitutionType extends RecordedType {
  @Field(() => String, always('The business code.', '业务代码。'))
  code!: string;

  @Field(() => InstitutionLevelEnum, always('The level.', '等级。'))
  level!: string;

  @Field(() => String, always('The name in Chinese.', '中文名称。'))
  name!: string;
}

export const InstitutionConnection = connectionOf(InstitutionType, 'Institution', '医疗机构');
