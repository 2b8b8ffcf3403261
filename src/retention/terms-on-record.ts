import type { EntityManager } from '@mikro-orm/postgresql';
import type { Institution } from '../catalogue/index.ts';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { jsonText } from '../platform/database/json-text.ts';
import type { Round } from '../procurement/index.ts';
import type { GrantedBefore, PurchaseUnder } from './policy/index.ts';

/** Whose surplus is measured, of what, and by when. */
export interface Measured {
  readonly institution: Institution;
  readonly round: Round;
  readonly agreementYear: number;
  readonly on: LocalDate;
}

/** What the record has of one agreement. */
export interface AgreementOnRecord extends PurchaseUnder {
  readonly agreementId: string;
  readonly genericName: string;
  readonly countingUnit: string;
  /** The first day on which it no longer holds. */
  readonly ends: LocalDate;
}

/**
 * The agreements of an institution about the products of a round, with what was purchased under each by a day: accepted and
 * not returned, in the order of their numbers.
 */
export async function agreementsOnRecord(
  em: EntityManager,
  { institution, round, agreementYear, on }: Measured,
): Promise<AgreementOnRecord[]> {
  const moved = (table: string, quantity: string, day: string) => `(
    select t.area_code, t.agreement_id, sum(t.${quantity}) as quantity
    from agreed a join ${table} t on t.area_code = a.area_code and t.agreement_id = a.id join given on t.${day} <= given.on_day
    group by t.area_code, t.agreement_id)`;
  const rows = await em.execute<AgreementRow[]>(
    `with given as (select ?::text as area_code, ?::uuid as institution_id, ?::uuid as round_id, ?::int as agreement_year, ?::date as on_day),
     agreed as (
       select a.* from given join agreement a on a.area_code = given.area_code and a.institution_id = given.institution_id
         and a.agreement_year = given.agreement_year
       where a.selected_product_id in (select s.id from selected_product s join given on s.round_id = given.round_id))
     select a.id as "agreementId", a.number as agreement, p.generic_name as "genericName", p.counting_unit as "countingUnit",
       a.in_force_to::text as ends, a.unit_price::text as "unitPrice", a.units_per_price_unit as units, v.quantity::text as agreed,
       (coalesce(d.quantity, 0) - coalesce(r.quantity, 0))::text as purchased
     from agreed a join product p on p.id = a.product_id
       join agreed_volume v on v.area_code = a.area_code and v.id = a.agreed_volume_id
       left join ${moved('delivery', 'accepted_quantity', 'accepted_on')} d on d.area_code = a.area_code and d.agreement_id = a.id
       left join ${moved('goods_return', 'quantity', 'returned_on')} r on r.area_code = a.area_code and r.agreement_id = a.id
     order by a.number collate "C"`,
    [institution.area.code, institution.id, round.id, agreementYear, on],
  );
  return rows.map((row) => ({ ...row, ends: localDate(row.ends), agreed: Number(row.agreed), purchased: Number(row.purchased) }));
}

type AgreementRow = Omit<AgreementOnRecord, 'ends' | 'agreed' | 'purchased'> & {
  readonly ends: string;
  readonly agreed: string;
  readonly purchased: string;
};

/** What an institution reported as its demand in a round, by generic name: of a product's own where it was reported by product. */
export async function demandOnRecord(em: EntityManager, { institution, round }: Measured): Promise<Map<string, number>> {
  const rows = await em.execute<{ name: string; quantity: string }[]>(
    `with named as (
       select distinct s.lot_id, p.generic_name from selected_product s join product p on p.id = s.product_id where s.round_id = ?),
     reported as (
       select d.lot_id, d.product_id, d.quantity from demand_report d
       where d.area_code = ? and d.institution_id = ? and d.lot_id in (select lot_id from named))
     select n.generic_name as name, sum(r.quantity)::text as quantity
     from reported r join named n on n.lot_id = r.lot_id left join product p on p.id = r.product_id
     where p.id is null or p.generic_name = n.generic_name group by n.generic_name`,
    [round.id, institution.area.code, institution.id],
  );
  return new Map(rows.map(({ name, quantity }) => [name, Number(quantity)]));
}

/** The drug ratio that an area has on file on a day, in percent; null where it has none. */
export async function drugRatioOnFile(em: EntityManager, areaCode: string, on: LocalDate): Promise<string | null> {
  const [row] = await em.execute<{ percent: string }[]>(
    `select ratio_percent::text as percent from drug_retention_ratio where area_code = ? and effective_from <= ?
     order by effective_from desc limit 1`,
    [areaCode, on],
  );
  return row?.percent ?? null;
}

/** What an institution retains of these generic names in other rounds. */
export async function grantedInOtherRounds(
  em: EntityManager,
  { institution, round }: Measured,
  names: readonly string[],
): Promise<GrantedBefore[]> {
  const rows = await em.execute<GrantedRow[]>(
    `select l.generic_name as "genericName", r.code as round, s.agreement_year as "agreementYear", s.retained_amount::text as retained,
       r.in_force_from::text as begins, r.in_force_to::text as ends, r.status in ('EXPIRED', 'RENEWED') as "isExpired"
     from retention_statement s join retention_line l on l.area_code = s.area_code and l.statement_id = s.id join round r on r.id = s.round_id
     where s.area_code = ? and s.institution_id = ? and s.round_id <> ? and l.generic_name in (select json_array_elements_text(?::json))
     order by l.generic_name collate "C", s.agreement_year, r.code collate "C"`,
    [institution.area.code, institution.id, round.id, jsonText(names)],
  );
  const day = (text: string | null) => (text === null ? null : localDate(text));
  return rows.map((row) => ({ ...row, retained: Money.of(row.retained), begins: day(row.begins), ends: day(row.ends) }));
}

type GrantedRow = Omit<GrantedBefore, 'retained' | 'begins' | 'ends'> & {
  readonly retained: string;
  readonly begins: string | null;
  readonly ends: string | null;
};
