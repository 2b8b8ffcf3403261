import { sql } from 'kysely';
import type { Context } from '../platform/graphql/context.ts';
import type { ConvergenceScheduleType } from './convergence.type.ts';

type Asked = Omit<ConvergenceScheduleType, 'product' | 'area' | 'round' | 'approval'>;

/**
 * What an area set last for a product that was not selected, with its whole path: the area's own schedule, else that of
 * the province above it. Null where none is on record.
 */
export async function convergenceSchedule(context: Context, productCode: string, areaCode: string): Promise<Asked | null> {
  const [found] = await context.snapshot.objects<Asked>(
    'convergenceSchedule',
    sql<Asked>`
    with said as (
      select c.* from convergence_schedule c join product p on p.id = c.product_id
      where p.code = ${productCode} and c.area_code in (select code from area where code = ${areaCode} union select parent_code from area where code = ${areaCode})
      order by (c.area_code = ${areaCode}) desc, c.starts_on desc, c.recorded_at desc, c.id desc limit 1),
    steps as (
      select coalesce(json_agg(json_build_object('effectiveFrom', s.effective_from, 'amount', s.amount::text) order by s.effective_from), '[]') as steps
      from said c join convergence_step s on s.area_code = c.area_code and s.schedule_id = c.id)
    select c.product_id as "productId", c.area_code as "areaCode", c.round_id as "roundId", c.approval_id as "approvalId", c.basis,
      c.starts_on::text as "startsOn", c.deadline::text as deadline, c.start_amount::text as "startAmount", c.target_amount::text as "targetAmount",
      c.price_unit as "priceUnit", c.mode, c.price_before::text as "priceBefore", c.source, c.explanation, c.recorded_at as "recordedAt", steps.steps
    from said c cross join steps`,
  );
  return found ?? null;
}
