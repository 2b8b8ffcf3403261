import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { CodeFilter, DateFilter, TextFilter } from '../platform/graphql/filter.input.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';

@InputType({ description: bilingual('Which payables; all fields given must hold.', '应付货款的范围,所给各项须同时满足。') })
export class DueFilter {
  @Field(() => DateFilter, maybe('The due date.', '最迟付款日。')) dueOn?: DateFilter | null;
  @Field(() => TextFilter, maybe('The code of the pooling area.', '统筹区代码。')) areaCode?: TextFilter | null;
  @Field(() => CodeFilter, maybe("The institution's business code.", '医疗机构业务代码。')) institutionCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The enterprise's business code.", '企业业务代码。')) enterpriseCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The product's business code.", '产品业务代码。')) productCode?: CodeFilter | null;
}

@ObjectType('DueMonth', {
  simpleResolvers: true,
  description: bilingual('What falls due in one month, as it stood on the day asked for.', '某月到期的应付货款截至查询日的情况。'),
})
export class DueMonthType {
  @Field(() => DateScalar, always('The first day of the month.', '到期月份的首日。')) month!: string;
  @Field(() => Int, always('How many payables fall due in it.', '到期应付货款笔数。')) payableCount!: number;
  @Field(() => DecimalScalar, always('Their amounts in yuan.', '应付金额合计(元)。')) amount!: string;
  @Field(() => DecimalScalar, always('Paid by then in yuan.', '截至该日已付金额合计(元)。')) paidAmount!: string;
  @Field(() => DecimalScalar, always('Open then in yuan.', '截至该日未付金额合计(元)。')) openAmount!: string;
  @Field(() => Int, always('How many were open after their due date.', '逾期未付清笔数。')) overdueCount!: number;
  @Field(() => DecimalScalar, always('What was open of those, in yuan.', '逾期未付金额合计(元)。')) overdueAmount!: string;
  @Field(() => Int, always('How many were settled after their due date.', '逾期付清笔数。')) settledLateCount!: number;
}

@ObjectType('LatePayer', {
  simpleResolvers: true,
  description: bilingual('An institution with overdue payables on the day asked for.', '截至查询日有逾期应付货款的医疗机构。'),
})
export class LatePayerType {
  institutionId!: string;
  @Field(() => Int, always('How many of its payables were overdue.', '逾期笔数。')) overdueCount!: number;
  @Field(() => DecimalScalar, always('What was open of them, in yuan.', '逾期未付金额合计(元)。')) overdueAmount!: string;
  @Field(() => Int, always('The days of the one overdue for longest.', '最长逾期天数。')) longestOverdueDays!: number;
  @Field(() => DateScalar, always('The due date of that one.', '最早逾期的付款期限。')) earliestDueOn!: string;
}
