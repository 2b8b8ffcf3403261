import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { payablesAsOf } from '../../src/payment/payables-as-of.ts';
import { payableStanding, type Entry } from '../../src/payment/policy/index.ts';
import { statement } from '../../src/platform/read/statement.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recordBatch } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { data, record } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

const seed = Number(process.env['STANDING_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const histories = 60;
const accepted = localDate('2021-03-15');
const due = localDate('2021-04-30');
const day = (most: number) => fc.integer({ min: 0, max: most }).map((each) => addDays(accepted, each));
/** Days near the acceptance and the due date, each of which a comparison may get wrong. */
const askedDays = [-1, 0, 1, 38, 39, 40, 45, 46, 47, 48, 60, 90, 120].map((each) => addDays(accepted, each));

/** What is tried on one payable of 100.00: payments, each perhaps reversed, and returns; whatever is refused is left out. */
const history = fc.array(
  fc.record({
    act: fc.constantFrom('PAY' as const, 'REVERSE' as const, 'RETURN' as const),
    part: fc.constantFrom(1, 10, 25, 50, 50, 100),
    on: day(80),
    of: fc.nat(5),
  }),
  { minLength: 1, maxLength: 10 },
);

type Act = typeof history extends fc.Arbitrary<(infer T)[]> ? T : never;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'hz-1': '330100' });
  const deliveries = Array.from({ length: histories }, (_, at) => ({ number: `D-${at}`, on: accepted, quantity: 100 }));
  await supplied(app, { institution: 'hz-1', unitPrice: '1', deliveries });
  const rows = deliveries.map(({ number }) => ({
    ...named('hz-1', number),
    acceptedOn: accepted,
    acceptedQuantity: 100,
    rejectedQuantity: 0,
  }));
  expect(await recordBatch(app, 'acceptDeliveries', rows)).toMatchObject({ errors: [], recordedRows: histories });
});
afterAll(() => app.stop());

/** Records a history through the API, and gives the entries that came of it, in the order of their recording. */
async function live(delivery: string, acts: readonly Act[]): Promise<Entry[]> {
  const of = named('hz-1', delivery);
  const entries: Entry[] = [];
  const references: { reference: string; amount: string }[] = [];
  for (const [at, { act, part, on, of: which }] of acts.entries()) {
    const amount = `${part}.00`;
    const made = (kind: Entry['kind'], text: string) => entries.push({ kind, amount: Money.of(text), occurredOn: on });
    if (act === 'PAY') {
      const reference = `V-${at}`;
      const { recordedRows } = await recordBatch(app, 'recordPayments', [{ ...of, amount, paidOn: on, reference }]);
      if (recordedRows === 0) continue;
      made('PAYMENT', amount);
      references.push({ reference, amount });
    } else if (act === 'RETURN') {
      const { object } = await record(app, 'returnGoods', { ...of, quantity: part, returnedOn: on, reason: '近效期' });
      if (object) made('RETURN', amount);
    } else {
      const paid = references[which % Math.max(1, references.length)];
      if (!paid) continue;
      const { object } = await record(app, 'reversePayment', {
        ...of,
        paymentReference: paid.reference,
        reversedOn: on,
        reason: '账号错误',
      });
      if (object) made('REVERSAL', paid.amount);
    }
  }
  return entries;
}

interface Stood {
  number: string;
  paid: string;
  open: string;
  settledOn: string | null;
  status: string;
  overdueDays: number;
  overdueAmount: string;
}

it(`[RD2] is the same for a set in SQL, for one in the API and in the policy, on any day of any history (seed ${seed})`, async () => {
  const lived = new Map<string, Entry[]>();
  const acts = fc.sample(history, { seed, numRuns: histories });
  for (const [at, each] of acts.entries()) lived.set(`D-${at}`, await live(`D-${at}`, each));
  const kinds = [...lived.values()].flat().map(({ kind }) => kind);
  // The histories are worth something: every kind of entry is there, and often.
  for (const kind of ['PAYMENT', 'REVERSAL', 'RETURN']) expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(9);

  for (const asOf of askedDays) {
    const expected = [...lived].map(([number, entries]) => {
      const given = { amount: Money.of('100'), acceptedOn: accepted, dueOn: due, entries, asOf };
      const { paid, open, settledOn, status, overdueDays, overdueAmount } = payableStanding(given);
      return [number, { paid: `${paid}`, open: `${open}`, settledOn, status, overdueDays, overdueAmount: `${overdueAmount}` }];
    });
    const { text, values } = statement(
      sql`select d.number, t.paid::text, t.open_then::text as open, t.settled_then::text as "settledOn", t.status,
          t.overdue_days as "overdueDays", t.overdue_amount::text as "overdueAmount"
        from ${payablesAsOf(asOf, sql`true`)} t join delivery d on d.id = t.id`,
    );
    const { rows } = await app.database.pool.query<Stood>(text, [...values]);
    const inSql = Object.fromEntries(rows.map(({ number, ...stood }) => [number, stood]));
    // Before the acceptance there is nothing to judge in a set.
    expect(inSql, asOf).toEqual(asOf < accepted ? {} : Object.fromEntries(expected));

    const answer = await data<{ payables: { nodes: (Omit<Stood, 'number' | 'settledOn'> & { delivery: { number: string } })[] } }>(
      app,
      `query($day: Date!) { payables(first: 100) { nodes { delivery { number } paid: paidAmount(asOf: $day) open: openAmount(asOf: $day)
          status(asOf: $day) overdueDays(asOf: $day) overdueAmount(asOf: $day) } } }`,
      { day: asOf },
      { role: 'AUDITOR' },
    );
    const inApi = Object.fromEntries(answer.payables.nodes.map(({ delivery, ...stood }) => [delivery.number, stood]));
    const without = expected.map(([number, stood]) => {
      const { settledOn: _none, ...rest } = stood as { settledOn: string | null };
      return [number, rest];
    });
    expect(inApi, asOf).toEqual(Object.fromEntries(without));
  }

  // What is kept beside the entries is what follows from them.
  const { rows: kept } = await app.database.pool.query<{ number: string; open: string; settled: string | null }>(
    `select d.number, p.open_amount::text as open, p.settled_on::text as settled from payable p join delivery d on d.id = p.id`,
  );
  for (const { number, open, settled } of kept) {
    const stood = payableStanding({
      amount: Money.of('100'),
      acceptedOn: accepted,
      dueOn: due,
      entries: lived.get(number)!,
      asOf: localDate('2026-11-21'),
    });
    expect([number, open, settled]).toEqual([number, `${stood.open}`, stood.settledOn]);
  }
}, 120_000);
