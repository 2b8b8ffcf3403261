import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamJournal } from '../../src/platform/journal/journal-stream.ts';
import { Verifier } from '../../src/platform/journal/verify-journal.ts';
import { expectTrueSums } from '../support/agreed-volume-sums.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { approved, record, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, holders, institutions, round7, theLot } from '../support/build-round.ts';
import { RestartedApp } from '../support/restarted-app.ts';

/** Fewer while a failure is looked for. */
const runs = Number(process.env['CHAOS_MODEL_RUNS'] ?? 300);
const capacity = 20_000;
const products = ['model-a', 'model-b'];
const areaOf = { 'model-1': '330100', 'model-2': '330100', 'model-3': '330200', 'model-4': '320100' };
const places = Object.keys(areaOf);

/** What must be on record of one round. */
interface Model {
  readonly round: string;
  steps: number;
  volumes: Record<string, number>;
  amendments: number;
  last: { name: string; input: object; id: string } | null;
}
type Real = RestartedApp;

const step =
  (name: string, more: object = {}) =>
  (app: TestApp, roundCode: string) =>
    recorded(app, name, { roundCode, ...more });
const steps: readonly ((app: TestApp, round: string) => Promise<unknown>)[] = [
  (app, code) => draft(app, { code, scheme: 'national-drug', days: round7 }),
  step('addLot', { code: theLot, name: '单元', countingUnit: '片', ceilingPrice: '10', priceBefore: '10' }),
  step('openDemandReporting', { on: round7.demand }),
  ...places.map((institutionCode) => step('reportDemand', { lotCode: theLot, institutionCode, quantity: 1000 })),
  step('openBidding', { on: round7.bidding }),
  (app, round) => recorded(app, 'submitBid', bidInput(round, { product: products[0]!, price: '0.9375', capacity })),
  (app, round) => recorded(app, 'submitBid', bidInput(round, { product: products[1]!, price: '10', units: 7, capacity })),
  step('openBids', { on: round7.opening }),
  step('evaluateBids'),
  step('proposeSelection', {
    agreementYear: 2022,
    lots: [{ lotCode: theLot, choices: products.map((productCode) => ({ productCode, wishes: ['330000', '320000'], backupWishes: [] })) }],
  }),
  step('publiciseSelection'),
  (app, roundCode) => approved(app, 'finaliseSelection', { roundCode }),
];

/** What a proposal agrees on: 60 percent of each demand, by the regions that the two winners chose. */
const proposedVolumes = { 'model-a model-1': 600, 'model-a model-2': 600, 'model-a model-3': 600, 'model-b model-4': 600 };
const proposal = steps.length - 3;

async function takeStep(model: Model, app: TestApp): Promise<void> {
  await steps[model.steps]!(app, model.round);
  if (model.steps === proposal) model.volumes = { ...proposedVolumes };
  model.steps += 1;
}

/** Compares what is on record with the model. */
async function compare({ round, volumes, amendments }: Model, { app }: Real): Promise<void> {
  const { rows } = await app.database.pool.query<{ key: string; quantity: number }>(
    `select p.code || ' ' || i.code as key, v.quantity::int from agreed_volume v join institution i on i.id = v.institution_id
       join selected_product s on s.id = v.selected_product_id join product p on p.id = s.product_id join round r on r.id = s.round_id
      where r.code = $1`,
    [round],
  );
  expect(Object.fromEntries(rows.map(({ key, quantity }) => [key, quantity]))).toEqual(volumes);
  const { rows: counted } = await app.database.pool.query(
    `select count(*)::int as amendments from agreed_volume_amendment a join agreed_volume v on v.id = a.agreed_volume_id
       join selected_product s on s.id = v.selected_product_id join round r on r.id = s.round_id where r.code = $1`,
    [round],
  );
  expect(counted).toEqual([{ amendments }]);
  for (const product of products) expect(committed(volumes, product)).toBeLessThanOrEqual(capacity);
  await expectTrueSums(app.database);
}

const committed = (volumes: Model['volumes'], product: string) =>
  Object.entries(volumes).reduce((sum, [key, quantity]) => sum + (key.startsWith(`${product} `) ? quantity : 0), 0);

let commands = 0;
let keys = 0;
const command = (says: string, run: (model: Model, real: Real) => Promise<void>): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  run: async (model, real) => {
    commands += 1;
    await run(model, real);
    await compare(model, real);
  },
  toString: () => says,
});

const advance = command('advance', async (model, { app }) => {
  if (model.steps < steps.length) await takeStep(model, app);
});
const restart = command('restart', (_model, real) => real.restart());
const replay = command('replay', async ({ last }, { app }) => {
  if (!last) return;
  expect((await record(app, last.name, last.input)).object?.id).toBe(last.id);
});

/** Records or amends a volume at any time, and expects what the model says of it. */
const change = (amends: boolean, product: string, place: string, quantity: number) =>
  command(`${amends ? 'amend' : 'agree'} ${product} ${place} ${quantity}`, async (model, { app }) => {
    const key = `${product} ${place}`;
    const before = model.volumes[key];
    if (amends && before === quantity) return;
    const name = amends ? 'amendAgreedVolume' : 'recordAgreedVolumes';
    const what = { idempotencyKey: `model-${(keys += 1)}`, roundCode: model.round, productCode: product, agreementYear: 2022 };
    const input = amends
      ? { ...what, institutionCode: place, quantity, reason: 'model' }
      : { ...what, volumes: [{ institutionCode: place, quantity }] };
    const sum = committed(model.volumes, product) - (before ?? 0) + quantity;
    const fits = sum <= capacity || quantity < (before ?? 0);
    const allowed = model.steps === steps.length && (before !== undefined) === amends && fits;
    const { object, userErrors, errors } = await record(app, name, input);
    expect({ allowed: object !== null, refused: userErrors.length > 0, errors }).toEqual({ allowed, refused: !allowed, errors: [] });
    if (!allowed) return;
    model.volumes[key] = quantity;
    if (amends) model.amendments += 1;
    model.last = { name, input, id: object!.id };
  });

const changes = fc
  .tuple(fc.boolean(), fc.constantFrom(...products), fc.constantFrom(...places), fc.integer({ min: 1, max: 9000 }))
  .map((given) => change(...given));

describe('any order of commands', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', products);
    await institutions(app, areaOf);
  });
  afterAll(() => app.stop());

  it('[D9] leaves what an in-memory model holds, after every command', { timeout: 1_800_000 }, async () => {
    let begunRuns = 0;
    let final = 0;
    const lot = fc.commands([fc.constant(advance), fc.constant(advance), changes, changes, fc.constant(replay), fc.constant(restart)], {
      maxCommands: 60,
      size: 'max',
    });
    // Half of the runs begin with a round that is final, where most may happen.
    const property = fc.asyncProperty(lot, fc.boolean(), async (given, begun) => {
      const model: Model = { round: `model-${(begunRuns += 1)}`, steps: 0, volumes: {}, amendments: 0, last: null };
      while (begun && model.steps < steps.length) await takeStep(model, app);
      const real = new RestartedApp(app);
      try {
        await fc.asyncModelRun(() => ({ model, real }), given);
      } finally {
        await real.end();
      }
      final += Number(model.steps === steps.length);
    });
    const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
    const result = await fc.check(property, { numRuns: runs, seed, endOnFailure: true });
    const verifier = new Verifier(null);
    await streamJournal(app.database.pool, (link) => verifier.take(link));
    const { damages, records } = verifier.end();
    process.stdout.write(
      `D9: seed ${seed}, ${result.numRuns} runs, ${final} to a final round, ${commands} commands, ${records} records of the journal, ${damages} damaged\n`,
    );
    if (result.failed && result.counterexample !== null)
      throw new Error(fc.defaultReportMessage(result) ?? 'failed', { cause: result.errorInstance });
    expect(damages).toBe(0);
    expect(result.numRuns).toBe(runs);
    const rewriting = ['update agreed_volume_amendment set reason = $1', 'delete from journal_record where content = $1'];
    const client = await app.database.served.pool.connect();
    try {
      for (const role of ['accord_anonymous', 'accord_expert', 'accord_approver', 'accord_auditor']) {
        for (const statement of rewriting) {
          await client.query(`begin; set local role ${role}`);
          await expect(client.query(statement, ['other']), `${role}: ${statement}`).rejects.toMatchObject({ code: '42501' });
          await client.query('rollback');
        }
      }
    } finally {
      client.release();
    }
  });
});
