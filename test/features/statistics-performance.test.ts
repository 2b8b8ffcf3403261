import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { features } from '../../src/features.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import { statisticsDimensions, type StatisticsDimension } from '../../src/statistics/statistics-dimensions.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf, signed, type PromiseGiven } from '../support/build-agreement.ts';
import { movedAs } from '../support/build-prepayment.ts';
import { data } from '../support/build-recorder.ts';
import { randomActs } from '../support/random-acts.ts';

const seed = Number(process.env['PERFORMANCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const areas = ['330100', '320100'] as const;
const given: readonly PromiseGiven[] = [
  {
    round: 'round-1',
    product: 'ent-1',
    price: '590',
    promised: { 'inst-1': { area: areas[0], quantity: 977 }, 'inst-2': { area: areas[1], quantity: 311 } },
  },
  {
    round: 'round-2',
    product: 'ent-2',
    price: '71.35',
    promised: { 'inst-3': { area: areas[0], quantity: 613 }, 'inst-4': { area: areas[1], quantity: 89 } },
  },
];
const rollups = ['movement_rollup', 'payable_rollup', 'payable_entry_rollup'];

/** What is summed of a group; amounts in cents. */
type Measure = 'ordered' | 'delivered' | 'accepted' | 'acceptedAmount' | 'paid' | 'overdue' | 'prepaid' | 'agreed';
/** One line of the record: of whom, in which month, on which day, how much of what. */
interface Line extends Record<StatisticsDimension, string | null> {
  readonly measure: Measure;
  readonly day: string;
  /** From the day after this on, where what is overdue. */
  readonly due: string | null;
  readonly figure: bigint;
}

const province = `(select coalesce(o.parent_code, o.code) from area o where o.code = a.area_code)`;
const ofAgreement = `${province} as "PROVINCE", a.agreement_year::text as "AGREEMENT_YEAR", a.area_code as "AREA", i.code as "INSTITUTION", p.code as "PRODUCT", e.code as "ENTERPRISE",
  r.code as "ROUND", r.code || '/' || l.code as "LOT"`;
const joined = `join institution i on i.id = a.institution_id join selected_product s on s.id = a.selected_product_id join product p on p.id = s.product_id
  join enterprise e on e.id = p.holder_id join round r on r.id = s.round_id join lot l on l.id = s.lot_id`;
/** The facts, each as plainly as it stands on record: table, day, due date, measure and figure. */
const facts = `
  select agreement_id, ordered_on as day, null::date as due, 'ordered' as measure, quantity::numeric as figure from purchase_order
  union all select agreement_id, delivered_on, null, 'delivered', quantity from delivery
  union all select agreement_id, accepted_on, null, 'accepted', accepted_quantity from delivery where accepted_on is not null
  union all select agreement_id, returned_on, null, 'accepted', -quantity from goods_return
  union all select agreement_id, accepted_on, null, 'acceptedAmount', amount * 100 from payable
  union all select agreement_id, accepted_on, due_on, 'overdue', amount * 100 from payable
  union all select y.agreement_id, occurred_on, null, 'acceptedAmount', -n.amount * 100 from payable_entry n join payable y on y.id = n.payable_id where kind = 'RETURN'
  union all select y.agreement_id, occurred_on, null, 'paid', case kind when 'PAYMENT' then 1 else -1 end * n.amount * 100
    from payable_entry n join payable y on y.id = n.payable_id where kind <> 'RETURN'
  union all select y.agreement_id, occurred_on, due_on, 'overdue', case kind when 'REVERSAL' then 1 else -1 end * n.amount * 100
    from payable_entry n join payable y on y.id = n.payable_id`;
const lines = `
  select f.measure, f.day::text, f.due::text, f.figure::bigint::text as figure, date_trunc('month', coalesce(f.due, f.day))::date::text as "MONTH", ${ofAgreement}
  from (${facts}) f join agreement a on a.id = f.agreement_id ${joined}
  union all
  select 'agreed', make_date(a.agreement_year, 1, 1)::text, null, a.quantity::text, null, ${ofAgreement} from agreed_volume a ${joined}
  union all
  select 'prepaid', m.occurred_on::text, null, (m.amount * 100)::bigint::text, date_trunc('month', m.occurred_on)::date::text,
    ${province}, a.agreement_year::text, a.area_code, i.code, null, null, null, null
  from prepayment_movement m join prepayment a on a.id = m.prepayment_id join institution i on i.id = a.institution_id where m.kind in ('PREPAID', 'TOP_UP')`;

const callers: Readonly<Record<string, readonly [Partial<Caller> | undefined, (line: Line) => boolean]>> = {
  expert: [expert, () => true],
  auditor: [{ role: 'AUDITOR', subject: 'auditor-1' }, () => true],
  'an agency': [agencyOf(areas[0]), (line) => line.AREA === areas[0]],
  'an enterprise': [enterpriseOf('ent-2'), (line) => line.ENTERPRISE === 'ent-2'],
  'an institution': [institutionOf('inst-2'), (line) => line.INSTITUTION === 'inst-2'],
};
const days = [
  '2021-01-19',
  '2021-03-31',
  '2021-04-30',
  '2021-05-01',
  '2021-06-15',
  '2021-12-31',
  '2022-02-28',
  '2024-02-29',
  '2026-11-10',
  '2026-11-20',
  '2026-11-21',
  '2026-11-30',
  '2027-01-01',
];
const groupings: readonly (readonly StatisticsDimension[])[] = [
  [],
  ...statisticsDimensions.map((each) => [each]),
  ['AREA', 'MONTH'],
  ['ROUND', 'AREA', 'AGREEMENT_YEAR'],
  ['INSTITUTION', 'MONTH'],
];

const document = `query($groupBy: [StatisticsDimension!]!, $asOf: Date!) {
  procurementStatistics(groupBy: $groupBy, asOf: $asOf, filter: { areaCode: { in: ["${areas.join('", "')}"] } }) {
    rows { round { code } lot { code round { code } } product { code } enterprise { code } province { code } area { code } institution { code } agreementYear month agreedQuantity
      orderedQuantity deliveredQuantity acceptedQuantity acceptedAmount paidAmount overdueAmount prepaidAmount completionRatio } } }`;
interface Group {
  readonly [name: string]: { readonly code: string; readonly round?: { readonly code: string } } | string | number | null;
}
const keyOf = (group: Group, dimension: StatisticsDimension): string => {
  const name = dimension.toLowerCase().replace(/_(.)/, (_all, letter: string) => letter.toUpperCase());
  const value = group[name]!;
  if (value === null || typeof value !== 'object') return String(value);
  // The code of a lot repeats from round to round.
  return value.round ? `${value.round.code}/${value.code}` : value.code;
};
const fieldOf: Readonly<Record<Measure, string>> = {
  agreed: 'agreedQuantity',
  ordered: 'orderedQuantity',
  delivered: 'deliveredQuantity',
  accepted: 'acceptedQuantity',
  acceptedAmount: 'acceptedAmount',
  paid: 'paidAmount',
  overdue: 'overdueAmount',
  prepaid: 'prepaidAmount',
};
const measures = Object.keys(fieldOf) as Measure[];
const cents = (value: Group[string] | undefined) => BigInt(typeof value === 'object' ? '0' : String(value ?? '0').replace('.', ''));
/** Accepted ÷ agreed, half up to four digits. */
const ratio = (accepted: bigint, agreed: bigint) => {
  const digits = String((accepted * 20_000n + agreed) / (2n * agreed)).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

describe.each(inject('servers'))('orders, deliveries and payments, summed, on $name', ({ url }) => {
  let app: TestApp;
  let record: readonly Line[];
  let taken: string[];
  const kept = async () => {
    const tables: Record<string, unknown[]> = {};
    for (const table of rollups) tables[table] = (await app.database.pool.query(`select t::text from ${table} t order by 1`)).rows;
    return tables;
  };
  beforeAll(async () => {
    app = await testApp({ server: url });
    for (const each of given) await signed(app, each);
    taken = await randomActs(app, given, seed);
    for (const [institution, { area }] of given.flatMap(({ promised }) => Object.entries(promised))) {
      const prepaid = { payeeCode: institution, agreementYear: 2021 };
      await movedAs(app, area, 'recordPrepayment', { ...prepaid, amount: '200000.50', reference: 'P-1', on: '2021-03-31' });
      await movedAs(app, area, 'topUpPrepayment', { ...prepaid, amount: '3.07', reference: 'T-1', on: '2021-05-02' });
    }
    const { rows } = await app.database.pool.query<Omit<Line, 'figure'> & { figure: string }>(lines);
    record = rows.map(({ figure, ...line }) => ({ ...line, figure: BigInt(figure) }));
  }, 120_000);
  afterAll(() => app.stop());

  it(`are true after what four writers did at once, seed ${seed}: made anew they are the same`, async () => {
    expect([...new Set(taken)].toSorted()).toEqual(
      ['acceptDeliveries', 'placeOrders', 'recordDeliveries', 'recordPayments', 'returnGoods', 'reversePayment'].toSorted(),
    );
    const before = await kept();
    expect(rollups.map((table) => before[table]!.length > 3)).toEqual(rollups.map(() => true));
    const anew = features.flatMap((feature) => Object.entries(feature.rollups ?? {})).filter(([table]) => rollups.includes(table));
    expect(anew.map(([table]) => table).toSorted()).toEqual(rollups.toSorted());
    for (const [, rebuild] of anew) await rebuild(app.database);
    expect(await kept()).toEqual(before);
  });

  it.each(Object.keys(callers))(
    `are what the facts say as of any day, by every dimension, to %s, seed ${seed}`,
    async (name) => {
      const [caller, isSeen] = callers[name]!;
      for (const asOf of days) {
        for (const groupBy of groupings) {
          const { procurementStatistics: told } = await data<{ procurementStatistics: { rows: Group[] } }>(
            app,
            document,
            { groupBy, asOf },
            caller,
          );
          const isOfProduct = groupBy.some((each) => ['ROUND', 'LOT', 'PRODUCT', 'ENTERPRISE'].includes(each)) || name === 'an enterprise';
          const expected: Record<string, Record<Measure, bigint>> = {};
          for (const line of record) {
            const counts =
              line.day <= asOf && (line.due === null || line.due < asOf) && isSeen(line) && !(line.measure === 'prepaid' && isOfProduct);
            if (!counts) continue;
            const key = groupBy.map((each) => line[each] ?? 'null').join('|');
            const sums = (expected[key] ??= Object.fromEntries(measures.map((each) => [each, 0n])) as Record<Measure, bigint>);
            sums[line.measure] += line.figure;
          }
          const found = Object.fromEntries(told.rows.map((row) => [groupBy.map((each) => keyOf(row, each)).join('|'), row]));
          expect(told.rows).toHaveLength(Object.keys(found).length);
          for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
            const none = Object.fromEntries(measures.map((each) => [each, 0n]));
            const sums = Object.fromEntries(measures.map((each) => [each, cents(found[key]?.[fieldOf[each]])]));
            expect([asOf, groupBy, key, sums]).toEqual([asOf, groupBy, key, expected[key] ?? none]);
            const { agreed = 0n, accepted = 0n } = expected[key] ?? {};
            expect([key, found[key]?.['completionRatio'] ?? null]).toEqual([key, agreed === 0n ? null : ratio(accepted, agreed)]);
          }
        }
      }
    },
    120_000,
  );
});
