import { sql, type RawBuilder } from 'kysely';
import type { LocalDate } from '../kernel/local-date.ts';
import { agreementsOfYear } from './prepayment-figures.ts';
import { agreementYears } from './prepayment-inputs.ts';
import { ratioOn } from './prepayment-status.ts';

/**
 * How prepayments stood at the end of a day, for institutions and agreement years of any number in one relation: what was
 * agreed, the ratio and the minimum of the day, and the sums of the movements up to it. An institution is in it as soon as
 * it has agreements of the year, even before anything is prepaid. For one of them `prepaymentOn` says the same.
 * @param where which of them, a condition on the agreements `t`
 * @param year of one agreement year; of all, unless given
 * @throws BadInput for a day before the first document
 */
export function prepaymentsAsOf(asOf: LocalDate, where: RawBuilder<unknown>, year?: number): RawBuilder<unknown> {
  const floor = sql`${ratioOn(asOf, null).percent}::numeric`;
  const { first, last } = year === undefined ? agreementYears : { first: year, last: year };
  return sql`(
    with given as (select ${asOf}::date as as_of, y as agreement_year from generate_series(${first}::int, ${last}::int) y),
    agreed as (
      select t.area_code, t.institution_id, t.agreement_year, sum(t.agreed) as agreed from (${sql.raw(agreementsOfYear)}) t
      where ${where} group by 1, 2, 3),
    ratio as (
      select distinct on (r.area_code) r.area_code, r.ratio_percent from prepayment_ratio r
      where r.effective_from <= ${asOf}::date order by r.area_code, r.effective_from desc),
    moved as (
      select p.area_code, p.institution_id, p.agreement_year, sum(m.amount) filter (where m.to_account = 'ADVANCE') as paid,
        sum(m.amount) filter (where m.kind = 'OFFSET') as offset_amount, sum(m.amount) filter (where m.kind = 'RETURNED') as returned,
        sum(m.amount) filter (where m.kind = 'CARRIED_OVER') as carried, bool_or(m.kind in ('RETURNED', 'CARRIED_OVER')) as is_closed
      from given join prepayment p on p.agreement_year = given.agreement_year
        join prepayment_movement m on m.area_code = p.area_code and m.prepayment_id = p.id and m.occurred_on <= given.as_of
      group by 1, 2, 3),
    judged as (
      select a.area_code, a.institution_id, a.agreement_year, a.agreed, greatest(r.ratio_percent, ${floor}) as percent,
        ceil(a.agreed * greatest(r.ratio_percent, ${floor})) * 0.01 as required, coalesce(m.paid, 0) as paid,
        coalesce(m.offset_amount, 0) as offset_amount, coalesce(m.returned, 0) as returned, coalesce(m.carried, 0) as carried,
        coalesce(m.is_closed, false) as is_closed
      from agreed a left join ratio r on r.area_code = a.area_code
        left join moved m on m.area_code = a.area_code and m.institution_id = a.institution_id and m.agreement_year = a.agreement_year)
    select j.*, greatest(j.required - j.paid, 0) as missing, j.paid - j.offset_amount - j.returned - j.carried as balance,
      case when j.is_closed then 'CLOSED' when j.required <= j.paid then 'SUFFICIENT' when j.paid = 0 then 'NONE' else 'BELOW_MINIMUM' end as status
    from judged j)`;
}
