import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { AreaType, EnterpriseType, InstitutionType, ProductType } from '../catalogue/index.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { one, pointers } from '../platform/graphql/reads.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { selectedNames } from '../platform/graphql/selection.ts';
import { LotType } from './lot.type.ts';
import { RoundType } from './round.type.ts';
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
      'Agreed volumes summed by the given dimensions; none gives the total. At most 5,000 groups.',
      '按所给维度汇总约定采购量;不给维度时为总计。至多 5000 个分组。',
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
        'Only agreement years that have begun by this day; each begins on 1 January.',
        '仅统计截至该日已开始的协议年度(自 1 月 1 日起)。',
      ),
    )
    asOf: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wanted = new Set([...selectedNames(info), ...selectedNames(info, 'rows')]);
    return procurementStatistics(context, groupBy, filter ?? {}, asOf, wanted);
  }
}
