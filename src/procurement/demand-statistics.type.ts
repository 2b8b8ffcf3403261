import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { CodeFilter } from '../platform/graphql/filter.input.ts';
import { QuantityScalar } from '../platform/graphql/scalars.ts';
import { demandDimensions } from './demand-statistics-dimensions.ts';

export const DemandStatisticsDimensionEnum = enumOf(demandDimensions);
registerEnumType(DemandStatisticsDimensionEnum, {
  name: 'DemandStatisticsDimension',
  description: bilingual('By what reported demand is grouped.', '报量统计分组维度。'),
  valuesConfig: enumValues({
    ROUND: ['By round.', '按批次。'],
    LOT: ['By lot.', '按竞价单元。'],
    PRODUCT: ['By the product that is named; for EXPERT, APPROVER and AUDITOR.', '按报量所列产品;仅限 EXPERT、APPROVER、AUDITOR。'],
    ENTERPRISE: [
      'By the enterprise that holds the product; for EXPERT, APPROVER and AUDITOR.',
      '按产品持有企业;仅限 EXPERT、APPROVER、AUDITOR。',
    ],
    AREA: ['By pooling area.', '按统筹区。'],
  }),
});

@InputType({
  description: bilingual('What demand statistics are about; all fields given must hold.', '报量统计范围,所给各项须同时满足。'),
})
export class DemandStatisticsFilter {
  @Field(() => CodeFilter, maybe("The round's business code.", '批次代码。')) roundCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The lot's code.", '竞价单元代码。')) lotCode?: CodeFilter | null;
  @Field(
    () => CodeFilter,
    maybe("The product's business code; for EXPERT, APPROVER and AUDITOR.", '产品业务代码;仅限 EXPERT、APPROVER、AUDITOR。'),
  )
  productCode?: CodeFilter | null;
  @Field(
    () => CodeFilter,
    maybe(
      'The business code of the enterprise that holds the product; for EXPERT, APPROVER and AUDITOR.',
      '产品持有企业业务代码;仅限 EXPERT、APPROVER、AUDITOR。',
    ),
  )
  enterpriseCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe('The code of the pooling area.', '统筹区代码。')) areaCode?: CodeFilter | null;
  @Field(() => Boolean, maybe('True: demonstration data alone. False: without it.', 'true 仅统计演示数据,false 不含演示数据。'))
  synthetic?: boolean | null;
}

@ObjectType('DemandStatisticsRow', {
  simpleResolvers: true,
  description: bilingual('The reported demand of one group.', '一个分组的报量。'),
})
export class DemandStatisticsRowType {
  roundId!: string | null;
  lotId!: string | null;
  productId!: string | null;
  enterpriseId!: string | null;
  areaCode!: string | null;

  @Field(
    () => Boolean,
    always('Whether demonstration data (confidence SYNTHETIC) is in the group.', '是否含演示数据(可信程度为 SYNTHETIC)。'),
  )
  containsSynthetic!: boolean;
  @Field(
    () => QuantityScalar,
    maybe(
      'Reported for a year, in counting units, as far as it is told; null where all of it is withheld.',
      '已公布部分的年报量(计数单位);全部不予公布时为空。',
    ),
  )
  reportedQuantity!: number | null;
  @Field(
    () => Int,
    maybe(
      'The institutions behind it, each once in each lot; null where all of it is withheld.',
      '报量机构数(各竞价单元分别计数);全部不予公布时为空。',
    ),
  )
  institutionCount!: number | null;
  @Field(
    () => Boolean,
    always(
      'Whether all of the group is told. False: areas in which few institutions or enterprises stand behind a lot are withheld (procurement.small-cell).',
      '是否为完整数据。false 表示贡献机构或企业过少的统筹区数据不予公布(procurement.small-cell)。',
    ),
  )
  isComplete!: boolean;
}

@ObjectType('DemandStatistics', {
  simpleResolvers: true,
  description: bilingual('Sums of reported demand by group.', '报量分组统计。'),
})
export class DemandStatisticsType {
  @Field(
    () => [DemandStatisticsRowType],
    always('The groups, by their codes in the order of the dimensions.', '各分组,依维度次序按代码排列。'),
  )
  rows!: DemandStatisticsRowType[];
}
