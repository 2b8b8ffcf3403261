import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamJournal } from '../../src/platform/journal/journal-stream.ts';
import { Verifier } from '../../src/platform/journal/verify-journal.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recordBatch, recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { newKey, record } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';
import { RestartedApp } from '../support/restarted-app.ts';

/** Fewer while a failure is looked for. */
const runs = Number(process.env['CHAOS_MODEL_RUNS'] ?? 300);
const deliveriesOfRun = 3;
const quantity = 100;
const price = 10;
const firstDay = 60;
const days = 40;

/** A day by its place after 2021-01-01: compared as a number here, as a text there. */
const dayOf = (at: number) => new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10);

interface Entry {
  readonly kind: 'PAYMENT' | 'RETURN' | 'REVERSAL';
  readonly amount: number;
  readonly on: number;
  readonly reference: string | null;
}

/** What must be on record of one delivery; amounts in cents. */
interface Goods {
  acceptedOn: number | null;
  amount: number;
  kept: number;
  readonly entries: Entry[];
}

interface Model {
  readonly names: readonly string[];
  readonly goods: readonly Goods[];
  last: { name: string; row: object; idempotencyKey: string; id: string } | null;
}
type Real = RestartedApp;

/** What is open at the end of a day, counted anew from all that happened by it. */
const openOn = ({ amount, entries }: Goods, day: number) =>
  entries.filter(({ on }) => on <= day).reduce((open, { kind, amount: moved }) => open + (kind === 'REVERSAL' ? moved : -moved), amount);
/** By looking at every day there is. */
const leastOpen = (goods: Goods, from: number) =>
  Math.min(...Array.from({ length: firstDay + 2 * days - from }, (_none, at) => openOn(goods, from + at)));
const yuan = (cents: number) => (cents / 100).toFixed(2);

/** Compares what is on record of the run with the model: at the end, and as of a day. */
async function compare({ names, goods }: Model, { app }: Real, day: number): Promise<void> {
  const { rows } = await app.database.pool.query<{ name: string; amount: string; open: string; on_day: string; entries: number }>(
    `select d.number as name, p.amount::text, p.open_amount::text as open, count(e.id)::int as entries,
       (p.amount - coalesce(sum(case e.kind when 'REVERSAL' then -e.amount else e.amount end) filter (where e.occurred_on <= $2), 0))::text as on_day
     from payable p join delivery d on d.area_code = p.area_code and d.id = p.id
       left join payable_entry e on e.area_code = p.area_code and e.payable_id = p.id
     where d.number = any ($1) group by p.area_code, p.id, d.number order by d.number`,
    [names, dayOf(day)],
  );
  const expected = goods.flatMap((each, at) =>
    each.acceptedOn === null || each.amount === 0
      ? []
      : [
          {
            name: names[at],
            amount: yuan(each.amount),
            open: yuan(openOn(each, Infinity)),
            entries: each.entries.length,
            on_day: yuan(openOn(each, day)),
          },
        ],
  );
  expect(rows).toEqual(expected);
  for (const each of goods) for (let at = firstDay; at < firstDay + 2 * days; at += 1) expect(openOn(each, at)).toBeGreaterThanOrEqual(0);
}

let commands = 0;
let taken = 0;
const drawn = {
  delivery: fc.nat(deliveriesOfRun - 1),
  day: fc.integer({ min: firstDay, max: firstDay + days }),
  amount: fc.integer({ min: 1, max: quantity * price * 60 }),
  reference: fc.constantFrom('V-1', 'V-2', 'V-3'),
  quantity: fc.integer({ min: 1, max: quantity }),
};

/** Does one act, and expects it taken or refused as the model says. */
const act = (
  says: string,
  delivery: number,
  day: number,
  allowed: (goods: Goods) => boolean,
  send: (
    app: TestApp,
    name: string,
    idempotencyKey: string,
  ) => Promise<{ id: string | null; refused: boolean; as: { name: string; row: object } | null }>,
  apply: (goods: Goods) => void,
): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  run: async (model, real) => {
    commands += 1;
    const goods = model.goods[delivery]!;
    const expected = allowed(goods);
    const idempotencyKey = newKey();
    const { id, refused, as } = await send(real.app, model.names[delivery]!, idempotencyKey);
    expect({ says, taken: id !== null, refused }).toEqual({ says, taken: expected, refused: !expected });
    if (expected) {
      taken += 1;
      apply(goods);
      if (as) model.last = { ...as, idempotencyKey, id: id! };
    }
    await compare(model, real, day);
  },
  toString: () => says,
});

async function batch(app: TestApp, name: string, row: object, idempotencyKey: string) {
  const { results, errors } = await recordBatch(app, name, [row], { idempotencyKey });
  expect(errors).toEqual([]);
  return { id: results[0]!.object?.id ?? null, refused: results[0]!.userErrors.length > 0, as: { name, row } };
}

async function single(app: TestApp, name: string, input: object) {
  const { object, userErrors, errors } = await record(app, name, input);
  expect(errors).toEqual([]);
  return { id: object?.id ?? null, refused: userErrors.length > 0, as: null };
}

const accept = fc.tuple(drawn.delivery, drawn.day, fc.nat(quantity)).map(([at, day, good]) =>
  act(
    `accept ${good} of ${at} on ${day}`,
    at,
    day,
    ({ acceptedOn }) => acceptedOn === null,
    (app, name, key) =>
      batch(
        app,
        'acceptDeliveries',
        {
          ...named('hz-1', name),
          acceptedOn: dayOf(day),
          acceptedQuantity: good,
          rejectedQuantity: quantity - good,
          rejectionReason: good < quantity ? '破损' : null,
        },
        key,
      ),
    (goods) => Object.assign(goods, { acceptedOn: day, amount: good * price * 100, kept: good }),
  ),
);

const pay = fc.tuple(drawn.delivery, drawn.day, drawn.amount, drawn.reference).map(([at, day, amount, reference]) =>
  act(
    `pay ${amount} on ${at}, day ${day}, ${reference}`,
    at,
    day,
    (goods) =>
      goods.acceptedOn !== null &&
      goods.amount > 0 &&
      day >= goods.acceptedOn &&
      amount <= leastOpen(goods, day) &&
      !goods.entries.some((each) => each.kind === 'PAYMENT' && each.reference === reference),
    (app, name, key) => batch(app, 'recordPayments', { ...named('hz-1', name), amount: yuan(amount), paidOn: dayOf(day), reference }, key),
    (goods) => goods.entries.push({ kind: 'PAYMENT', amount, on: day, reference }),
  ),
);

const paymentOf = ({ entries }: Goods, reference: string) =>
  entries.find((each) => each.kind === 'PAYMENT' && each.reference === reference);
const reverse = fc.tuple(drawn.delivery, drawn.day, drawn.reference).map(([at, day, reference]) =>
  act(
    `reverse ${reference} of ${at} on ${day}`,
    at,
    day,
    (goods) => {
      const payment = paymentOf(goods, reference);
      return (
        payment !== undefined &&
        day >= payment.on &&
        !goods.entries.some((each) => each.kind === 'REVERSAL' && each.reference === reference)
      );
    },
    (app, name) =>
      single(app, 'reversePayment', { ...named('hz-1', name), paymentReference: reference, reversedOn: dayOf(day), reason: '误付' }),
    (goods) => goods.entries.push({ kind: 'REVERSAL', amount: paymentOf(goods, reference)!.amount, on: day, reference }),
  ),
);

const giveBack = fc.tuple(drawn.delivery, drawn.day, drawn.quantity).map(([at, day, back]) =>
  act(
    `return ${back} of ${at} on ${day}`,
    at,
    day,
    (goods) =>
      goods.acceptedOn !== null &&
      goods.amount > 0 &&
      day >= goods.acceptedOn &&
      back <= goods.kept &&
      back * price * 100 <= leastOpen(goods, day),
    (app, name) => single(app, 'returnGoods', { ...named('hz-1', name), quantity: back, returnedOn: dayOf(day), reason: '近效期' }),
    (goods) => {
      goods.kept -= back;
      goods.entries.push({ kind: 'RETURN', amount: back * price * 100, on: day, reference: null });
    },
  ),
);

const restart: fc.AsyncCommand<Model, Real> = {
  check: () => true,
  run: (_model, real) => real.restart(),
  toString: () => 'restart',
};
const replay: fc.AsyncCommand<Model, Real> = {
  check: ({ last }) => last !== null,
  run: async (model, real) => {
    const { name, row, idempotencyKey, id } = model.last!;
    const { results } = await recordBatch(real.app, name, [row], { idempotencyKey });
    expect(results[0]!.object?.id).toBe(id);
    await compare(model, real, firstDay + days);
  },
  toString: () => 'replay',
};

describe('any order of acceptances, payments, reversals and returns', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await institutions(app, { 'hz-1': '330100' });
    const deliveries = Array.from({ length: runs * deliveriesOfRun }, (_none, at) => ({ number: `G-${at}`, on: '2021-02-01', quantity }));
    await supplied(app, { institution: 'hz-1', unitPrice: String(price), deliveries });
  });
  afterAll(() => app.stop());

  it('[D9] leaves what an in-memory model holds, after every command and as of any day', { timeout: 1_800_000 }, async () => {
    let begunRuns = 0;
    const orders = fc.commands([accept, accept, pay, pay, pay, reverse, reverse, giveBack, fc.constant(replay), fc.constant(restart)], {
      maxCommands: 60,
      size: 'max',
    });
    // Half of the runs begin with goods that are accepted, where most may happen.
    const property = fc.asyncProperty(orders, fc.boolean(), async (given, begun) => {
      const names = Array.from({ length: deliveriesOfRun }, (_none, at) => `G-${begunRuns * deliveriesOfRun + at}`).toSorted();
      begunRuns += 1;
      const goods = names.map((): Goods => ({ acceptedOn: null, amount: 0, kept: 0, entries: [] }));
      if (begun) {
        const accepted = { acceptedOn: dayOf(firstDay), acceptedQuantity: quantity, rejectedQuantity: 0 };
        await recordedRows(
          app,
          'acceptDeliveries',
          names.map((name) => ({ ...named('hz-1', name), ...accepted })),
        );
        for (const each of goods) Object.assign(each, { acceptedOn: firstDay, amount: quantity * price * 100, kept: quantity });
      }
      const real = new RestartedApp(app);
      try {
        await fc.asyncModelRun(() => ({ model: { names, goods, last: null }, real }), given);
      } finally {
        await real.end();
      }
    });
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    const result = await fc.check(property, { numRuns: runs, seed, endOnFailure: true });
    const verifier = new Verifier(null);
    await streamJournal(app.database.pool, (link) => verifier.take(link));
    const { damages, records } = verifier.end();
    process.stdout.write(
      `D9: seed ${seed}, ${result.numRuns} runs, ${commands} commands, ${taken} taken, ${records} records of the journal, ${damages} damaged\n`,
    );
    if (result.failed && result.counterexample !== null)
      throw new Error(fc.defaultReportMessage(result) ?? 'failed', { cause: result.errorInstance });
    expect(damages).toBe(0);
    expect(result.numRuns).toBe(runs);
    const client = await app.database.served.pool.connect();
    try {
      for (const role of ['accord_expert', 'accord_institution', 'accord_agency', 'accord_auditor']) {
        for (const statement of ['update payable_entry set amount = 1', 'delete from payable_entry', 'delete from payable']) {
          await client.query(`begin; set local role ${role}`);
          await expect(client.query(statement), `${role}: ${statement}`).rejects.toMatchObject({ code: '42501' });
          await client.query('rollback');
        }
      }
    } finally {
      client.release();
    }
  });
});
