import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { CodeFilter, QuantityFilter } from '../platform/graphql/filter.input.ts';
import { DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { statisticsDimensions } from './statistics-dimensions.ts';

export const StatisticsDimensionEnum = enumOf(statisticsDimensions);
registerEnumType(StatisticsDimensionEnum, {
  name: 'StatisticsDimension',
  description: bilingual('By what statistics are grouped.', '统计分组维度。'),
  valuesConfig: enumValues({
    ROUND: ['By round.', '按批次。'],
    LOT: ['By lot.', '按竞价单元。'],
    PRODUCT: ['By product.', '按产品。'],
    ENTERPRISE: ['By the enterprise that holds the product.', '按产品持有企业。'],
    AREA: ['By pooling area.', '按统筹区。'],
    INSTITUTION: ['By institution; needs a filter by roundCode or areaCode.', '按医疗机构;须同时以 roundCode 或 areaCode 筛选。'],
    AGREEMENT_YEAR: ['By agreement year.', '按协议年度。'],
  }),
});

@InputType({
  description: bilingual('What statistics are about; all fields given must hold.', '统计范围,所给各项须同时满足。'),
})
export class StatisticsFilter {
  @Field(() => CodeFilter, maybe("The round's business code.", '批次代码。')) roundCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The lot's code.", '竞价单元代码。')) lotCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The product's business code.", '产品业务代码。')) productCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe('The business code of the enterprise that holds the product.', '产品持有企业业务代码。'))
  enterpriseCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe('The code of the pooling area.', '统筹区代码。')) areaCode?: CodeFilter | null;
  @Field(() => QuantityFilter, maybe('The agreement year.', '协议年度。')) agreementYear?: QuantityFilter | null;
  @Field(() => Boolean, maybe('True: demonstration data alone. False: without it.', 'true 仅统计演示数据,false 不含演示数据。'))
  synthetic?: boolean | null;
}

@ObjectType('StatisticsRow', {
  simpleResolvers: true,
  description: bilingual('The measures of one group.', '一个分组的统计指标。'),
})
export class StatisticsRowType {
  roundId!: string | null;
  lotId!: string | null;
  productId!: string | null;
  enterpriseId!: string | null;
  areaCode!: string | null;
  institutionId!: string | null;

  @Field(() => Int, maybe('The agreement year; null where it is no dimension.', '协议年度;未按其分组时为空。'))
  agreementYear!: number | null;
  @Field(
    () => Boolean,
    always('Whether demonstration data (confidence SYNTHETIC) is in the group.', '是否含演示数据(可信程度为 SYNTHETIC)。'),
  )
  containsSynthetic!: boolean;
  @Field(() => Int, always('How many agreed volumes are summed.', '约定采购量条数。')) volumeCount!: number;
  @Field(() => QuantityScalar, always('Agreed, in counting units.', '约定采购量(计数单位)。')) agreedQuantity!: number;
  @Field(
    () => DecimalScalar,
    maybe(
      'Agreed quantity × winning price in yuan, 2 decimals, each volume rounded half up once; null where a price per counting unit is not on record.',
      '约定采购量×中选价(元),两位小数,逐条四舍五入一次;有单位价格未记录时为空。',
    ),
  )
  agreedAmount!: string | null;
  @Field(
    () => Int,
    always('How many of the volumes have no price on record, and no amount therefore.', '无价格记录、因而无金额的约定采购量条数。'),
  )
  volumesWithoutPrice!: number;
  @Field(
    () => DecimalScalar,
    maybe(
      'Agreed quantity × (price before − winning price) in yuan, rounded as the amount; null where a price is not on record.',
      '约定采购量×(原价−中选价)(元),舍入同金额;有价格未记录时为空。',
    ),
  )
  savings!: string | null;
  @Field(
    () => Int,
    always(
      'How many of the volumes lack one of the two prices, and savings therefore.',
      '缺原价或中选价、因而无节约金额的约定采购量条数。',
    ),
  )
  volumesWithoutSavings!: number;
}

@ObjectType('ProcurementStatistics', {
  simpleResolvers: true,
  description: bilingual('Sums of agreed volumes by group.', '约定采购量分组统计。'),
})
export class ProcurementStatisticsType {
  @Field(
    () => DateTimeScalar,
    maybe('When the latest of what is summed was recorded; null where nothing is.', '所统计数据的最近录入时刻;无数据时为空。'),
  )
  dataThrough!: Date | null;
  @Field(() => [StatisticsRowType], always('The groups, by their codes in the order of the dimensions.', '各分组,依维度次序按代码排列。'))
  rows!: StatisticsRowType[];
}
