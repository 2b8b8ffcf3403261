import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { institutionOf } from '../support/build-agreement.ts';
import { recordBatch, recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { newKey, record } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';

let app: TestApp;
const deliveries = Array.from({ length: 62 }, (_, at) => ({ number: `D-${at}`, on: '2021-03-10', quantity: 100 }));
const of = (at: number) => named('hz-1', `D-${at}`);
const accepted = (at: number) => ({ ...of(at), acceptedOn: '2021-03-15', acceptedQuantity: 100, rejectedQuantity: 0 });
const payment = (at: number, amount: string, reference: string) => ({ ...of(at), amount, paidOn: '2021-04-01', reference });

beforeAll(async () => {
  app = await testApp();
  await institutions(app, { 'hz-1': '330100', 'hz-2': '330100' });
  await supplied(app, { institution: 'hz-1', unitPrice: '10', deliveries });
  await recordedRows(
    app,
    'acceptDeliveries',
    deliveries.slice(1).map((_, at) => accepted(at + 1)),
  );
});
afterAll(() => app.stop());

/** Does as many at once as there are workers, until all are done. */
async function byWorkers<T>(workers: number, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const rest = work.map((each, at) => [at, each] as const);
  const worker = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

const balance = async (at: number) => {
  const { rows } = await app.database.pool.query<{ open: string; entries: number; sum: string }>(
    `select p.open_amount::text as open, count(e.id)::int as entries,
       (p.amount - coalesce(sum(case e.kind when 'REVERSAL' then -e.amount else e.amount end), 0))::text as sum
     from payable p join delivery d on d.id = p.id left join payable_entry e on e.payable_id = p.id where d.number = $1 group by p.area_code, p.id`,
    [`D-${at}`],
  );
  return rows[0];
};

it('D5: the same acceptance many times at once under one key is one acceptance, with the same answer', async () => {
  const idempotencyKey = newKey();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => recordBatch(app, 'acceptDeliveries', [accepted(0)], { idempotencyKey })),
  );
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toMatchObject({ recordedRows: 1, userErrors: [], errors: [] });
  const other = await recordBatch(app, 'acceptDeliveries', [{ ...accepted(0), acceptedOn: '2021-03-16' }], { idempotencyKey });
  expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  const foreign = await recordBatch(app, 'acceptDeliveries', [accepted(0)], { idempotencyKey, caller: institutionOf('hz-2') });
  expect(foreign.results[0]!.userErrors).toMatchObject([{ code: 'UNKNOWN_CODE' }]);
  const { rows } = await app.database.pool.query(
    `select count(*)::int as n from payable p join delivery d on d.id = p.id where d.number = 'D-0'`,
  );
  expect(rows).toEqual([{ n: 1 }]);
});

it('D6: of 400 payments of 10 on a payable of 1,000 exactly 100 are taken', async () => {
  const work = Array.from({ length: 400 }, (_, at) => () => recordBatch(app, 'recordPayments', [payment(1, '10', `V-${at}`)]));
  const answers = await byWorkers(40, work);
  const codes = answers.flatMap(({ results, errors }) => [
    ...results.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)),
    ...errors,
  ]);
  expect(answers.filter(({ recordedRows: taken }) => taken === 1)).toHaveLength(100);
  expect(codes).toEqual(Array.from({ length: 300 }, () => 'PAYMENT_ABOVE_OPEN_AMOUNT'));
  expect(await balance(1)).toEqual({ open: '0.00', entries: 100, sum: '0.00' });
}, 120_000);

it('D7: batches that name the same payables in any order never meet in a deadlock', async () => {
  const batches = Array.from({ length: 60 }, (_, batch) => {
    const places = Array.from({ length: 50 }, (__, at) => at + 2).toSorted(() => Math.random() - 0.5);
    return () =>
      recordBatch(
        app,
        'recordPayments',
        places.map((at) => payment(at, '1', `V-${batch}`)),
      );
  });
  const answers = await byWorkers(16, batches);
  expect(answers.flatMap(({ errors, userErrors }) => [...errors, ...userErrors])).toEqual([]);
  expect(answers.every(({ recordedRows: taken }) => taken === 50)).toBe(true);
  for (const at of [2, 51]) expect(await balance(at)).toEqual({ open: '940.00', entries: 60, sum: '940.00' });
}, 120_000);

it('D10: 500 payments, each reversed twice at once: exactly 500 reversed, 500 refused, and nothing paid', async () => {
  // On ten payables of 1,000, fifty of 10 on each.
  const places = Array.from({ length: 500 }, (_, at) => ({ at: 52 + (at % 10), reference: `V-${at}` }));
  await recordedRows(
    app,
    'recordPayments',
    places.map(({ at, reference }) => payment(at, '10', reference)),
  );
  const reversals = places.flatMap(({ at, reference }) => {
    const input = { ...of(at), paymentReference: reference, reversedOn: '2021-04-02', reason: '账号错误' };
    return [input, input];
  });
  const answers = await byWorkers(
    20,
    reversals.map((input) => () => record(app, 'reversePayment', input)),
  );
  const codes = answers.flatMap(({ userErrors, errors }) => [...userErrors, ...errors].map(({ code }) => code));
  expect(answers.filter(({ object }) => object !== null)).toHaveLength(500);
  expect(codes).toEqual(Array.from({ length: 500 }, () => 'ALREADY_REVERSED'));
  for (const at of [52, 61]) expect(await balance(at)).toEqual({ open: '1000.00', entries: 100, sum: '1000.00' });
}, 240_000);
