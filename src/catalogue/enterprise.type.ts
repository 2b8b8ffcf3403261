import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { enterpriseKinds } from './enterprise.entity.ts';

export const EnterpriseKindEnum = enumOf(enterpriseKinds);
registerEnumType(EnterpriseKindEnum, {
  name: 'EnterpriseKind',
  description: bilingual('The part that an enterprise plays.', '企业角色。'),
  valuesConfig: enumValues({
    HOLDER: ['Marketing-authorisation holder or its agent; it bids.', '上市许可持有人或其代理人,参与申报。'],
    DISTRIBUTOR: ['Distributor, chosen by the winning enterprise.', '配送企业,由中选企业选定。'],
  }),
});

@ObjectType('Enterprise', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bilingual('A holder or a distributor.', '上市许可持有人或配送企业。'),
})
export class EnterpriseType extends RecordedType {
  @Field(() => String, always('The business code.', '业务代码。'))
  code!: string;

  @Field(() => EnterpriseKindEnum, always('Holder or distributor.', '持有人或配送企业。'))
  kind!: string;

  @Field(() => String, always('The name in Chinese.', '中文名称。'))
  name!: string;

  @Field(() => String, maybe('The name in English, where on record.', '英文名称(已记录时)。'))
  nameEn!: string | null;
}

export const EnterpriseConnection = connectionOf(EnterpriseType, 'Enterprise', '企业');
