import * as fc from 'fast-check';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PaymentStandardsDocument } from '../../schema/client/graphql.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { keptStandards } from '../../src/standard/kept-standards.ts';
import { standardsChannel, standardsLock } from '../../src/standard/next-moment.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { inEffect } from '../support/build-standards.ts';

const firstDay = localDate('2030-01-01');
const days = Array.from({ length: 1096 }, (_, at) => addDays(firstDay, at));
const products = ['FIREBIRD2', 'GUREATER', 'TIVOLI', 'EXCROSSAL', 'PROMUS-798', 'PROMUS-776'];
/** A province, two areas below it, and one that says nothing of its own. */
const areas = ['330000', '330100', '330200', '330300'];
const above = (area: string) => (area === '330000' ? null : '330000');
const bases = ['WINNING_PRICE', 'NEGOTIATED_PRICE', 'LOCAL_CAP', 'NON_SELECTED_DRUG'] as const;

interface Period {
  readonly from: number;
  /** Null where it is open. */
  readonly to: number | null;
  readonly basis: (typeof bases)[number];
  readonly amount: string | null;
}
/** What is written at one moment: all that the record says of a place from then on. */
interface Step {
  readonly product: string;
  readonly area: string;
  readonly periods: readonly Period[];
}

/** Periods of three years, some meeting, some with days between them. */
const periods: fc.Arbitrary<Period[]> = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.constant(0), fc.nat(200)),
      length: fc.integer({ min: 1, max: 400 }),
      basis: fc.constantFrom(...bases),
      amount: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 99_999_999 }), weight: 5 }, { arbitrary: fc.constant(null), weight: 1 }),
    }),
    { maxLength: 5 },
  )
  .chain((parts) => fc.boolean().map((isOpen) => laidOut(parts, isOpen)));

function laidOut(
  parts: readonly { gap: number; length: number; basis: Period['basis']; amount: number | null }[],
  isOpen: boolean,
): Period[] {
  let at = 0;
  return parts.map(({ gap, length, basis, amount }, index) => {
    const from = at + gap;
    at = from + length;
    return {
      from,
      to: isOpen && index === parts.length - 1 ? null : at,
      basis,
      amount: amount === null ? null : (amount / 10_000).toFixed(4),
    };
  });
}

const steps = fc.array(fc.record({ product: fc.constantFrom(...products), area: fc.constantFrom(...areas.slice(0, 3)), periods }), {
  minLength: 30,
  maxLength: 40,
});

type Answer = readonly [amount: string | null, basis: string | null, reason: string | null];

/** What the record says of each place, as a list of periods; days are asked of it one by one. */
class PlainDays {
  readonly #places = new Map<string, readonly Period[]>();

  constructor(history: readonly Step[] = []) {
    for (const { product, area, periods: said } of history) this.#places.set(`${product} ${area}`, said);
  }

  on(product: string, area: string, day: number): Answer {
    const own = this.#places.get(`${product} ${area}`) ?? [];
    const said = own.length > 0 || above(area) === null ? own : (this.#places.get(`${product} ${above(area)}`) ?? []);
    let before: Period | null = null;
    for (const each of said) {
      if (each.from > day) continue;
      if (each.to === null || day < each.to) return [each.amount, each.basis, each.amount === null ? 'NOT_ON_RECORD' : null];
      before = each;
    }
    return [null, null, before && ['WINNING_PRICE', 'NEGOTIATED_PRICE'].includes(before.basis) ? 'NOT_ON_RECORD' : 'NO_STANDARD'];
  }
}

describe.each(inject('servers'))('[D11] plain days on $name', ({ url }) => {
  let first: TestApp;
  let second: TestApp;
  beforeAll(async () => {
    first = await testApp({ server: url, prepare: ({ pool }) => pool.query('delete from payment_standard') });
    second = await testApp({ beside: first });
  });
  afterAll(async () => {
    await second.stop();
    await first.stop();
  });

  /** Writes a step as a writer does: after the others, at a moment of its own, telling the servers. */
  async function write(client: PoolClient, { product, area, periods: said }: Step): Promise<string> {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [standardsLock]);
    const { rows } = await client.query<{ moment: string }>(
      `select (extract(epoch from greatest(date_trunc('milliseconds', clock_timestamp()), max(recorded_at), max(superseded_at)) + interval '1 millisecond') * 1000)::bigint as moment from payment_standard`,
    );
    const moment = new Date(Number(rows[0]!.moment)).toISOString();
    await client.query(
      `update payment_standard s set superseded_at = $1 from product p where p.id = s.product_id and p.code = $2 and s.area_code = $3 and s.superseded_at is null`,
      [moment, product, area],
    );
    for (const { from, to, basis, amount } of said) {
      await client.query(
        `insert into payment_standard (area_code, id, product_id, basis, amount, price_unit, in_scope, valid_from, valid_to, claim_id, explanation, recorded_at, provenance, confidence)
         select $3, gen_random_uuid(), p.id, $4, $5, '个', true, $6, $7, gen_random_uuid(), '{}', $1, 'test', 'HIGH' from product p where p.code = $2`,
        [moment, product, area, basis, amount, addDays(firstDay, from), to === null ? null : addDays(firstDay, to)],
      );
    }
    await client.query(`select pg_notify('${standardsChannel}', '')`);
    await client.query('commit');
    return moment;
  }

  const places = products.flatMap((product) => areas.map((area) => ({ product, area })));
  async function answered(
    app: TestApp,
    asked: readonly { product: string; area: string; day: number }[],
    knownAt: string | null,
  ): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let at = 0; at < asked.length; at += 10_000) {
      const lookups = asked
        .slice(at, at + 10_000)
        .map(({ product, area, day }) => ({ productCode: product, areaCode: area, asOf: days[day]! }));
      const { data, errors } = await app.ask(PaymentStandardsDocument, { lookups, knownAt });
      expect(errors).toBeUndefined();
      answers.push(...data!.paymentStandards.map(({ amount, basis, reason }): Answer => [amount ?? null, basis ?? null, reason ?? null]));
    }
    return answers;
  }
  const differing = (asked: readonly { product: string; area: string; day: number }[], answers: readonly Answer[], model: PlainDays) =>
    asked.flatMap(({ product, area, day }, at) => {
      const expected = model.on(product, area, day);
      return String(expected) === String(answers[at]) ? [] : [{ product, area, day: days[day], expected, answered: answers[at] }];
    });
  const everyDay = places.flatMap((place) => days.map((_, day) => ({ ...place, day })));
  const untilHeard = async (app: TestApp, moment: string) => {
    const { rows } = await first.database.pool.query<{ standing: number }>(
      'select count(*)::int as standing from payment_standard where superseded_at is null',
    );
    await expect
      .poll(() => app.kept.of(keptStandards).size.standards, { timeout: 3000, interval: 5, message: moment })
      .toBe(rows[0]!.standing);
  };

  it('memory, the record and a model say the same of every product, area and day of three years, now and as known before', async () => {
    const [history] = fc.sample(steps, { numRuns: 1, seed: 20_210_131 });
    const client = await first.database.pool.connect();
    const moments: string[] = [];
    try {
      for (const step of history!) moments.push(await write(client, step));
    } finally {
      client.release();
    }
    const model = new PlainDays(history);
    await untilHeard(first, 'first');
    await untilHeard(second, 'second');
    expect(everyDay).toHaveLength(6 * 4 * 1096);
    expect(differing(everyDay, await answered(first, everyDay, null), model)).toEqual([]);
    expect(differing(everyDay, await answered(second, everyDay, null), model)).toEqual([]);
    expect(differing(everyDay, await answered(first, everyDay, moments.at(-1)!), model)).toEqual([]);
    // As known after each step: every boundary of what was said by then, the day before it and the day after.
    for (const [at, moment] of moments.entries()) {
      const until = history!.slice(0, at + 1);
      const boundaries = until.flatMap(({ product, periods: said }) =>
        said.flatMap(({ from, to }) =>
          [from - 1, from, from + 1, ...(to === null ? [] : [to - 1, to, to + 1])].flatMap((day) =>
            areas.map((area) => ({ product, area, day })),
          ),
        ),
      );
      const asked = boundaries.filter(({ day }) => day >= 0 && day < days.length);
      expect(differing(asked, await answered(at % 2 === 0 ? first : second, asked, moment), new PlainDays(until))).toEqual([]);
    }
    const { rows } = await first.database.pool.query(
      `select from payment_standard a join payment_standard b on a.product_id = b.product_id and a.area_code = b.area_code and a.id < b.id
         and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to) and tstzrange(a.recorded_at, a.superseded_at) && tstzrange(b.recorded_at, b.superseded_at)`,
    );
    expect(rows).toEqual([]);
  }, 120_000);

  it('acts of agencies in a random order come to the days that were said last', async () => {
    const acts = fc.array(
      fc.record({
        area: fc.constantFrom('340100', '340200', '340300'),
        from: fc.nat(800),
        length: fc.option(fc.integer({ min: 1, max: 400 })),
      }),
      { minLength: 14, maxLength: 14 },
    );
    const said = new Map<string, { from: number; to: number | null }>();
    for (const { area, from, length } of fc.sample(acts, { numRuns: 1, seed: 7 })[0]!) {
      const to = length === null ? null : from + length;
      await inEffect(first, area, { effectiveFrom: days[from], ...(to !== null && { effectiveTo: addDays(firstDay, to) }) });
      said.set(area, { from, to });
    }
    await untilHeard(second, 'second');
    const asked = [...said.keys()].flatMap((area) => days.map((_, day) => ({ product: 'FIREBIRD2', area, day })));
    const wrong = (answers: readonly Answer[]) =>
      asked.filter(({ area, day }, at) => {
        const { from, to } = said.get(area)!;
        const expected = day < from ? 'NO_STANDARD' : to !== null && day >= to ? 'NOT_ON_RECORD' : '590.0000';
        return expected !== (answers[at]![0] ?? answers[at]![2]);
      });
    const now = new Date().toISOString();
    expect(wrong(await answered(first, asked, null))).toEqual([]);
    expect(wrong(await answered(second, asked, null))).toEqual([]);
    expect(wrong(await answered(first, asked, now))).toEqual([]);
  });
});
