import type { TestApp } from './app.ts';
import type { BatchRecorded } from './build-batch.ts';

/** An agreement with one order, and how its deliveries came; the order and each delivery are numbered. */
export interface SuppliedGiven {
  readonly institution: string;
  /** The business code of a selected product of the reference data. */
  readonly product?: string;
  readonly unitPrice?: string;
  readonly unitsPerPriceUnit?: number;
  readonly payee?: 'ENTERPRISE' | 'DISTRIBUTOR';
  readonly distributor?: string;
  readonly inForce?: readonly [from: string, to: string];
  readonly confidence?: 'HIGH' | 'SYNTHETIC';
  readonly deliveries: readonly { readonly number: string; readonly on: string; readonly quantity: number }[];
}

/** The codes by which rows name a delivery of `supplied`. */
export const named = (institution: string, deliveryNumber: string, areaCode = '330100') => ({
  areaCode,
  agreementNumber: `A-${institution}`,
  orderNumber: 'O-1',
  deliveryNumber,
});

/** Puts an agreement of an institution on record, with one order and its deliveries, past every use case. */
export async function supplied({ database }: TestApp, given: SuppliedGiven): Promise<void> {
  const { institution, product = 'FIREBIRD2', unitPrice = '590', unitsPerPriceUnit = 1, payee = 'ENTERPRISE' } = given;
  const { inForce = ['2021-01-01', '2022-01-01'], confidence = 'HIGH', distributor = null, deliveries } = given;
  const ordered = deliveries.reduce((sum, { quantity }) => sum + quantity, 0);
  const parties = `institution i, selected_product s join product p on p.id = s.product_id join round r on r.id = s.round_id`;
  const which = `i.code = $1 and p.code = $2 and r.code = 'GH-HD2020-1'`;
  await database.pool.query(
    `insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
     select i.area_code, gen_random_uuid(), s.id, i.id, 2021, $3, 'test', $4 from ${parties} where ${which}`,
    [institution, product, ordered, confidence],
  );
  await database.pool.query(
    `insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id,
       distributor_id, payee, agreement_year, signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
     select i.area_code, gen_random_uuid(), 'A-' || i.code, v.id, s.id, p.id, p.holder_id, i.id,
       (select e.id from enterprise e where e.code = $3), $4, 2021, $5, $5, $6, $7, '个', $8, 'test', $9
     from ${parties} join agreed_volume v on v.selected_product_id = s.id
     where ${which} and v.institution_id = i.id`,
    [institution, product, distributor, payee, ...inForce, unitPrice, unitsPerPriceUnit, confidence],
  );
  await database.pool.query(
    `insert into purchase_order (area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence)
     select a.area_code, gen_random_uuid(), a.id, 'O-1', coalesce(a.distributor_id, a.enterprise_id), a.in_force_from, $2::bigint, $2::bigint, 'test', a.confidence
     from agreement a where a.number = 'A-' || $1::text`,
    [institution, ordered],
  );
  await database.pool.query(
    `insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, provenance, confidence)
     select o.area_code, gen_random_uuid(), o.id, o.agreement_id, d.number, d."on", d.quantity, 'test', o.confidence
     from purchase_order o join agreement a on a.area_code = o.area_code and a.id = o.agreement_id,
       json_to_recordset($2) as d (number text, "on" date, quantity bigint) where a.number = 'A-' || $1::text`,
    [institution, JSON.stringify(deliveries)],
  );
}

/** The refusals of a batch's rows, each with its field. */
export const codesOf = ({ results }: BatchRecorded) =>
  results.map(({ userErrors }) => userErrors.map(({ code, field }) => `${code} ${field}`));
