import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { AreaType, EnterpriseType, ProductType } from '../catalogue/index.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { one, pointers } from '../platform/graphql/reads.ts';
import type { DemandDimension } from './demand-statistics-dimensions.ts';
import { demandStatistics } from './demand-statistics.ts';
import {
  DemandStatisticsDimensionEnum,
  DemandStatisticsFilter,
  DemandStatisticsRowType,
  DemandStatisticsType,
} from './demand-statistics.type.ts';
import { LotType } from './lot.type.ts';
import { RoundType } from './round.type.ts';

pointers(DemandStatisticsRowType, {
  round: one(() => RoundType, 'roundId', maybe('The round; null where it is no dimension.', '批次;未按其分组时为空。')),
  lot: one(() => LotType, 'lotId', maybe('The lot; null where it is no dimension.', '竞价单元;未按其分组时为空。')),
  product: one(
    () => ProductType,
    'productId',
    maybe('The product; null where it is no dimension, and where the reports name none.', '产品;未按其分组或报量未列产品时为空。'),
  ),
  enterprise: one(
    () => EnterpriseType,
    'enterpriseId',
    maybe(
      'The enterprise that holds the product; null where it is no dimension, and where the reports name none.',
      '产品持有企业;未按其分组或报量未列产品时为空。',
    ),
  ),
  area: one(() => AreaType, 'areaCode', maybe('The pooling area; null where it is no dimension.', '统筹区;未按其分组时为空。')),
});

@Resolver()
export class DemandStatisticsResolver {
  @Query(
    () => DemandStatisticsType,
    always(
      'Reported demand summed by the given dimensions; none gives the total. EXPERT, APPROVER and AUDITOR get figures of all reports; everybody else what was published when reporting ended, without small cells. At most 5,000 groups.',
      '按所给维度汇总报量;不给维度时为总计。EXPERT、APPROVER、AUDITOR 可得全部报量;其他调用者仅得报量结束时公布的、不含小单元格的数据。至多 5000 个分组。',
    ),
  )
  demandStatistics(
    @Arg('groupBy', () => [DemandStatisticsDimensionEnum], always('The dimensions, which also give the order.', '分组维度,亦决定排序。'))
    groupBy: DemandDimension[],
    @Arg('filter', () => DemandStatisticsFilter, maybe('Only demand that meets this.', '仅统计满足条件的报量。'))
    filter: DemandStatisticsFilter | null,
    @Ctx() context: Context,
  ) {
    return demandStatistics(context, groupBy, filter ?? {});
  }
}
