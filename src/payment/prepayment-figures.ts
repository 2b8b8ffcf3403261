import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import type { PrepaymentRatioInForce } from './policy/index.ts';

/**
 * Yuan of a quantity at the price of its agreement, half up once to the cent. In whole numbers, since a division of
 * `numeric` would round once more before.
 */
const yuan = (quantity: string, price: string) =>
  `div(${quantity} * ${price} * 200 + a.units_per_price_unit, 2 * a.units_per_price_unit) * 0.01`;

/** What an amendment that was recorded after the day has changed since. */
const firstAfter = (table: string, key: string, before: string) => `(
  select distinct on (m.area_code, m.${key}) m.area_code, m.${key}, ${before} from ${table} m cross join given
  where m.recorded_at >= (given.as_of + 1)::timestamp at time zone 'Asia/Shanghai' order by m.area_code, m.${key}, m.recorded_at, m.id)`;

/**
 * The agreements of a year that were signed by a day, as they were on it: SQL for a sub-select over a relation `given`
 * with the columns `as_of` and `agreement_year`, of one row, or one for each year of the same day.
 */
export const agreementsOfYear = `
  select a.area_code, a.id, a.institution_id, a.agreement_year, a.in_force_to, a.units_per_price_unit,
    coalesce(m.unit_price_before, a.unit_price) as unit_price,
    ${yuan('coalesce(q.quantity_before, v.quantity)', 'coalesce(m.unit_price_before, a.unit_price)')} as agreed
  from given join agreement a on a.agreement_year = given.agreement_year and a.signed_on <= given.as_of
    join agreed_volume v on v.area_code = a.area_code and v.id = a.agreed_volume_id
    left join ${firstAfter('agreed_volume_amendment', 'agreed_volume_id', 'm.quantity_before')} q
      on q.area_code = a.area_code and q.agreed_volume_id = a.agreed_volume_id
    left join ${firstAfter('agreement_amendment', 'agreement_id', 'm.unit_price_before')} m
      on m.area_code = a.area_code and m.agreement_id = a.id`;

/**
 * A quantity of the agreements of one institution by the day, for each agreement: of their rows alone, and with no look
 * outside, so that it is one join on tables that are distributed too.
 */
const byTheDay = (table: string, quantity: string, day: string) => `(
  select t.area_code, t.agreement_id, sum(t.${quantity}) as quantity
  from given join agreement b on b.institution_id = given.institution_id and b.agreement_year = given.agreement_year
    join ${table} t on t.area_code = b.area_code and t.agreement_id = b.id and t.${day} <= given.as_of
  group by t.area_code, t.agreement_id)`;

/** The sums of the agreements of one institution: SQL over `given`, which also has `institution_id`. */
const institutionSums = `
  select count(*)::int as agreements, coalesce(sum(a.agreed), 0)::text as agreed,
    coalesce(sum(${yuan('(coalesce(d.quantity, 0) - coalesce(r.quantity, 0))', 'a.unit_price')}), 0)::text as purchased,
    max(a.in_force_to)::text as "yearEnds"
  from given join (${agreementsOfYear}) a on a.institution_id = given.institution_id
    left join ${byTheDay('delivery', 'accepted_quantity', 'accepted_on')} d on d.area_code = a.area_code and d.agreement_id = a.id
    left join ${byTheDay('goods_return', 'quantity', 'returned_on')} r on r.area_code = a.area_code and r.agreement_id = a.id`;

/** The ratio that a pooling area has of its own on a day: SQL over `given`, which also has `area_code`. */
const ownRatio = `
  select r.ratio_percent::text as percent, r.source from prepayment_ratio r cross join given
  where r.area_code = given.area_code and r.effective_from <= given.as_of order by r.effective_from desc limit 1`;

/** What one institution agreed to buy in a year and has bought by a day, and what its pooling area says of prepayments. */
export interface InstitutionYear {
  readonly agreements: number;
  readonly agreed: Money;
  readonly purchased: Money;
  /** The first day on which no agreement of the year holds any more; null without agreements. */
  readonly yearEnds: LocalDate | null;
  readonly ownRatio: PrepaymentRatioInForce | null;
}

/** The same as the database gives it: amounts as texts, which may have more digits than an amount holds. */
export interface InstitutionYearRow {
  readonly agreements: number;
  readonly agreed: string;
  readonly purchased: string;
  readonly yearEnds: string | null;
  readonly ownRatio: PrepaymentRatioInForce | null;
}

/** The columns of `InstitutionYearRow`, for the one row of `given`. */
export const institutionYear = `select s.*, (select row_to_json(r) from (${ownRatio}) r) as "ownRatio" from (${institutionSums}) s`;

/**
 * Reads the figures of an institution as of a day.
 * @returns null where a sum is beyond what an amount holds
 */
export async function institutionYearOn(
  em: EntityManager,
  { areaCode, institutionId, agreementYear, on }: { areaCode: string; institutionId: string; agreementYear: number; on: LocalDate },
): Promise<InstitutionYear | null> {
  const [row] = await em.execute<[InstitutionYearRow]>(
    `with given as (select ?::date as as_of, ?::int as agreement_year, ?::uuid as institution_id, ?::text as area_code) ${institutionYear}`,
    [on, agreementYear, institutionId, areaCode],
  );
  return inAmounts(row);
}

/** The figures as amounts; null where one is beyond what an amount holds. */
export function inAmounts(row: InstitutionYearRow): InstitutionYear | null {
  if ([row.agreed, row.purchased].some((sum) => sum.split('.')[0]!.length > 16)) return null;
  return {
    ...row,
    agreed: Money.of(row.agreed),
    purchased: Money.of(row.purchased),
    yearEnds: row.yearEnds === null ? null : localDate(row.yearEnds),
  };
}
