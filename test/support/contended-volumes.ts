import { expect } from 'vitest';
import { expectTrueSums } from './agreed-volume-sums.ts';
import { testApp, type TestApp } from './app.ts';
import { record, recorded, type Recorded } from './build-recorder.ts';
import { evaluated, final, holders, round7 } from './build-round.ts';

const sessions = 16;
const areas = ['330100', '330200', '320100', '320200'];
const large = ['ent-b', 'ent-c', 'ent-d', 'ent-e'];
export const hospitals = Array.from({ length: 400 }, (_none, index) => `h-${String(index).padStart(3, '0')}`);

/** The same order of the same list for the same number. */
function shuffled<T>(given: readonly T[], seed: number): T[] {
  const keyed = given.map((each, index) => [Math.imul(seed * 7919 + index + 1, 0x9e3779b1) >>> 0, each] as const);
  return keyed.toSorted(([a], [b]) => a - b).map(([, each]) => each);
}

export const codesOf = (answers: readonly Recorded[]) => answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
export const done = (answers: readonly Recorded[]) => answers.filter(({ object }) => object !== null).length;

/** A final round of which `ent-a` declared 1,000 a year, and `ent-b` to `ent-e` far more than anybody asks of them; and 400 hospitals. */
export async function contendedVolumes(): Promise<TestApp> {
  const app = await testApp({ connections: sessions });
  await holders(app, 'DRUG', ['ent-a', ...large]);
  await app.database.pool.query(
    `insert into institution (id, code, area_code, level, name, provenance, confidence)
     select gen_random_uuid(), code, area_code, 'TERTIARY', code, 'test', 'HIGH' from unnest($1::text[], $2::text[]) given (code, area_code)`,
    [hospitals, hospitals.map((_code, index) => areas[index % areas.length])],
  );
  const lots = ['ent-a', ...large].map((product) => ({ product, lot: `lot-${product}` }));
  await evaluated(app, {
    code: 'N',
    scheme: 'national-drug',
    days: round7,
    lots: lots.map(({ lot }) => ({ code: lot, ceilingPrice: '10', priceBefore: '10' })),
    demand: lots.map(({ lot }) => ({ institution: hospitals[0]!, quantity: 20, lot })),
    bids: lots.map(({ product, lot }) => ({ product, price: '1', capacity: product === 'ent-a' ? 1000 : 1_000_000, lot })),
  });
  await recorded(app, 'proposeSelection', { roundCode: 'N', agreementYear: 2022 });
  await final(app, 'N');
  return app;
}

const place = (productCode: string, agreementYear: number) => ({ roundCode: 'N', productCode, agreementYear });

/** Records the same volume of each. */
export function list(app: TestApp, product: string, year: number, codes: readonly string[], quantity: number): Promise<Recorded> {
  const volumes = codes.map((institutionCode) => ({ institutionCode, quantity }));
  return record(app, 'recordAgreedVolumes', { ...place(product, year), volumes });
}

export function amend(app: TestApp, year: number, institutionCode: string, quantity: number): Promise<Recorded> {
  return record(app, 'amendAgreedVolume', { ...place('ent-a', year), institutionCode, quantity, reason: '调整' });
}

/** What is agreed with `ent-a` in a year: as its sum is kept, and as the volumes say. */
export async function committed(app: TestApp, year: number): Promise<{ kept: number; true: number }> {
  const { rows } = await app.database.pool.query<{ kept: number; true: number }>(
    `select (select quantity::int from agreed_volume_rollup_by_product r where r.selected_product_id = s.id and r.agreement_year = $1) as kept,
       (select sum(quantity)::int from agreed_volume v where v.selected_product_id = s.id and v.agreement_year = $1) as "true"
     from selected_product s join product p on p.id = s.product_id where p.code = 'ent-a'`,
    [year],
  );
  return rows[0]!;
}

/** 400 at once take ten of what is left of the 1,000 in a year; as many succeed as there is room for. @returns a refusal */
async function expectNoOverspend(app: TestApp, year: number, attempts: readonly (() => Promise<Recorded>)[], room: number) {
  expect(attempts).toHaveLength(400);
  const answers = await Promise.all(attempts.map((attempt) => attempt()));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect([done(answers), codesOf(answers)]).toEqual([room, Array.from({ length: 400 - room }, () => 'CAPACITY_EXCEEDED')]);
  expect(await committed(app, year)).toEqual({ kept: 1000, true: 1000 });
  return answers.flatMap(({ userErrors }) => userErrors)[0]!;
}

/** By recordings alone: a hundred have room. */
export function expectOnlyAHundred(app: TestApp, year: number) {
  return expectNoOverspend(
    app,
    year,
    hospitals.map((code) => () => list(app, 'ent-a', year, [code], 10)),
    100,
  );
}

/** By amendments of what fifty have, and by recordings of the others, drawn among each other: fifty have room. */
export async function expectOnlyFiftyMore(app: TestApp, year: number) {
  const first = hospitals.slice(0, 50);
  expect(done([await list(app, 'ent-a', year, first, 10)])).toBe(1);
  const attempts = [
    ...first.map((code) => () => amend(app, year, code, 20)),
    ...hospitals.slice(50).map((code) => () => list(app, 'ent-a', year, [code], 10)),
  ];
  return expectNoOverspend(app, year, shuffled(attempts, year), 50);
}

/** How often each of the recordings since the last `forget` was begun: a deadlock begins one of them again. */
export const begun = (app: TestApp) =>
  app.database.statements.filter((statement) => statement.startsWith('insert into idempotency_record')).length;

/**
 * Sixteen sessions record lists of the same fifty institutions, each in an order of its own, until there are `lists`. Four of them
 * meet in each product and year, and one of the four is the first.
 * @param longest milliseconds that 99 of a hundred take at most
 * @returns what was measured, in words
 */
export async function expectNoDeadlock(app: TestApp, lists: number, longest: number): Promise<string> {
  const codes = hospitals.slice(0, 50);
  const wanted = Array.from({ length: lists }, (_none, index) => {
    const meeting = Math.floor(index / 4);
    return { product: large[meeting % large.length]!, year: 2024 + Math.floor(meeting / large.length), seed: index };
  });
  const rest = wanted.values();
  const waits: number[] = [];
  const answers: Recorded[] = [];
  app.database.forget();
  const session = async () => {
    for (const { product, year, seed } of rest) {
      const began = performance.now();
      answers.push(await list(app, product, year, shuffled(codes, seed), 1));
      waits.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: sessions }, session));
  const seconds = (performance.now() - began) / 1000;
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect([answers.length, done(answers)]).toEqual([lists, lists / 4]);
  const again = begun(app) - lists;
  expect(again).toBeLessThanOrEqual(lists / 100);
  const slow = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)]!;
  expect(slow).toBeLessThan(longest);
  await expectTrueSums(app.database);
  return `${lists} lists in ${seconds.toFixed(1)} s, ${again} begun again, p99 ${slow.toFixed(0)} ms`;
}
