import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { AreaType, EnterpriseType, InstitutionType, ProductType } from '../catalogue/index.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { one, pointers } from '../platform/graphql/reads.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { selectedNames } from '../platform/graphql/selection.ts';
import { LotType, RoundType } from '../procurement/index.ts';
import { InsuranceSchemeEnum, type InsuranceScheme } from '../standard/index.ts';
import type { StatisticsDimension } from './statistics-dimensions.ts';
import { procurementStatistics } from './statistics.ts';
import { ProcurementStatisticsType, StatisticsDimensionEnum, StatisticsFilter, StatisticsRowType } from './statistics.type.ts';

pointers(StatisticsRowType, {
  round: one(() => RoundType, 'roundId', maybe('The round; null where it is no dimension.', '批次;未按其分组时为空。')),
  lot: one(() => LotType, 'lotId', maybe('The lot; null where it is no dimension.', '竞价单元;未按其分组时为空。')),
  product: one(() => ProductType, 'productId', maybe('The product; null where it is no dimension.', '产品;未按其分组时为空。')),
  enterprise: one(
    () => EnterpriseType,
    'enterpriseId',
    maybe('The enterprise that holds the product; null where it is no dimension.', '产品持有企业;未按其分组时为空。'),
  ),
  province: one(() => AreaType, 'provinceCode', maybe('The province; null where it is no dimension.', '省级地区;未按其分组时为空。')),
  area: one(() => AreaType, 'areaCode', maybe('The pooling area; null where it is no dimension.', '统筹区;未按其分组时为空。')),
  institution: one(
    () => InstitutionType,
    'institutionId',
    maybe('The institution; null where it is no dimension.', '医疗机构;未按其分组时为空。'),
  ),
});

@Resolver()
export class StatisticsResolver {
  @Query(
    () => ProcurementStatisticsType,
    always(
      'Agreed volumes, and what was ordered, delivered, accepted, paid of them, summed by the given dimensions; none gives the total. An answer that has any of the latter is about what the caller may see of it. At most 5,000 groups.',
      '按所给维度汇总约定采购量及其订购、到货、验收、付款情况;不给维度时为总计。含后者的答复仅涵盖调用者可见范围。至多 5000 个分组。',
    ),
  )
  procurementStatistics(
    @Arg('groupBy', () => [StatisticsDimensionEnum], always('The dimensions, which also give the order.', '分组维度,亦决定排序。'))
    groupBy: StatisticsDimension[],
    @Arg('filter', () => StatisticsFilter, maybe('Only volumes that meet this.', '仅统计满足条件的约定采购量。'))
    filter: StatisticsFilter | null,
    @Arg(
      'asOf',
      () => DateScalar,
      always(
        'Only agreement years that have begun by this day, each on 1 January, and what happened by it.',
        '仅统计截至该日已开始的协议年度(自 1 月 1 日起)及截至该日发生的事项。',
      ),
    )
    asOf: string,
    @Arg(
      'scheme',
      () => InsuranceSchemeEnum,
      maybe(
        'By whose ratios savings are split between fund and patients; none leaves the parts null.',
        '按该险种的基金支付比例区分基金与患者节约金额;不填时两部分为空。',
      ),
    )
    scheme: InsuranceScheme | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wanted = new Set([...selectedNames(info), ...selectedNames(info, 'rows')]);
    return procurementStatistics(context, groupBy, filter ?? {}, asOf, scheme ?? null, wanted);
  }
}
