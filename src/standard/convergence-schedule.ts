import { sql } from 'kysely';
import type { Context } from '../platform/graphql/context.ts';
import { knownBy } from './look-up.ts';
import type { ConvergenceScheduleType } from './convergence.type.ts';

type Asked = Omit<ConvergenceScheduleType, 'product' | 'area' | 'round' | 'approval'>;

/** Which schedule is asked for. */
export interface ScheduleAsked {
  readonly productCode: string;
  readonly areaCode: string;
  /** The last one that begins on this day or before; the last one of all unless given. */
  readonly asOf: string | null;
  /** As it was on record at this moment, which is past; as it is now unless given. */
  readonly knownAt: Date | null;
}

/**
 * What an area set last for a product that was not selected, with its whole path: the area's own schedule, else that of
 * the province above it. Null where none is on record.
 * @throws BadInput for a moment that is still to come
 */
export async function convergenceSchedule(context: Context, asked: ScheduleAsked): Promise<Asked | null> {
  const { knownAt } = asked;
  if (knownAt === null) return onRecord(context.snapshot, asked);
  return knownBy(context, knownAt, (snapshot) => onRecord(snapshot, asked));
}

async function onRecord(
  snapshot: Pick<Context['snapshot'], 'objects'>,
  { productCode, areaCode, asOf, knownAt }: ScheduleAsked,
): Promise<Asked | null> {
  // A schedule is known from the moment on in which the standards that follow from it are.
  const known = sql`c.id in (select s.claim_id from payment_standard s join product q on q.id = s.product_id
    where q.code = ${productCode} and s.recorded_at <= ${knownAt})`;
  const [found] = await snapshot.objects<Asked>(
    'convergenceSchedule',
    sql<Asked>`
    with said as (
      select c.* from convergence_schedule c join product p on p.id = c.product_id
      where p.code = ${productCode} and c.area_code in (select code from area where code = ${areaCode} union select parent_code from area where code = ${areaCode})
        and ${asOf === null ? sql`true` : sql`c.starts_on <= ${asOf}`} and ${knownAt === null ? sql`true` : known}
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
