import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { LocalDate } from '../kernel/local-date.ts';
import { prepaymentsAsOf } from '../payment/index.ts';
import { isNew, lastTold, rowsOf, type Block } from './blocks.ts';

/** What one pooling area must prepay for an agreement year and has prepaid by a day, in yuan. */
export interface PrepaymentBlock extends Block<{
  readonly institutions: number;
  readonly institutionsBelow: number;
  readonly requiredAmount: string;
  readonly paidAmount: string;
  readonly missingAmount: string;
}> {
  readonly areaCode: string;
  readonly agreementYear: number;
}

const told = lastTold('published_area_prepayment', ['area_code', 'agreement_year', 'synthetic']);
const ofInstitution = (one: string, other: string) =>
  sql.raw(['area_code', 'institution_id', 'agreement_year'].map((each) => `${one}.${each} = ${other}.${each}`).join(' and '));

/**
 * The blocks of a day, of prepayments as `prepaymentsAsOf` says that they stood. What is missing is missing of those that
 * are not closed, as the monitor of prepayments tells it. An institution with a demonstration agreement is of the
 * demonstration.
 */
export function prepaymentBlocks(em: EntityManager, asOf: LocalDate): Promise<readonly PrepaymentBlock[]> {
  const year = Number(asOf.slice(0, 4));
  return rowsOf(
    em,
    sql<PrepaymentBlock>`
    with kinds as (
      select area_code, institution_id, agreement_year, bool_or(confidence = 'SYNTHETIC') as synthetic from agreement
      where agreement_year <= ${year} group by 1, 2, 3),
    known as materialized (
      select k.*, l.as_of, l.recorded_at from kinds k
        left join ${told} on l.area_code = k.area_code and l.agreement_year = k.agreement_year and l.synthetic = k.synthetic),
    stood as materialized (
      select s.area_code, s.institution_id, s.agreement_year, s.required, s.paid,
        case when s.status in ('NONE', 'BELOW_MINIMUM') then s.missing else 0 end as missing
      from ${prepaymentsAsOf(asOf, sql`t.agreement_year <= ${year}`)} s),
    signed as materialized (
      select distinct l.area_code, l.institution_id, l.agreement_year from known l join agreement a on ${ofInstitution('a', 'l')}
      where a.signed_on <= ${asOf}::date and ${isNew('a.signed_on', 'a.recorded_at')}),
    moved as materialized (
      select l.area_code, l.institution_id, l.agreement_year, coalesce(sum(m.amount) filter (where m.to_account = 'ADVANCE'), 0) as prepaid,
        bool_or(m.kind in ('RETURNED', 'CARRIED_OVER')) as is_closed
      from known l join prepayment p on ${ofInstitution('p', 'l')}
        join prepayment_movement m on m.area_code = p.area_code and m.prepayment_id = p.id
      where m.occurred_on <= ${asOf}::date and ${isNew('m.occurred_on', 'm.recorded_at')} group by 1, 2, 3),
    changed as (
      select s.*, l.synthetic, l.as_of is not null as was_told, g.institution_id is not null as signed_since,
        coalesce(m.prepaid <> 0 or m.is_closed, false) as prepaid_since
      from stood s join known l on ${ofInstitution('l', 's')} left join signed g on ${ofInstitution('g', 's')}
        left join moved m on ${ofInstitution('m', 's')})
    select area_code as "areaCode", agreement_year as "agreementYear", synthetic,
      jsonb_build_object('agreed', count(*), 'prepaid', count(*) filter (where paid <> 0)) as contributors,
      case when bool_or(was_told) then jsonb_build_object('agreed', count(*) filter (where signed_since),
        'prepaid', count(*) filter (where prepaid_since)) end as changed,
      jsonb_build_object('institutions', count(*), 'institutionsBelow', count(*) filter (where missing > 0),
        'requiredAmount', sum(required)::numeric(38,2)::text, 'paidAmount', sum(paid)::numeric(38,2)::text,
        'missingAmount', sum(missing)::numeric(38,2)::text) as figures
    from changed group by 1, 2, 3 order by 1, 2, 3`,
  );
}
