import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { anonymous } from '../platform/access/caller.ts';
import { selectedProductSeen } from '../procurement/index.ts';
import { movementLines } from '../supply/index.ts';
import { isNew, lastTold, rowsOf, type Block } from './blocks.ts';
import { agreedLines, performed, unionOf } from './lines.ts';
import type { Reach } from './performance-lines.ts';

/** What is agreed of one selected product for an agreement year, and what of it was accepted and not returned by a day; counting units. */
export interface CompletionBlock extends Block<{ readonly institutions: number; readonly acceptedQuantity: number }> {
  readonly selectedProductId: string;
  readonly roundCode: string;
  readonly productCode: string;
  readonly agreementYear: number;
  readonly agreedQuantity: number;
  /** From the first day of the first agreement of the year to the end of the last; the calendar year where none is signed. */
  readonly periodFrom: string;
  readonly periodTo: string;
}

const key = ['selected_product_id', 'agreement_year', 'synthetic'] as const;
const same = (one: string, other: string) => sql.raw(key.map((each) => `${one}.${each} = ${other}.${each}`).join(' and '));
const told = lastTold('published_completion', key);

/** The blocks of a day, of the selected products that everybody sees, by the sums that `procurementStatistics` adds up. */
export function completionBlocks(em: EntityManager, reach: Reach): Promise<readonly CompletionBlock[]> {
  const { asOf } = reach;
  const year = Number(asOf.slice(0, 4));
  const lines = unionOf([agreedLines(['PRODUCT', 'AGREEMENT_YEAR']), performed(['PRODUCT', 'AGREEMENT_YEAR'], reach)]);
  const everybodySees = selectedProductSeen.visible(anonymous) ?? sql`true`;
  return rowsOf(
    em,
    sql<CompletionBlock>`
    with summed as (
      select s.id as selected_product_id, t.agreement_year, t.synthetic, coalesce(sum(t.quantity), 0) as agreed,
        coalesce(sum(t.accepted_quantity), 0) as accepted
      from ${lines} t join selected_product s on s.round_id = t.round_id and s.lot_id = t.lot_id and s.product_id = t.product_id
      where t.agreement_year <= ${year} and ${everybodySees} group by 1, 2, 3),
    moved as (
      select m.selected_product_id, m.agreement_year, m.synthetic, m.institution_id, sum(m.accepted_quantity - m.returned_quantity) as accepted,
        coalesce(sum(m.accepted_quantity - m.returned_quantity) filter (where ${isNew('m.day', 'm.last_recorded_at')}), 0) as since
      from (${sql.raw(movementLines)}) m left join ${told} on ${same('l', 'm')} where m.day <= ${asOf}::date group by 1, 2, 3, 4),
    counted as (
      select m.selected_product_id, m.agreement_year, m.synthetic, count(*) filter (where m.accepted <> 0)::int as institutions,
        count(*) filter (where m.since <> 0)::int as since
      from moved m group by 1, 2, 3),
    signed as (
      select selected_product_id, agreement_year, confidence = 'SYNTHETIC' as synthetic, min(in_force_from) as first, max(in_force_to) as last
      from agreement where signed_on <= ${asOf}::date group by 1, 2, 3)
    select s.selected_product_id as "selectedProductId", r.code as "roundCode", p.code as "productCode", s.agreement_year as "agreementYear", s.synthetic, s.agreed::float8 as "agreedQuantity",
      coalesce(g.first, make_date(s.agreement_year, 1, 1))::text as "periodFrom",
      coalesce(g.last, make_date(s.agreement_year + 1, 1, 1))::text as "periodTo",
      jsonb_build_object('institutions', coalesce(c.institutions, 0)) as contributors,
      case when l.as_of is not null then jsonb_build_object('institutions', coalesce(c.since, 0)) end as changed,
      jsonb_build_object('institutions', coalesce(c.institutions, 0), 'acceptedQuantity', s.accepted) as figures
    from summed s join selected_product o on o.id = s.selected_product_id join round r on r.id = o.round_id join product p on p.id = o.product_id
      left join counted c on ${same('c', 's')} left join signed g on ${same('g', 's')} left join ${told} on ${same('l', 's')}
    order by s.selected_product_id, s.agreement_year, s.synthetic`,
  );
}
