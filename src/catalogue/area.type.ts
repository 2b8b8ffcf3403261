import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { areaKinds } from './area.entity.ts';

export const AreaKindEnum = enumOf(areaKinds);
registerEnumType(AreaKindEnum, {
  name: 'AreaKind',
  description: bilingual('The kind of an area.', '地区类别。'),
  valuesConfig: enumValues({
    PROVINCE: ['A province.', '省。'],
    MUNICIPALITY: ['A municipality directly under the central government.', '直辖市。'],
    AUTONOMOUS_REGION: ['An autonomous region.', '自治区。'],
    CORPS: ['The Xinjiang Production and Construction Corps.', '新疆生产建设兵团。'],
    PREFECTURE: ['A prefecture-level city, prefecture, league or autonomous prefecture.', '地级市、地区、盟或自治州。'],
  }),
});

@ObjectType('Area', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bilingual('A pooling area (where a fund pools its risk) or the province above it.', '统筹区,或其上级省份。'),
})
export class AreaType extends RecordedType {
  @Field(() => String, always('The six-digit GB/T 2260 code; 660000 for the XPCC.', '六位行政区划代码(GB/T 2260);兵团为 660000。'))
  code!: string;

  @Field(() => AreaKindEnum, always('The kind of area.', '地区类别。'))
  kind!: string;

  @Field(() => String, always('The name in Chinese.', '中文名称。'))
  name!: string;

  @Field(() => String, maybe('The name in English, where on record.', '英文名称(已记录时)。'))
  nameEn!: string | null;
}

export const AreaConnection = connectionOf(AreaType, 'Area', '地区');
