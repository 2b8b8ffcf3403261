import { sql, type RawBuilder } from 'kysely';
import { localDate } from '../kernel/local-date.ts';
import { payableStatusClauses } from './policy/index.ts';

/** What an entry takes off what is open. */
const lowers = sql.raw(`case e.kind when 'REVERSAL' then -e.amount else e.amount end`);

/**
 * How payables stood at the end of a day, for a set of any size in one relation: the columns of `payable`, and `paid`,
 * `open_then`, `settled_then`, `status`, `overdue_days`, `overdue_amount`. Those accepted later are not in it. The same for
 * one payable is `payableStanding` of the policy; `test/features/payment-standing.test.ts` compares the two.
 *
 * A payable that is settled now, since a day not after the one asked for, was settled on it then. Only one that was
 * reversed since needs its entries day by day.
 * @param where which payables, a condition on `t`
 */
export function payablesAsOf(asOf: string, where: RawBuilder<unknown>): RawBuilder<unknown> {
  const { dueSoonDays } = payableStatusClauses.inForce(localDate(asOf)).value;
  const day = sql`${asOf}::date`;
  return sql`(
    with owed as (select t.* from payable t where t.accepted_on <= ${day} and ${where}),
    moved as (
      select e.area_code, e.payable_id, sum(${lowers}) as lowered, coalesce(sum(${lowers}) filter (where e.kind <> 'RETURN'), 0) as paid
      from owed o join payable_entry e on e.area_code = o.area_code and e.payable_id = o.id
      where e.occurred_on <= ${day} group by e.area_code, e.payable_id
    ),
    stood as (
      select o.*, coalesce(m.paid, 0)::numeric(18, 2) as paid, greatest(o.amount - coalesce(m.lowered, 0), 0)::numeric(18, 2) as open_then
      from owed o left join moved m on m.area_code = o.area_code and m.payable_id = o.id
    ),
    by_day as (
      select s.area_code, s.id, s.amount, e.occurred_on, sum(sum(${lowers})) over (partition by s.area_code, s.id order by e.occurred_on) as reached
      from stood s join payable_entry e on e.area_code = s.area_code and e.payable_id = s.id
      where s.open_then = 0 and (s.settled_on is null or s.settled_on > ${day}) and e.occurred_on <= ${day}
      group by s.area_code, s.id, s.amount, e.occurred_on
    ),
    settled_before as (
      select d.area_code, d.id, min(d.occurred_on) as settled_on
      from (select b.*, max(b.occurred_on) filter (where b.reached < b.amount) over (partition by b.area_code, b.id) as below from by_day b) d
      where d.below is null or d.occurred_on > d.below group by d.area_code, d.id
    ),
    dated as (
      select s.*, case when s.open_then = 0 then coalesce(b.settled_on, s.settled_on) end as settled_then
      from stood s left join settled_before b on b.area_code = s.area_code and b.id = s.id
    )
    select d.*, greatest(0, coalesce(d.settled_then, ${day}) - d.due_on) as overdue_days,
      case when d.open_then > 0 and ${day} > d.due_on then d.open_then else 0 end::numeric(18, 2) as overdue_amount,
      case when d.open_then = 0 then case when d.settled_then > d.due_on then 'SETTLED_LATE' else 'SETTLED' end
        when ${day} > d.due_on then 'OVERDUE' when d.due_on - ${day} <= ${dueSoonDays}::integer then 'DUE_SOON' else 'NOT_DUE' end as status
    from dated d)`;
}
