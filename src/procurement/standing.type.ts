import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { creditLevels } from './policy/index.ts';
import { standingSeen } from './rights.ts';

export const CreditLevelEnum = enumOf(creditLevels);
registerEnumType(CreditLevelEnum, {
  name: 'CreditLevel',
  description: bilingual('A level of credit, of the scheme of its day.', '信用评价等级,按评定之日适用的方案。'),
  valuesConfig: enumValues({
    GENERAL: ['The mildest of the four of 2020.', '一般(2020 年方案)。'],
    MEDIUM: ['The second of the four.', '中等(2020 年方案)。'],
    SERIOUS: ['The third of the four.', '严重(2020 年方案)。'],
    ESPECIALLY_SERIOUS: ['The fourth of the four.', '特别严重(2020 年方案)。'],
    DISHONEST: ['The mildest of the three of 2025.', '失信(2025 年方案)。'],
    SERIOUSLY_DISHONEST: ['The second of the three.', '严重失信(2025 年方案)。'],
    ESPECIALLY_SERIOUSLY_DISHONEST: ['The third of the three.', '特别严重失信(2025 年方案)。'],
  }),
});

const from = always('The first day.', '首日。');
const to = always('The first day after.', '失效首日(不含)。');
const reason = always('The reason.', '理由。');
const source = always('Where it is published.', '公布来源。');

@ObjectType('EnterpriseBar', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standingSeen.words(
    'An enterprise on the violation list, barred from national bids.',
    '列入违规名单、不得参加国家组织集中采购的企业。',
  ),
})
export class EnterpriseBarType extends RecordedType {
  @Field(() => DateScalar, from) effectiveFrom!: string;
  @Field(() => DateScalar, to) effectiveTo!: string;
  @Field(() => DateScalar, maybe('The day of the listing; null where not on record.', '列入名单日期;未记录时为空。')) listedOn!:
    | string
    | null;
  @Field(() => String, reason) reason!: string;
  @Field(() => String, source) source!: string;
}
export const EnterpriseBarConnection = connectionOf(EnterpriseBarType, 'EnterpriseBar', '违规名单');

@ObjectType('CreditRating', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standingSeen.words('The credit level that a province has given an enterprise.', '省级对企业的信用评价。'),
})
export class CreditRatingType extends RecordedType {
  @Field(() => CreditLevelEnum, always('The level.', '等级。')) level!: string;
  @Field(() => DateScalar, from) effectiveFrom!: string;
  @Field(() => DateScalar, maybe('The first day after; null where no end is on record.', '失效首日(不含);未记录时为空。')) effectiveTo!:
    | string
    | null;
  @Field(() => String, maybe('What follows from it, as published.', '公布的处置措施。')) consequence!: string | null;
  @Field(() => String, source) source!: string;
}
export const CreditRatingConnection = connectionOf(CreditRatingType, 'CreditRating', '信用评价');

@ObjectType('ListingSuspension', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standingSeen.words('A suspension of the listing of a product in a province.', '某省份对某产品的暂停挂网。'),
})
export class ListingSuspensionType extends RecordedType {
  @Field(() => DateScalar, from) effectiveFrom!: string;
  @Field(() => DateScalar, to) effectiveTo!: string;
  @Field(() => String, reason) reason!: string;
  @Field(() => String, source) source!: string;
}
export const ListingSuspensionConnection = connectionOf(ListingSuspensionType, 'ListingSuspension', '暂停挂网');
