import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { LocalDate } from '../kernel/local-date.ts';
import { payablesAsOf } from '../payment/index.ts';
import { isNew, lastTold, rowsOf, type Block } from './blocks.ts';

/** What fell due in one pooling area before a day, in yuan less returns, and how it was paid by then. */
export interface PaymentBlock extends Block<{
  readonly institutions: number;
  readonly enterprises: number;
  readonly payables: number;
  readonly dueAmount: string;
  readonly paidAmount: string;
  readonly onTimePayables: number;
  readonly onTimeAmount: string;
  readonly overdueAmount: string;
}> {
  readonly areaCode: string;
}

/** What fell due when the block was told last had its day before that one. */
const fellDueSince = sql`(l.as_of is null or s.due_on >= l.as_of or s.recorded_at > l.recorded_at)`;

const told = lastTold('published_area_payment', ['area_code', 'synthetic']);
const withTold = sql`left join ${told} on l.area_code = s.area_code and l.synthetic = s.synthetic`;

/**
 * The blocks of a day, of payables as `payablesAsOf` says that they stood. What is owed and what is paid change by
 * themselves: who stands behind the one need not stand behind the other.
 */
export function paymentBlocks(em: EntityManager, asOf: LocalDate): Promise<readonly PaymentBlock[]> {
  return rowsOf(
    em,
    sql<PaymentBlock>`
    with stood as (
      select s.area_code, s.id, s.institution_id, s.enterprise_id, s.confidence = 'SYNTHETIC' as synthetic, s.due_on, s.recorded_at, s.status,
        s.paid, s.paid + s.open_then as owed, s.overdue_amount
      from ${payablesAsOf(asOf, sql`t.due_on < ${asOf}::date`)} s where s.paid + s.open_then > 0),
    entered as (
      select s.area_code, s.id, coalesce(sum(e.amount) filter (where e.kind = 'RETURN'), 0) as returned,
        sum(case e.kind when 'PAYMENT' then e.amount when 'REVERSAL' then -e.amount else 0 end) as paid
      from stood s ${withTold} join payable_entry e on e.area_code = s.area_code and e.payable_id = s.id
      where e.occurred_on <= ${asOf}::date and ${isNew('e.occurred_on', 'e.recorded_at')} group by 1, 2),
    changed as (
      select s.*, l.as_of is not null as was_told, case when ${fellDueSince} then s.owed else coalesce(e.returned, 0) end as owed_since,
        case when ${fellDueSince} then s.paid else coalesce(e.paid, 0) end as paid_since
      from stood s ${withTold} left join entered e on e.area_code = s.area_code and e.id = s.id),
    parties as (
      select area_code, synthetic, institution_id, enterprise_id, sum(paid) as paid, sum(owed_since) as owed_since, sum(paid_since) as paid_since
      from changed group by grouping sets ((area_code, synthetic, institution_id), (area_code, synthetic, enterprise_id))),
    counted as (
      select area_code, synthetic, count(institution_id)::int as institutions, count(enterprise_id)::int as enterprises,
        jsonb_build_object('owing', count(institution_id), 'owed', count(enterprise_id),
          'paying', count(institution_id) filter (where paid <> 0), 'paid', count(enterprise_id) filter (where paid <> 0)) as contributors,
        jsonb_build_object('owing', count(institution_id) filter (where owed_since <> 0), 'owed', count(enterprise_id) filter (where owed_since <> 0),
          'paying', count(institution_id) filter (where paid_since <> 0), 'paid', count(enterprise_id) filter (where paid_since <> 0)) as changed
      from parties group by 1, 2),
    summed as (
      select area_code, synthetic, bool_or(was_told) as was_told, count(*)::int as payables, sum(owed)::numeric(38,2)::text as due,
        sum(paid)::numeric(38,2)::text as paid, (count(*) filter (where status = 'SETTLED'))::int as on_time,
        (coalesce(sum(paid) filter (where status = 'SETTLED'), 0))::numeric(38,2)::text as paid_on_time,
        sum(overdue_amount)::numeric(38,2)::text as overdue
      from changed group by 1, 2)
    select s.area_code as "areaCode", s.synthetic, c.contributors, case when s.was_told then c.changed end as changed,
      jsonb_build_object('institutions', c.institutions, 'enterprises', c.enterprises, 'payables', s.payables, 'dueAmount', s.due,
        'paidAmount', s.paid, 'onTimePayables', s.on_time, 'onTimeAmount', s.paid_on_time, 'overdueAmount', s.overdue) as figures
    from summed s join counted c on c.area_code = s.area_code and c.synthetic = s.synthetic order by 1, 2`,
  );
}
