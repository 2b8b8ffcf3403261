import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { askedFilterSql, codeFilter, columnFilter, type FieldFilter, type Filter } from '../platform/read/filter.ts';
import type { DueFilter, DueMonthType, LatePayerType } from './due.type.ts';
import { payablesAsOf } from './payables-as-of.ts';
import { payableSeen } from './rights.ts';

/** More institutions are a table to download, not an answer to look at. */
const mostPayers = 5000;

const onProduct = codeFilter('product_id', 'product');
/** By the code of the product that was delivered. */
export const ofProduct: FieldFilter = (value, caller) =>
  sql`t.selected_product_id in (select t.id from selected_product t where ${onProduct(value, caller)})`;

/** How payables are narrowed where a set of them is asked for. */
export const payableFilter = {
  dueOn: columnFilter('due_on', 'date'),
  areaCode: columnFilter('area_code', 'text'),
  institutionCode: codeFilter('institution_id', 'institution'),
  enterpriseCode: codeFilter('enterprise_id', 'enterprise'),
  productCode: ofProduct,
} satisfies Filter;

/** Open after its due date by everything recorded so far, or settled since: no other can have been overdue on that day. */
const lateBy = (day: string) => sql`t.due_on < ${day}::date and (t.settled_on is null or t.settled_on > ${day}::date)`;

/** Those that were overdue on a day, of the ones that the caller sees. */
export const overdueOn: FieldFilter<string> = (day, caller) => {
  const late = sql`${lateBy(day)} and ${payableSeen.visible(caller) ?? sql`true`}`;
  return sql`(t.area_code, t.id) in (select t.area_code, t.id from ${payablesAsOf(day, late)} t where t.status = 'OVERDUE')`;
};

/** The payables that a caller sees and a filter names. */
function asked({ caller }: Context, filter: DueFilter): RawBuilder<unknown> {
  return sql`${payableSeen.visible(caller) ?? sql`true`} and ${askedFilterSql(payableFilter, filter, caller)}`;
}

/** What falls due by month, as it stood on a day: of the payables that the caller sees, accepted by then. */
export async function payablesByMonth(context: Context, asOf: string, filter: DueFilter): Promise<DueMonthType[]> {
  const query = sql<DueMonthType>`
    select date_trunc('month', t.due_on)::date::text as month, count(*)::int as "payableCount", sum(t.amount)::text as amount,
      sum(t.paid)::text as "paidAmount", sum(t.open_then)::text as "openAmount", (count(*) filter (where t.status = 'OVERDUE'))::int as "overdueCount",
      sum(t.overdue_amount)::text as "overdueAmount", (count(*) filter (where t.status = 'SETTLED_LATE'))::int as "settledLateCount"
    from ${payablesAsOf(asOf, asked(context, filter))} t group by 1 order by 1`;
  return context.snapshot.objects('payablesByMonth', query);
}

/**
 * Who was late on a day, the largest amount first. One that was settled by then, and still is, owed nothing: it is left out
 * before anything is summed.
 * @throws BadInput for more institutions than an answer holds
 */
export async function latePayers(context: Context, asOf: string, filter: DueFilter): Promise<LatePayerType[]> {
  const query = sql<LatePayerType>`
    select t.institution_id as "institutionId", count(*)::int as "overdueCount", sum(t.overdue_amount)::text as "overdueAmount",
      max(t.overdue_days) as "longestOverdueDays", min(t.due_on)::text as "earliestDueOn"
    from ${payablesAsOf(asOf, sql`${lateBy(asOf)} and ${asked(context, filter)}`)} t where t.status = 'OVERDUE'
    group by t.institution_id order by sum(t.overdue_amount) desc, t.institution_id limit ${mostPayers + 1}`;
  const payers = await context.snapshot.objects('latePayers', query);
  if (payers.length > mostPayers) {
    throw new BadInput(`more than ${mostPayers} institutions are late; filter`, `逾期医疗机构超过 ${mostPayers} 家;请加筛选条件`);
  }
  return payers;
}
