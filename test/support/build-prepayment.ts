import { expect } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { TestApp } from './app.ts';
import { record, type Recorded, type Row } from './build-recorder.ts';
import { institutions } from './build-round.ts';

/** The agency of a pooling area. */
export const agencyOf = (area: string): Partial<Caller> => ({ role: 'AGENCY', subject: `agency-${area}`, area });

/** One line of what an institution agreed to buy. */
export interface Line {
  readonly quantity: number;
  readonly unitPrice: string;
  readonly unitsPerPriceUnit?: number;
}

/** Agreements of an institution for a year, a line each. */
export interface Agreed {
  readonly institution: string;
  readonly year?: number;
  readonly signedOn?: string;
  readonly lines: readonly Line[];
}

let last = 0;

/** Puts agreements on record; gives their keys in the order of the lines. Each line is of a stent of the 2020 round. */
export async function agreements(app: TestApp, given: Agreed): Promise<string[]> {
  const { institution, year = 2021, signedOn = `${given.year ?? 2021}-01-10`, lines } = given;
  const ids: string[] = [];
  for (const [at, { quantity, unitPrice, unitsPerPriceUnit = 1 }] of lines.entries()) {
    const { rows } = await app.database.pool.query<{ id: string }>(
      `with s as (
         select s.*, p.holder_id from selected_product s join round r on r.id = s.round_id join product p on p.id = s.product_id
         where r.code = 'GH-HD2020-1' order by p.code offset $1 limit 1
       ), i as (select * from institution where code = $2
       ), v as (
         insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
         select i.area_code, gen_random_uuid(), s.id, i.id, $3, $4, 'test', 'HIGH' from s, i returning *
       )
       insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id,
         agreement_year, signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
       select v.area_code, gen_random_uuid(), $5, v.id, s.id, s.product_id, s.holder_id, v.institution_id,
         $3, $6, make_date($3, 1, 20), make_date($3 + 1, 1, 20), $7, '个', $8, 'test', 'HIGH' from v, s returning id`,
      [at, institution, year, quantity, `A-${(last += 1)}`, signedOn, unitPrice, unitsPerPriceUnit],
    );
    ids.push(rows[0]!.id);
  }
  return ids;
}

/** Puts an accepted delivery under an agreement on record. */
export async function accepted(app: TestApp, agreement: string, quantity: number, on: string): Promise<void> {
  await app.database.pool.query(
    `with o as (
       insert into purchase_order (area_code, id, agreement_id, number, distributor_id, ordered_on, quantity, supplied_quantity, provenance, confidence)
       select area_code, gen_random_uuid(), id, $2, enterprise_id, $4::date, $3::bigint, $3::bigint, 'test', 'HIGH' from agreement where id = $1 returning *)
     insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity, rejected_quantity,
       acceptance_recorded_at, provenance, confidence)
     select area_code, gen_random_uuid(), id, agreement_id, $2, $4::date, $3::bigint, $4::date, $3::bigint, 0, now(), 'test', 'HIGH' from o`,
    [agreement, `O-${(last += 1)}`, quantity, on],
  );
}

/** Puts goods that went back under an agreement on record. */
export async function returned(app: TestApp, agreement: string, quantity: number, on: string): Promise<void> {
  await app.database.pool.query(
    `insert into goods_return (area_code, id, delivery_id, agreement_id, returned_on, quantity, reason, provenance, confidence)
     select area_code, gen_random_uuid(), id, agreement_id, $3, $2, '破损', 'test', 'HIGH' from delivery where agreement_id = $1 limit 1`,
    [agreement, quantity, on],
  );
}

/** A hospital of a pooling area with agreements of a year; gives the keys of the agreements. */
export async function hospital(app: TestApp, code: string, area: string, lines: readonly Line[], year = 2021): Promise<string[]> {
  await institutions(app, { [code]: area });
  return agreements(app, { institution: code, year, lines });
}

/** What a movement tells of itself. */
const movementSelection = `kind amount fromAccount toAccount occurredOn reference agreedAmount prepaidAmount purchasedAmount
  explanation { rule sentence source { document } inputs { name value unit } steps { value } }`;

/** Records an act on a prepayment as the agency of an area. */
export const asAgency = (app: TestApp, area: string, act: string, input: object): Promise<Recorded> =>
  record(app, act, input, { selection: act === 'setPrepaymentRatio' ? 'ratioPercent' : movementSelection, caller: agencyOf(area) });

/** … which must be accepted. */
export async function movedAs(app: TestApp, area: string, act: string, input: object): Promise<Row> {
  const { object, userErrors, errors } = await asAgency(app, area, act, input);
  if (!object) throw new Error(`${act}: ${JSON.stringify({ userErrors, errors })}`);
  return object;
}

/**
 * That the ledger of prepayments holds: the sums of each prepayment are those of its movements, its balance is what stands
 * in the advance, never below zero after any movement, and over all accounts and years everything sums to zero.
 */
export async function expectTrueLedger(app: TestApp): Promise<void> {
  const { rows: wrong } = await app.database.pool.query(
    `with moved as (
       select m.*, sum(case when to_account = 'ADVANCE' then amount else -amount end)
         over (partition by area_code, prepayment_id order by occurred_on, id) as running
       from prepayment_movement m
     ), sums as (
       select p.*, coalesce(s.paid, 0) as s_paid, coalesce(s.off, 0) as s_off, coalesce(s.ret, 0) as s_ret, coalesce(s.car, 0) as s_car, s.low, s.advance
       from prepayment p left join lateral (
         select sum(amount) filter (where kind in ('PREPAID', 'TOP_UP', 'CARRIED_IN')) as paid, sum(amount) filter (where kind = 'OFFSET') as off,
           sum(amount) filter (where kind = 'RETURNED') as ret, sum(amount) filter (where kind = 'CARRIED_OVER') as car, min(running) as low,
           sum(case when to_account = 'ADVANCE' then amount when from_account = 'ADVANCE' then -amount end) as advance
         from moved m where m.area_code = p.area_code and m.prepayment_id = p.id) s on true)
     select id, paid_amount, offset_amount, returned_amount, carried_amount, advance, low from sums
     where (paid_amount, offset_amount, returned_amount, carried_amount) <> (s_paid, s_off, s_ret, s_car)
       or advance is distinct from paid_amount - offset_amount - returned_amount - carried_amount or low < 0`,
  );
  const { rows: accounts } = await app.database.pool.query<{ account: string; sum: string }>(
    `select account, sum(amount)::text as sum from (
       select to_account as account, amount from prepayment_movement union all select from_account, -amount from prepayment_movement) e
     group by 1 order by 1`,
  );
  const total = accounts.reduce((sum, each) => sum + BigInt(each.sum.replace('.', '')), 0n);
  const otherYear = accounts.find(({ account }) => account === 'OTHER_YEAR')?.sum ?? '0.00';
  expect({ wrong, total, otherYear }).toEqual({ wrong: [], total: 0n, otherYear: '0.00' });
}
