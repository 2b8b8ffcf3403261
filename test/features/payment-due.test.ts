import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { payablesAsOf } from '../../src/payment/payables-as-of.ts';
import { statement } from '../../src/platform/read/statement.ts';
import { AgreementsDocument } from '../../schema/client/graphql.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

let app: TestApp;
const areas = { 'hz-1': '330100', 'hz-2': '330100', 'nj-1': '320100' };
const auditor: Partial<Caller> = { role: 'AUDITOR' };

/** Payables of 1,000.00 each, by the days of acceptance: those of FIREBIRD2 are microport's, those of EXCROSSAL jw-medical's. */
const accepted: Record<keyof typeof areas, string[]> = {
  'hz-1': ['2021-01-31', '2021-02-01', '2021-02-28'],
  'hz-2': ['2021-01-15'],
  'nj-1': ['2021-02-10'],
};
beforeAll(async () => {
  app = await testApp();
  await institutions(app, areas);
  for (const [institution, days] of Object.entries(accepted) as [keyof typeof areas, string[]][]) {
    const deliveries = days.map((on, at) => ({ number: `D-${at}`, on, quantity: 100 }));
    await supplied(app, { institution, product: institution === 'hz-2' ? 'EXCROSSAL' : 'FIREBIRD2', unitPrice: '10', deliveries });
    const rows = days.map((acceptedOn, at) => ({
      ...named(institution, `D-${at}`, areas[institution]),
      acceptedOn,
      acceptedQuantity: 100,
      rejectedQuantity: 0,
    }));
    await recordedRows(app, 'acceptDeliveries', rows);
  }
  const pay = (institution: keyof typeof areas, at: number, amount: string, paidOn: string) => ({
    ...named(institution, `D-${at}`, areas[institution]),
    amount,
    paidOn,
    reference: `V-${paidOn}`,
  });
  // Due 2021-02-28: hz-1 paid 400 in time and the rest late. Due 2021-03-31: one of hz-1 paid in time, one not at all.
  await recordedRows(app, 'recordPayments', [
    pay('hz-1', 0, '400', '2021-02-28'),
    pay('hz-1', 0, '600', '2021-04-15'),
    pay('hz-1', 1, '1000', '2021-03-31'),
  ]);
});
afterAll(() => app.stop());

const monthsDocument = `query($day: Date!, $filter: DueFilter) { payablesByMonth(asOf: $day, filter: $filter) {
  month payableCount amount paidAmount openAmount overdueCount overdueAmount settledLateCount } }`;
const lateDocument = `query($day: Date!, $filter: DueFilter) { latePayers(asOf: $day, filter: $filter) {
  institution { code area { code } } overdueCount overdueAmount longestOverdueDays earliestDueOn } }`;
const months = async (day: string, caller: Partial<Caller>, filter?: object) =>
  (await data<{ payablesByMonth: Record<string, unknown>[] }>(app, monthsDocument, { day, filter }, caller)).payablesByMonth.map((each) =>
    Object.values(each),
  );
const late = async (day: string, caller: Partial<Caller>, filter?: object) =>
  (await data<{ latePayers: { institution: { code: string } }[] }>(app, lateDocument, { day, filter }, caller)).latePayers.map(
    ({ institution: { code }, ...figures }) => [code, ...Object.values(figures)],
  );

describe('payablesByMonth', () => {
  it('[RD2] says what falls due by month as it stood on a day', async () => {
    expect(await months('2021-04-10', auditor)).toEqual([
      ['2021-02-01', 2, '2000.00', '400.00', '1600.00', 2, '1600.00', 0],
      ['2021-03-01', 3, '3000.00', '1000.00', '2000.00', 2, '2000.00', 0],
    ]);
    expect(await months('2021-04-15', auditor, { dueOn: { lte: '2021-02-28' } })).toEqual([
      ['2021-02-01', 2, '2000.00', '1000.00', '1000.00', 1, '1000.00', 1],
    ]);
    // A past day knows nothing of what was accepted after it.
    expect(await months('2021-02-28', auditor)).toEqual([
      ['2021-02-01', 2, '2000.00', '400.00', '1600.00', 0, '0.00', 0],
      ['2021-03-01', 3, '3000.00', '0.00', '3000.00', 0, '0.00', 0],
    ]);
    expect(await months('2021-01-01', auditor)).toEqual([]);
  });
});

describe('latePayers', () => {
  it('[RD2] says who was late by how much and for how long, the largest amount first', async () => {
    expect(await late('2021-03-31', auditor)).toEqual([
      ['hz-2', 1, '1000.00', 31, '2021-02-28'],
      ['hz-1', 1, '600.00', 31, '2021-02-28'],
    ]);
    expect(await late('2021-04-01', auditor)).toEqual([
      ['hz-1', 2, '1600.00', 32, '2021-02-28'],
      ['hz-2', 1, '1000.00', 32, '2021-02-28'],
      ['nj-1', 1, '1000.00', 1, '2021-03-31'],
    ]);
    // Paid since, and late all the same on that day.
    expect(await late('2021-04-14', auditor, { institutionCode: { eq: 'hz-1' } })).toEqual([['hz-1', 2, '1600.00', 45, '2021-02-28']]);
    expect(await late('2021-04-15', auditor, { institutionCode: { eq: 'hz-1' } })).toEqual([['hz-1', 1, '1000.00', 15, '2021-03-31']]);
    expect(await late('2021-02-28', auditor)).toEqual([]);
  });

  it('gives each caller its own: what it is owed, what it owes, what its area owes', async () => {
    const codes = async (caller: Partial<Caller>) => (await late('2021-04-01', caller)).map(([code]) => String(code)).toSorted();
    const counts = async (caller: Partial<Caller>) =>
      (await months('2021-04-01', caller)).reduce((sum, each) => sum + (each[1] as number), 0);
    const own: [Partial<Caller>, string[], number][] = [
      [enterpriseOf('microport'), ['hz-1', 'nj-1'], 4],
      [enterpriseOf('jw-medical'), ['hz-2'], 1],
      [enterpriseOf('lepu'), [], 0],
      [institutionOf('hz-1'), ['hz-1'], 3],
      [institutionOf('hz-2'), ['hz-2'], 1],
      [agencyOf('330100'), ['hz-1', 'hz-2'], 4],
      [agencyOf('320100'), ['nj-1'], 1],
      [{ role: 'APPROVER' }, ['hz-1', 'hz-2', 'nj-1'], 5],
      [{ role: 'SETTLEMENT' }, [], 0],
      [{}, [], 0],
    ];
    for (const [caller, payers, payables] of own)
      expect([caller, await codes(caller), await counts(caller)]).toEqual([caller, payers, payables]);
  });
});

describe('the contract operation Agreements', () => {
  it('[S1-13] tells an enterprise its agreements with what is paid for each delivery, and nobody else’s', async () => {
    const { data: told, errors } = await app.ask(AgreementsDocument, { first: 10, asOf: '2021-04-15' }, enterpriseOf('microport'));
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = told!.agreements;
    expect([totalCount, nodes.map(({ number }) => number).toSorted()]).toEqual([2, ['A-hz-1', 'A-nj-1']]);
    const deliveries = nodes.find(({ number }) => number === 'A-hz-1')!.deliveries.nodes;
    const payables = deliveries.toSorted((a, b) => (a.acceptedOn! < b.acceptedOn! ? -1 : 1)).map(({ payable }) => payable!);
    expect(payables.map(({ amount, dueOn, paidAmount, status, overdueDays }) => [amount, dueOn, paidAmount, status, overdueDays])).toEqual([
      ['1000.00', '2021-02-28', '1000.00', 'SETTLED_LATE', 46],
      ['1000.00', '2021-03-31', '1000.00', 'SETTLED', 0],
      ['1000.00', '2021-03-31', '0.00', 'OVERDUE', 15],
    ]);
    expect(payables[0]!.explanation).toMatchObject({ rule: 'payment.settlement-deadline' });
  });
});

describe('payables', () => {
  it('are asked by due date, area, product, institution, enterprise, and whether they are open', async () => {
    const count = async (filter: object) =>
      (
        await data<{ payables: { totalCount: number } }>(
          app,
          'query($f: PayableListFilter) { payables(filter: $f) { totalCount } }',
          { f: filter },
          auditor,
        )
      ).payables.totalCount;
    expect(await count({ dueOn: { gte: '2021-03-01', lte: '2021-03-31' } })).toBe(3);
    expect(await count({ settledOn: { isNull: true } })).toBe(3);
    expect(await count({ areaCode: { eq: '330100' } })).toBe(4);
    expect(await count({ productCode: { eq: 'EXCROSSAL' } })).toBe(1);
    expect(await count({ institutionCode: { in: ['hz-1', 'nj-1'] } })).toBe(4);
    expect(await count({ enterpriseCode: { eq: 'microport' }, settledOn: { isNull: true } })).toBe(2);
  });

  it('[RD2] that were overdue on a day are those that late payers are late with, of each caller’s own', async () => {
    // Paid in time, which did not stand: late on the days after, and not on those between.
    const delivery = named('nj-1', 'D-0', '320100');
    await recordedRows(app, 'recordPayments', [{ ...delivery, amount: '1000', paidOn: '2021-03-20', reference: 'V-again' }]);
    await recorded(app, 'reversePayment', { ...delivery, paymentReference: 'V-again', reversedOn: '2021-04-14', reason: '退票' });
    const overdue = 'query($day: Date!) { payables(filter: { overdueOn: $day }) { totalCount nodes { status(asOf: $day) } } }';
    const payers = 'query($day: Date!) { latePayers(asOf: $day) { overdueCount } }';
    for (const caller of [auditor, enterpriseOf('microport'), institutionOf('hz-1'), agencyOf('320100'), {}])
      for (const day of ['2021-02-28', '2021-03-01', '2021-03-31', '2021-04-13', '2021-04-14', '2021-04-15']) {
        const { payables } = await data<{ payables: { totalCount: number; nodes: { status: string }[] } }>(app, overdue, { day }, caller);
        const { latePayers } = await data<{ latePayers: { overdueCount: number }[] }>(app, payers, { day }, caller);
        expect(payables.nodes.map(({ status }) => status)).toEqual(Array.from({ length: payables.totalCount }, () => 'OVERDUE'));
        expect(payables.totalCount).toBe(latePayers.reduce((sum, { overdueCount }) => sum + overdueCount, 0));
      }
  });

  it('are found by an index, one institution’s among many', async () => {
    // A hundred thousand rows more, of fifty institutions, with the planner's figures.
    await app.database.pool.query(`
      insert into institution (area_code, id, code, level, name, provenance, confidence)
        select '330100', gen_random_uuid(), 'many-' || n, 'TERTIARY', '医院', 'test', 'HIGH' from generate_series(1, 50) n;
      create temp table made as select gen_random_uuid() as id, (n % 50) + 1 as at, date '2021-01-01' + (n % 300) as accepted_on from generate_series(1, 100000) n;
      insert into delivery (area_code, id, order_id, agreement_id, number, delivered_on, quantity, accepted_on, accepted_quantity, rejected_quantity,
        acceptance_recorded_at, provenance, confidence)
        select o.area_code, m.id, o.id, o.agreement_id, 'M-' || m.id, m.accepted_on, 1, m.accepted_on, 1, 0, now(), 'test', 'HIGH'
        from made m, (select o.* from purchase_order o join agreement a on a.id = o.agreement_id where a.number = 'A-hz-1') o;
      insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount,
        accepted_on, due_on, deadline_clause, provenance, confidence)
        select d.area_code, d.id, a.id, a.selected_product_id, a.enterprise_id, i.id, a.enterprise_id, 10, 10, d.accepted_on,
          (date_trunc('month', d.accepted_on) + interval '2 months')::date - 1, 'test', 'test', 'HIGH'
        from made m join delivery d on d.id = m.id join agreement a on a.id = d.agreement_id join institution i on i.code = 'many-' || m.at;
      analyze payable; analyze payable_entry; analyze institution; analyze delivery;`);
    const own = sql`t.institution_id = (select i.id from institution i where i.code = 'many-7')`;
    const { text, values } = statement(sql`explain (format json) select sum(t.overdue_amount) from ${payablesAsOf('2021-06-30', own)} t`);
    const { rows } = await app.database.pool.query<{ 'QUERY PLAN': unknown }>(text, [...values]);
    const plan = JSON.stringify(rows[0]!['QUERY PLAN']);
    expect(plan).toContain('payable_institution_id_idx');
    expect(plan).not.toMatch(/"Node Type":"Seq Scan","Parent Relationship":"\w+"[^}]*"Relation Name":"payable"/);
    // Of its 2,000 those accepted from January to April: three of the six of each 300 days, and two of the last two.
    expect(await late('2021-06-30', institutionOf('many-7'))).toEqual([['many-7', 1001, '10010.00', 122, '2021-02-28']]);
  }, 180_000);
});
