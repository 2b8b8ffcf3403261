import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { InstitutionType } from '../catalogue/index.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { one, pointers } from '../platform/graphql/reads.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { latePayers, payablesByMonth } from './due.ts';
import { DueFilter, DueMonthType, LatePayerType } from './due.type.ts';

pointers(LatePayerType, {
  institution: one(() => InstitutionType, 'institutionId', always('The institution that owes.', '付款医疗机构。')),
});

const asOfWords = always('The day, at whose end it is looked at; a past one too.', '截至该日(含当日),可为过去日期。');
const filterWords = maybe('Only payables that meet this.', '仅统计满足条件的应付货款。');

@Resolver()
export class DueResolver {
  @Query(
    () => [DueMonthType],
    always('What falls due by month, the earliest first, of the payables that the caller sees.', '按到期月份汇总可见的应付货款,从早到晚。'),
  )
  payablesByMonth(
    @Arg('asOf', () => DateScalar, asOfWords) asOf: string,
    @Arg('filter', () => DueFilter, filterWords) filter: DueFilter | null,
    @Ctx() context: Context,
  ) {
    return payablesByMonth(context, asOf, filter ?? {});
  }

  @Query(
    () => [LatePayerType],
    always(
      'Institutions with overdue payables among those that the caller sees, the largest amount first; at most 5,000.',
      '可见范围内有逾期应付货款的医疗机构,按逾期金额从大到小;至多 5000 家。',
    ),
  )
  latePayers(
    @Arg('asOf', () => DateScalar, asOfWords) asOf: string,
    @Arg('filter', () => DueFilter, filterWords) filter: DueFilter | null,
    @Ctx() context: Context,
  ) {
    return latePayers(context, asOf, filter ?? {});
  }
}
