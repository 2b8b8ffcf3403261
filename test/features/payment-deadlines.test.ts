import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { placesOf, takesActs } from '../import/act-files.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recordedRows, rowRefusedWith } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { institutions } from '../support/build-round.ts';

// No local deadline is in force on record; here Hangzhou has one of ten working days, and Jiangsu one of five banking days.
vi.mock('../../src/payment/policy/local-settlement-deadline.clauses.ts', async () => {
  const { clauseTable } = await import('../../src/kernel/clause.ts');
  const row = (area: string, days: number, counted: string) => ({
    from: '2021-01-01',
    to: null,
    area,
    value: { kind: 'DAYS', days, counted },
    source: { document: 'test', clause: null },
    confidence: 'MEDIUM',
  });
  const rows = [row('330100', 10, 'WORKING_DAY'), row('320000', 5, 'BANKING_DAY'), row('510000', 30, 'CALENDAR_DAY')];
  return { localSettlementDeadlineClauses: clauseTable('payment.local-settlement-deadline', rows as never) };
});

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const;
const own = process.env['TZ'];
afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'hz-1': '330100', 'nj-1': '320100', 'cd-1': '510100', 'bj-1': '110000' });
  const deliveries = Array.from({ length: 24 }, (_, at) => ({ number: `D-${at}`, on: '2021-01-01', quantity: 1 }));
  for (const institution of ['hz-1', 'nj-1', 'cd-1', 'bj-1'])
    await supplied(app, { institution, inForce: ['2021-01-01', '2100-01-01'], deliveries });
});
afterAll(() => app.stop());

const areas = { 'hz-1': '330100', 'nj-1': '320100', 'cd-1': '510100', 'bj-1': '110000' };
const check = (institution: keyof typeof areas, at: number, acceptedOn: string) => ({
  ...named(institution, `D-${at}`, areas[institution]),
  acceptedOn,
  acceptedQuantity: 1,
  rejectedQuantity: 0,
});
const dueOf = async (row: object) => {
  const [delivery] = await recordedRows(app, 'acceptDeliveries', [row], {
    selection: 'payable { dueOn explanation { rule steps { text value } } }',
  });
  return delivery!['payable'] as { dueOn: string; explanation: { rule: string; steps: { text: string; value: string }[] } };
};

describe('[RD3] a deadline of an area', () => {
  it.each([
    // ten working days over the Spring Festival of 2021: off from 02-11 to 02-17, Sunday 02-07 and Saturday 02-20 worked
    ['hz-1', '2021-02-05', '2021-02-24'],
    // five banking days over the National Day, of the province: 09-30, 10-08, Saturday 10-09, 10-11, 10-12
    ['nj-1', '2021-09-29', '2021-10-12'],
    ['cd-1', '2021-01-31', '2021-03-02'],
    // no deadline of its own
    ['bj-1', '2021-01-31', '2021-02-28'],
  ] as const)('%s accepted on %s: due on %s', async (institution, acceptedOn, due) => {
    const { dueOn, explanation } = await dueOf(check(institution, 0, acceptedOn));
    expect(dueOn).toBe(due);
    expect(explanation.rule).toBe(institution === 'bj-1' ? 'payment.settlement-deadline' : 'payment.local-settlement-deadline');
    expect(explanation.steps[0]!.value).toBe(due);
  });

  it('is refused where it counts days that the calendar does not have, with nothing changed', async () => {
    await app.database.pool.query(`delete from calendar_day where day >= '2026-11-25'`);
    const [refusal] = await rowRefusedWith(app, 'acceptDeliveries', check('hz-1', 1, '2026-11-20'));
    expect(refusal).toMatchObject({
      code: 'CALENDAR_NOT_COVERED',
      rule: 'payment.local-settlement-deadline',
      facts: [{ value: '2026-11-20' }, { value: 'WORKING_DAY' }, { name: 'firstDayMissing', value: '2026-11-25' }],
    });
    const files = takesActs(() => app);
    const before = await app.database.contents();
    expect(placesOf(await files.takeRows('acceptances', '330100,A-hz-1,O-1,D-1,2026-11-20,1,0,'))).toEqual([
      '2 accepted_on CALENDAR_NOT_COVERED',
    ]);
    expect(await app.database.contents()).toEqual(before);
    files.remove();
    // The national deadline counts no such days.
    expect((await dueOf(check('bj-1', 1, '2026-11-20'))).dueOn).toBe('2026-12-31');
  });
});

it('I5: due dates are the same in any time zone of the process', async () => {
  const days = ['2021-01-31', '2023-12-31', '2024-01-31', '2024-02-28', '2024-02-29', '2024-12-31', '2025-01-01'];
  const dues: string[][] = [];
  for (const [at, zone] of zones.entries()) {
    process.env['TZ'] = zone;
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe({ UTC: 0, 'Asia/Shanghai': -480, 'America/New_York': 300 }[zone]);
    const rows = days.map((day, index) => check('bj-1', 2 + at * days.length + index, day));
    const accepted = await recordedRows(app, 'acceptDeliveries', rows, { selection: 'payable { dueOn acceptedOn }' });
    dues.push(accepted.map((each) => (each['payable'] as { dueOn: string; acceptedOn: string }).dueOn));
    expect(accepted.map((each) => (each['payable'] as { acceptedOn: string }).acceptedOn)).toEqual(days);
  }
  expect(dues[0]).toEqual(['2021-02-28', '2024-01-31', '2024-02-29', '2024-03-31', '2024-03-31', '2025-01-31', '2025-02-28']);
  expect(dues.every((each) => each.join() === dues[0]!.join())).toBe(true);
});
