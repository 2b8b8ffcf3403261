import { features } from '../../src/features.ts';
import type { Confidence } from '../../src/platform/database/base-columns.ts';
import type { TestApp } from './app.ts';
import { institutions } from './build-round.ts';

/** What one institution bought of one product at once: accepted, due and paid on its days. */
export interface Purchase {
  readonly area: string;
  readonly institution: string;
  /** The business code of a selected product of the 2020 stent round. */
  readonly product: string;
  readonly quantity: number;
  readonly acceptedOn: string;
  readonly dueOn: string;
  /** Nothing was paid unless given. */
  readonly paidOn?: string | null;
  /** How much of it, of 100; all unless given. */
  readonly paidPercent?: number;
  /** Long before any bulletin unless given. */
  readonly recordedAt?: string;
  readonly confidence?: Confidence;
}

/** What each institution agreed to buy of each product that it buys at all. */
export const agreedOfEach = 1000;

/** The price of every product, in yuan. */
export const priceOfEach = '590.00';

const earlyOn = '2021-01-05T12:00:00+08:00';

/** Puts purchases on record past every use case, with their agreements of 2021, and makes the sums anew. */
export async function purchased(app: TestApp, given: readonly Purchase[]): Promise<void> {
  const { pool } = app.database;
  const areaOf = new Map(given.map(({ institution, area }) => [institution, area]));
  const { rows: known } = await pool.query<{ code: string }>('select code from institution');
  const unknown = [...areaOf].filter(([code]) => !known.some((each) => each.code === code));
  await institutions(app, Object.fromEntries(unknown));
  const rows = given.map((each, at) => ({ paidOn: null, paidPercent: 100, recordedAt: earlyOn, confidence: 'HIGH', ...each, at }));
  await pool.query(
    `with given as (select distinct institution, product, confidence from json_to_recordset($1) g (institution text, product text, confidence confidence)),
     parties as (
       select i.area_code, i.id as institution_id, i.code, g.confidence, s.id as selected_product_id, p.id as product_id, p.holder_id, p.code as product
       from given g join institution i on i.code = g.institution join product p on p.code = g.product
         join selected_product s on s.product_id = p.id join round r on r.id = s.round_id and r.code = 'GH-HD2020-1'
       where not exists (select from agreement a where a.institution_id = i.id and a.product_id = p.id)),
     agreed as (
       insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence, recorded_at)
       select area_code, gen_random_uuid(), selected_product_id, institution_id, 2021, $2, 'test', confidence, $3 from parties returning *)
     insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id, agreement_year,
       signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence, recorded_at)
     select p.area_code, gen_random_uuid(), p.code || '-' || p.product, v.id, p.selected_product_id, p.product_id, p.holder_id, p.institution_id, 2021,
       '2021-01-05', '2021-01-01', '2022-01-01', $4, '个', 1, 'test', p.confidence, $3
     from parties p join agreed v on v.institution_id = p.institution_id and v.selected_product_id = p.selected_product_id`,
    [JSON.stringify(rows), agreedOfEach, earlyOn, priceOfEach],
  );
  await pool.query(
    `with given as (
       select gen_random_uuid() as id, gen_random_uuid() as order_id, a.area_code, a.id as agreement_id, a.selected_product_id, a.enterprise_id, a.institution_id,
         g.*, (g.quantity * a.unit_price)::numeric(18,2) as amount, round(g.quantity * a.unit_price * g."paidPercent" / 100, 2) as paid
       from json_to_recordset($1) g (at int, institution text, product text, quantity bigint, "acceptedOn" date, "dueOn" date, "paidOn" date,
           "paidPercent" int, "recordedAt" timestamptz, confidence confidence)
         join institution i on i.code = g.institution join product p on p.code = g.product
         join agreement a on a.institution_id = i.id and a.product_id = p.id),
     ordered as (
       insert into purchase_order (area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence, recorded_at)
       select area_code, order_id, agreement_id, order_id::text, enterprise_id, "acceptedOn", quantity, quantity, 'test', confidence, "recordedAt" from given),
     delivered as (
       insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity, rejected_quantity,
         acceptance_recorded_at, provenance, confidence, recorded_at)
       select area_code, id, order_id, agreement_id, 'first', "acceptedOn", quantity, "acceptedOn", quantity, 0, "recordedAt", 'test', confidence, "recordedAt" from given),
     owed as (
       insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount, accepted_on,
         due_on, deadline_clause, settled_on, provenance, confidence, recorded_at)
       select area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, enterprise_id, amount,
         case when "paidOn" is null then amount else amount - paid end, "acceptedOn", "dueOn", 'test',
         case when "paidPercent" = 100 then "paidOn" end, 'test', confidence, "recordedAt" from given)
     insert into payable_entry (area_code, id, payable_id, kind, amount, occurred_on, reference, provenance, confidence, recorded_at)
     select area_code, gen_random_uuid(), id, 'PAYMENT', paid, "paidOn", 'first', 'test', confidence, "recordedAt" from given where "paidOn" is not null`,
    [JSON.stringify(rows)],
  );
  for (const { rollups = {} } of features) for (const rebuild of Object.values(rollups)) await rebuild(app.database);
}
