import { v7 as uuidv7 } from 'uuid';
import type { TestApp } from './app.ts';
import { recorded } from './build-recorder.ts';
import { evaluated, final, holders, institutions, round7, theLot } from './build-round.ts';

/** SYNTHETIC throughout: quantities, prices and days are made for the tests. */
const made = `'SYNTHETIC: made for a test', 'SYNTHETIC'`;
const demand = 1000;
/** More than anybody is asked for. */
const capacity = 1_000_000;

/** What a region of a round looks like. */
export interface RegionGiven {
  readonly round: string;
  /** Holder and product of the same code: who supplies Shandong first, at 2.00 a tablet. */
  readonly failing: string;
  /** Who supplies Zhejiang first, and Shandong as its backup where `isBackup`, at 2.5000 a tablet. */
  readonly other: string;
  readonly isBackup: boolean;
  readonly capacityOfOther?: number;
}

/**
 * A final round of two winners. Institutions of Jinan and Qingdao (Shandong, `<round>-jn`, `-jn2`, `-qd`) and of Hangzhou
 * (`-hz`) report 1,000 each; each of Shandong has an agreement with the failing one, from 2022-11-01 for a year.
 */
export async function region(app: TestApp, { round, failing, other, isBackup, capacityOfOther = capacity }: RegionGiven): Promise<void> {
  await holders(app, 'DRUG', [failing, other]);
  const areaOf = { [`${round}-jn`]: '370100', [`${round}-jn2`]: '370100', [`${round}-qd`]: '370200', [`${round}-hz`]: '330100' };
  await institutions(app, areaOf);
  await evaluated(app, {
    code: round,
    scheme: 'national-drug',
    days: round7,
    demand: Object.keys(areaOf).map((institution) => ({ institution, quantity: demand })),
    bids: [
      { product: failing, price: '2', capacity },
      { product: other, price: '2.5', capacity: capacityOfOther },
    ],
  });
  const choices = [
    { productCode: failing, wishes: ['370000'], backupWishes: [] },
    { productCode: other, wishes: ['330000'], backupWishes: isBackup ? ['370000'] : [] },
  ];
  await recorded(app, 'proposeSelection', { roundCode: round, agreementYear: 2022, lots: [{ lotCode: theLot, choices }] });
  await final(app, round);
  await agreementsSigned(app, { product: failing, from: '2022-11-01', to: '2023-11-01', price: '2.0000' });
}

/** An agreement for each agreed volume of a product, under the number that is the code of its institution. */
export async function agreementsSigned(
  app: TestApp,
  { product, from, to, price }: { readonly product: string; readonly from: string; readonly to: string; readonly price: string },
): Promise<void> {
  await app.database.pool.query(
    `insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id,
        agreement_year, signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
      select v.area_code, gen_random_uuid(), i.code, v.id, s.id, s.product_id, p.holder_id, v.institution_id,
        v.agreement_year, $2::date - 12, $2::date, $3::date, $4::numeric, s.price_unit, 1, v.provenance, v.confidence
      from agreed_volume v join selected_product s on s.id = v.selected_product_id join product p on p.id = s.product_id
        join institution i on i.id = v.institution_id where p.code = $1`,
    [product, from, to, price],
  );
}

/** One delivery under an agreement: ordered and delivered on a day, accepted on another unless it is on its way. */
export interface DeliveryGiven {
  readonly agreement: string;
  readonly quantity: number;
  readonly deliveredOn: string;
  readonly acceptedOn?: string;
  /** Of what was accepted, went back on the day of acceptance. */
  readonly returned?: number;
  /** What was paid of it on the day of acceptance, in yuan. */
  readonly paid?: string;
}

/** Records a delivery, and what is payable for it. */
export async function delivered(app: TestApp, given: DeliveryGiven): Promise<void> {
  const { agreement, quantity, deliveredOn, acceptedOn = null, returned = 0, paid = null } = given;
  const ids = { order: uuidv7(), delivery: uuidv7() };
  const sql = (text: string, ...values: unknown[]) => app.database.pool.query(text, values);
  const { rows } = await sql(
    `select area_code as area, id, (unit_price * $2::bigint)::numeric(18,2)::text as amount, enterprise_id as enterprise, institution_id as institution,
      selected_product_id as selected from agreement where number = $1`,
    agreement,
    quantity,
  );
  const { area, id, amount, enterprise, institution, selected } = rows[0] as Record<string, string>;
  await sql(
    `insert into purchase_order (area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence)
      values ($1, $2, $3, $4, $5, $6::date - 2, $7::bigint, $7::bigint, ${made})`,
    area,
    ids.order,
    id,
    ids.order,
    enterprise,
    deliveredOn,
    quantity,
  );
  await sql(
    `insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity, rejected_quantity,
        acceptance_recorded_at, returned_quantity, provenance, confidence)
      values ($1, $2, $3, $4, 'D-1', $5, $6::bigint, $7::date, case when $7::date is null then null else $6::bigint end,
        case when $7::date is null then null else 0 end, case when $7::date is not null then now() end, $8, ${made})`,
    area,
    ids.delivery,
    ids.order,
    id,
    deliveredOn,
    quantity,
    acceptedOn,
    returned,
  );
  if (acceptedOn === null) return;
  if (returned > 0) {
    await sql(
      `insert into goods_return (area_code, id, delivery_id, agreement_id, returned_on, quantity, reason, provenance, confidence)
        values ($1, gen_random_uuid(), $2, $3, $4, $5, 'damaged', ${made})`,
      area,
      ids.delivery,
      id,
      acceptedOn,
      returned,
    );
  }
  await sql(
    `insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount, accepted_on,
        due_on, deadline_clause, provenance, confidence)
      values ($1, $2, $3, $4, $5, $6, $5, $7::numeric, $7::numeric - coalesce($9::numeric, 0), $8::date, $8::date + 60, 'test', ${made})`,
    area,
    ids.delivery,
    id,
    selected,
    enterprise,
    institution,
    amount,
    acceptedOn,
    paid,
  );
  if (paid !== null) {
    await sql(
      `insert into payable_entry (area_code, id, payable_id, kind, amount, occurred_on, reference, provenance, confidence)
        values ($1, gen_random_uuid(), $2, 'PAYMENT', $3, $4, 'P-1', ${made})`,
      area,
      ids.delivery,
      paid,
      acceptedOn,
    );
  }
}

/** The agreements of a product: number, quantity, price, and from when to when. */
export async function agreementsOf(app: TestApp, product: string): Promise<object[]> {
  const { rows } = await app.database.pool.query<object>(
    `select a.number, v.quantity::int as quantity, a.unit_price::text as price, a.in_force_from::text as "from", a.in_force_to::text as "to"
      from agreement a join agreed_volume v on v.area_code = a.area_code and v.id = a.agreed_volume_id join product p on p.id = a.product_id
      where p.code = $1 order by a.number`,
    [product],
  );
  return rows;
}
