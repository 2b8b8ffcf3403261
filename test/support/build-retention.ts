import { expect } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { TestApp } from './app.ts';
import { accepted, agencyOf } from './build-prepayment.ts';
import { approver, record, type Recorded, type Row } from './build-recorder.ts';
import { institutions } from './build-round.ts';

/** A round whose term is over, with one selected product of each generic name, and what one hospital agreed to buy of it. */
export interface SavingsGiven {
  readonly round: string;
  readonly category?: 'DRUG' | 'STENT' | 'CONSUMABLE';
  readonly institution?: string;
  readonly area?: string;
  readonly year?: number;
  /** The first day after the term of the round; none on record where null. */
  readonly ends?: string | null;
  readonly lines?: readonly SavingsLine[];
}

export interface SavingsLine {
  readonly genericName: string;
  readonly agreed: number;
  readonly purchased: number;
  readonly unitPrice: string;
  readonly units?: number;
  /** The demand on record; none unless given. */
  readonly demand?: number;
}

export const theHospital = 'saver';
export const theArea = '330100';

/** The medicine of worked example E25: 100,000 tablets reported, 60,000 agreed at 0.15. */
export const tablets: SavingsLine = { genericName: '通用名甲', agreed: 60_000, purchased: 60_000, unitPrice: '0.15', demand: 100_000 };

let last = 0;

/** Puts a round on record with its products, the hospital's agreements of a year, and what was purchased under them. */
export async function savings(app: TestApp, given: SavingsGiven): Promise<void> {
  const {
    round,
    category = 'DRUG',
    institution = theHospital,
    area = theArea,
    year = 2022,
    ends = '2023-01-01',
    lines = [tablets],
  } = given;
  const { pool } = app.database;
  const known = await pool.query('select 1 from institution where code = $1', [institution]);
  if (known.rowCount === 0) await institutions(app, { [institution]: area });
  await pool.query(
    `insert into round (id, code, name, category, organiser, scheme, status, origin, opened_on, in_force_from, in_force_to, provenance, confidence)
     values (gen_random_uuid(), $1, '批次', $2, 'NATIONAL', 'national-drug', 'IN_FORCE', 'PUBLIC_SOURCE', make_date($3 - 1, 6, 1),
       make_date($3, 1, 1), $4, 'test', 'HIGH') on conflict do nothing`,
    [round, category, year, ends],
  );
  for (const { genericName, agreed, purchased, unitPrice, units = 1, demand } of lines) {
    const n = (last += 1);
    const { rows } = await pool.query<{ id: string }>(
      `with e as (
         insert into enterprise (id, code, kind, name, provenance, confidence)
         values (gen_random_uuid(), $1, 'HOLDER', '企业', 'test', 'HIGH') returning id
       ), p as (
         insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
         select gen_random_uuid(), $1, $2, $3, '产品', '片', id, 'test', 'HIGH' from e returning *
       ), l as (
         insert into lot (id, round_id, code, name, counting_unit, provenance, confidence)
         select gen_random_uuid(), r.id, $1, '单元', '片', 'test', 'HIGH' from round r where r.code = $4 returning *
       ), s as (
         insert into selected_product (id, round_id, lot_id, product_id, basis, experts, winning_price, price_unit, origin, provenance, confidence)
         select gen_random_uuid(), l.round_id, l.id, p.id, 'BIDDING', '{}', $7::numeric, '盒', 'PUBLIC_SOURCE', 'test', 'HIGH' from l, p returning *
       ), i as (select * from institution where code = $5
       ), d as (
         insert into demand_report (area_code, id, lot_id, institution_id, quantity, provenance, confidence)
         select i.area_code, gen_random_uuid(), l.id, i.id, $9::bigint, 'test', 'HIGH' from i, l where $9::bigint is not null
       ), v as (
         insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
         select i.area_code, gen_random_uuid(), s.id, i.id, $6::int, $8::bigint, 'test', 'HIGH' from s, i returning *
       )
       insert into agreement (area_code, id, number, agreed_volume_id, selected_product_id, product_id, enterprise_id, institution_id,
         agreement_year, signed_on, in_force_from, in_force_to, unit_price, price_unit, units_per_price_unit, provenance, confidence)
       select v.area_code, gen_random_uuid(), $1, v.id, s.id, p.id, p.holder_id, v.institution_id,
         $6::int, make_date($6::int, 1, 1), make_date($6::int, 1, 1), make_date($6::int + 1, 1, 1), $7::numeric, '盒', $10::int, 'test', 'HIGH'
       from v, s, p returning id`,
      [`S-${n}`, category, genericName, round, institution, year, unitPrice, agreed, demand ?? null, units],
    );
    if (purchased > 0) await accepted(app, rows[0]!.id, purchased, `${year}-06-01`);
  }
}

/** The terms of E25 that are not on record. */
export const termsOf = (genericName: string, more: object = {}) => ({
  genericName,
  averagePriceBefore: '1.20',
  fundRatioPercent: '70',
  insuredSharePercent: '90',
  nonSelectedAmount: '20000',
  source: '统筹区测算',
  ...more,
});

/** What is proposed of the hospital above. */
export const toRetain = (roundCode: string, more: object = {}) => ({
  institutionCode: theHospital,
  roundCode,
  agreementYear: 2022,
  lines: [termsOf(tablets.genericName)],
  ...more,
});

/** The usual indicators, with a score. */
export const indicators = (score: string) => [
  { name: '约定采购量完成情况', points: score, maximumPoints: '90' },
  { name: '回款及时率', points: '0', maximumPoints: '10' },
];

const agency = agencyOf(theArea);

/** Records as the agency of an area what must be accepted. */
export async function byAgency(app: TestApp, act: string, input: object, selection = '', caller: Partial<Caller> = agency): Promise<Row> {
  const { object, userErrors, errors } = await record(app, act, input, { selection, caller });
  expect({ [act]: { userErrors, errors } }).toEqual({ [act]: { userErrors: [], errors: [] } });
  return object!;
}

/** Assesses the hospital for an agreement year. */
export const assessed = (app: TestApp, score: string, more: object = {}) =>
  byAgency(app, 'assessInstitution', {
    institutionCode: theHospital,
    agreementYear: 2022,
    assessedOn: '2023-03-01',
    indicators: indicators(score),
    source: '考核办法',
    ...more,
  });

/** Decides as the approver. */
export const decided = (app: TestApp, proposalId: string, decision = 'APPROVE'): Promise<Recorded> =>
  record(app, 'decideProposal', { proposalId, decision }, { caller: approver });

/** Proposes a statement, and has it approved. */
export async function retained(app: TestApp, input: object, caller?: Partial<Caller>): Promise<void> {
  const { id } = await byAgency(app, 'retainSurplus', input, '', caller);
  const { userErrors, errors } = await decided(app, id);
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
}

/** The refusals of an act by the agency, by code; asserts that the database is as it was. */
export async function refusedToAgency(app: TestApp, act: string, input: object, caller: Partial<Caller> = agency) {
  const before = await app.database.contents();
  const { object, userErrors, errors } = await record(app, act, input, { caller });
  expect({ object, errors, refused: userErrors.length > 0 }, `${act} ${JSON.stringify(input)}`).toEqual({
    object: null,
    errors: [],
    refused: true,
  });
  expect(await app.database.contents()).toEqual(before);
  return userErrors;
}
