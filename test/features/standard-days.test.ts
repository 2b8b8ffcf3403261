import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seededRandom } from '../../src/procurement/index.ts';
import { standard } from '../../src/standard/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { standardOn } from '../support/build-standard.ts';
import { expectOneWinner, insertion, overlapping, racingSessions } from '../support/racing-standards.ts';

/** SYNTHETIC throughout: products, rounds, prices and days are made for the test. */
const made = `'SYNTHETIC: made for a test', 'SYNTHETIC'`;
const products = 100;
const days = 3 * 365;
const areas = ['310000', '330000', '330100', '330200'] as const;
const parentOf: Readonly<Record<string, string | undefined>> = { '330100': '330000', '330200': '330000' };

const random = seededRandom(20_210_131);
const upTo = (most: number) => Math.floor(random() * most);
const dayOf = (at: number) => new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10);
const maybe = <T>(share: number, make: () => T): T | null => (random() < share ? make() : null);

interface Span {
  readonly from: number;
  readonly to: number | null;
}
interface Said extends Span {
  readonly amount: string;
}
/** A source of the record: of which area (null: of every one), which kind, and in which order it was recorded. */
interface Source {
  readonly area: string | null;
  readonly product: number;
  readonly round: number | null;
  readonly level: 0 | 1 | 2;
  readonly recorded: number;
  readonly stretches: readonly Said[];
}

/** What holds on a day, by plain counting: of each kind the source that began last, and of the kinds the first that says something. */
function holdsOn(sources: readonly Source[], on: number): string | null {
  for (const level of [0, 1, 2]) {
    const begun = sources
      .filter((each) => each.level === level && each.stretches[0]!.from <= on)
      .toSorted((a, b) => a.stretches[0]!.from - b.stretches[0]!.from || a.recorded - b.recorded);
    const says = begun.at(-1)?.stretches.find(({ from, to }) => from <= on && (to === null || on < to));
    if (says) return says.amount;
  }
  return null;
}

/** Of what an area and its province say of one round, the area's own counts, and of that what was recorded last. */
function countingIn<T extends { readonly area: string | null; readonly recorded: number }>(area: string, all: readonly T[]): T | null {
  const own = all.filter((each) => each.area === area);
  const among = own.length > 0 ? own : all.filter((each) => each.area === parentOf[area]);
  return among.toSorted((a, b) => b.recorded - a.recorded)[0] ?? null;
}

const span = (): Span => {
  const from = upTo(days);
  return { from, to: maybe(0.7, () => from + 1 + upTo(400)) };
};
const amount = () => `${1 + upTo(5000)}.${String(upTo(10_000)).padStart(4, '0')}`;
let order = 0;
const recordedNext = () => (order += 1);

describe.each(inject('servers'))('[D11] payment standards by plain days on $name', ({ url }) => {
  let app: TestApp;
  const rounds = 6;
  const implementations: { readonly area: string; readonly round: number; readonly recorded: number; readonly span: Span }[] = [];
  const selected: { readonly product: number; readonly round: number; readonly amount: string; readonly withdrawnOn: number | null }[] = [];
  const negotiated: { readonly product: number; readonly recorded: number; readonly said: Said }[] = [];
  const schedules: (Source & { readonly round: number })[] = [];

  beforeAll(async () => {
    app = await testApp({ server: url });
    for (let round = 0; round < rounds; round += 1) {
      for (const area of areas) {
        for (let times = upTo(3); times > 0; times -= 1) implementations.push({ area, round, recorded: recordedNext(), span: span() });
      }
    }
    for (let product = 0; product < products; product += 1) {
      for (let round = 0; round < rounds; round += 1) {
        if (random() < 0.3) selected.push({ product, round, amount: amount(), withdrawnOn: maybe(0.2, () => upTo(days)) });
      }
      for (let times = upTo(3); times > 0; times -= 1) {
        const { from } = span();
        negotiated.push({ product, recorded: recordedNext(), said: { from, to: from + 1 + upTo(500), amount: amount() } });
      }
      for (let times = upTo(4); times > 0; times -= 1) {
        const starts = [...new Set(Array.from({ length: 1 + upTo(5) }, () => upTo(days)))].toSorted((a, b) => a - b);
        const stretches = starts.map((from, at) => ({ from, to: starts[at + 1] ?? null, amount: amount() }));
        schedules.push({ area: areas[upTo(areas.length)]!, product, round: upTo(rounds), level: 2, recorded: recordedNext(), stretches });
      }
    }
    await onRecord();
    await standard.settle!(app.database);
  }, 120_000);
  afterAll(() => app.stop());

  async function onRecord(): Promise<void> {
    const say = (text: string, ...values: unknown[]) => app.database.pool.query(text, values);
    const at = (recorded: number) => new Date(Date.UTC(2024, 0, 1, 0, 0, recorded)).toISOString();
    const put = (statement: string, rows: readonly object[]) => say(statement, JSON.stringify(rows));
    await say(
      `insert into enterprise (id, code, kind, name, provenance, confidence) values (gen_random_uuid(), 'days', 'HOLDER', '企业', ${made})`,
    );
    await say(`insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
      select gen_random_uuid(), 'day-' || n, 'DRUG', '通用名', '产品', '片', (select id from enterprise where code = 'days'), ${made} from generate_series(0, ${products - 1}) n`);
    await say(`insert into round (id, code, name, category, organiser, scheme, status, origin, provenance, confidence)
      select gen_random_uuid(), 'days-' || n, '批次', 'DRUG', 'NATIONAL', 'national-drug', 'FINAL', 'PUBLIC_SOURCE', ${made} from generate_series(0, ${rounds - 1}) n`);
    await say(`insert into lot (id, round_id, code, name, counting_unit, provenance, confidence)
      select gen_random_uuid(), id, 'lot', '单元', '片', ${made} from round where code like 'days-%'`);
    await put(
      `insert into round_implementation (area_code, id, round_id, effective_from, effective_to, source, provenance, confidence, recorded_at)
        select j.area, j.id, r.id, j.from, j.to, '通知', ${made}, j.at
        from json_to_recordset($1::json) as j(area text, id uuid, round text, "from" date, "to" date, at timestamptz) join round r on r.code = j.round`,
      implementations.map((each) => ({
        area: each.area,
        id: uuidv7(),
        round: `days-${each.round}`,
        ...datesOf(each.span),
        at: at(each.recorded),
      })),
    );
    await put(
      `insert into selected_product (id, round_id, lot_id, product_id, basis, experts, winning_price, price_unit, withdrawn_on, origin, provenance, confidence)
        select gen_random_uuid(), r.id, l.id, p.id, 'BIDDING', '{}', j.amount, '片', j.withdrawn, 'PUBLIC_SOURCE', ${made}
        from json_to_recordset($1::json) as j(product text, round text, amount numeric, withdrawn date)
          join round r on r.code = j.round join lot l on l.round_id = r.id join product p on p.code = j.product`,
      selected.map((each) => ({
        product: `day-${each.product}`,
        round: `days-${each.round}`,
        amount: each.amount,
        withdrawn: each.withdrawnOn === null ? null : dayOf(each.withdrawnOn),
      })),
    );
    await put(
      `insert into negotiated_standard (id, product_id, amount, price_unit, valid_from, valid_to, document, provenance, confidence, recorded_at)
        select j.id, p.id, j.amount, '片', j.from, j.to, '文件', ${made}, j.at
        from json_to_recordset($1::json) as j(id uuid, product text, amount numeric, "from" date, "to" date, at timestamptz) join product p on p.code = j.product`,
      negotiated.map((each) => ({
        id: uuidv7(),
        product: `day-${each.product}`,
        amount: each.said.amount,
        ...datesOf(each.said),
        at: at(each.recorded),
      })),
    );
    const approved = schedules.map((each) => ({ ...each, id: uuidv7(), approval: uuidv7() }));
    const rows = approved.map((each) => ({
      id: each.id,
      approval: each.approval,
      area: each.area,
      product: `day-${each.product}`,
      round: `days-${each.round}`,
      from: dayOf(each.stretches[0]!.from),
      amount: each.stretches[0]!.amount,
      at: at(each.recorded),
      explanation: explanationOf(each),
    }));
    const read = `json_to_recordset($1::json) as j(id uuid, approval uuid, area text, product text, round text, "from" date, amount numeric, at timestamptz, explanation jsonb) join product p on p.code = j.product`;
    await put(
      `insert into proposal (id, operation, input, object_id, changes, facts, digest, proposed_by, proposed_by_person)
        select j.approval, 'proposeConvergence', '{}', p.id, '[]', '[]', repeat('0', 64), 'a', 'a' from ${read}`,
      rows,
    );
    await put(
      `insert into decision (proposal_id, proposed_by_person, outcome, approves, decided_by, decided_by_person) select j.approval, 'a', 'APPROVED', p.id, 'b', 'b' from ${read}`,
      rows,
    );
    await put(
      `insert into convergence_schedule (area_code, id, basis, product_id, round_id, starts_on, deadline, start_amount, target_amount, price_unit, mode, source,
          explanation, approval_id, provenance, confidence, recorded_at)
        select j.area, j.id, 'LOCAL_CAP', p.id, r.id, j.from, j.from + 730, j.amount, 1, '片', 'OWN_STEPS', '通知', j.explanation, j.approval, ${made}, j.at
        from ${read} join round r on r.code = j.round`,
      rows,
    );
    await put(
      `insert into convergence_step (area_code, id, schedule_id, effective_from, amount)
        select j.area, j.id, j.schedule, j.from, j.amount from json_to_recordset($1::json) as j(area text, id uuid, schedule uuid, "from" date, amount numeric)`,
      approved.flatMap((each) =>
        each.stretches
          .slice(1)
          .map((step) => ({ area: each.area, id: uuidv7(), schedule: each.id, from: dayOf(step.from), amount: step.amount })),
      ),
    );
  }

  const datesOf = ({ from, to }: Span) => ({ from: dayOf(from), to: to === null ? null : dayOf(to) });
  const explanationOf = ({ stretches }: Source) => ({
    rule: 'standard.convergence',
    sentence: 's',
    sentenceZh: 's',
    source: [],
    inputs: [],
    steps: stretches.map((each) => ({ text: 't', textZh: 't', value: each.amount, unit: 'yuan/片' })),
  });

  /** Everything that counts for a product in an area. */
  function sourcesIn(area: string, product: number): Source[] {
    const winning = selected
      .filter((each) => each.product === product)
      .flatMap((each): Source[] => {
        const used = countingIn(
          area,
          implementations.filter(({ round }) => round === each.round),
        );
        if (!used || (each.withdrawnOn !== null && each.withdrawnOn <= used.span.from)) return [];
        const ends = [used.span.to, each.withdrawnOn].filter((day) => day !== null);
        const to = ends.length === 0 ? null : Math.min(...ends);
        return [
          {
            area,
            product,
            round: each.round,
            level: 0,
            recorded: used.recorded,
            stretches: [{ from: used.span.from, to, amount: each.amount }],
          },
        ];
      });
    const published = Map.groupBy(
      negotiated.filter((each) => each.product === product),
      ({ said }) => said.from,
    );
    const national = [...published.values()].map((same): Source => {
      const last = same.toSorted((a, b) => b.recorded - a.recorded)[0]!;
      return { area: null, product, round: null, level: 1, recorded: last.recorded, stretches: [last.said] };
    });
    const byRound = Map.groupBy(
      schedules.filter((each) => each.product === product),
      ({ round }) => round,
    );
    const local = [...byRound.values()].flatMap((same) => countingIn(area, same) ?? []);
    return [...winning, ...national, ...local];
  }

  interface StandingRow {
    readonly area: string;
    readonly product: string;
    readonly from: string;
    readonly to: string | null;
    readonly amount: string;
  }
  const standing = async () =>
    (
      await app.database.pool.query<StandingRow>(
        `select s.area_code as area, p.code as product, s.valid_from::text as "from", s.valid_to::text as "to", s.amount::text as amount
          from payment_standard s join product p on p.id = s.product_id where s.superseded_at is null and p.code like 'day-%'`,
      )
    ).rows;

  it('every day of three years, product and area is what counting by plain days says', async () => {
    const rows = Map.groupBy(await standing(), ({ area, product }) => `${area}/${product}`);
    const calendar = Array.from({ length: days }, (_each, at) => dayOf(at));
    let [compared, held] = [0, 0];
    for (const area of areas) {
      for (let product = 0; product < products; product += 1) {
        // Whoever has no rows of its own is asked of its province.
        const own = rows.get(`${area}/day-${product}`) ?? rows.get(`${parentOf[area] ?? area}/day-${product}`) ?? [];
        const sources = sourcesIn(area, product);
        for (const [at, day] of calendar.entries()) {
          const found = own.filter(({ from, to }) => from <= day && (to === null || day < to));
          const expected = holdsOn(sources, at);
          if (found.length > 1 || (found[0]?.amount ?? null) !== expected)
            expect([area, product, day, found.map((each) => each.amount)]).toEqual([
              area,
              product,
              day,
              expected === null ? [] : [expected],
            ]);
          compared += 1;
          if (expected !== null) held += 1;
        }
      }
    }
    expect(compared).toBe(areas.length * products * days);
    expect(held / compared).toBeGreaterThan(0.2);
  });

  it('a look-up says the same, on boundary days as on others', async () => {
    const rows = await standing();
    for (let times = 0; times < 300; times += 1) {
      const area = areas[upTo(areas.length)]!;
      const product = upTo(products);
      const row = rows[upTo(rows.length)]!;
      const at = random() < 0.5 ? upTo(days) : Math.round((Date.parse(row.from) - Date.parse('2021-01-01')) / 86_400_000) - upTo(2);
      if (at < 0) continue;
      const told = await standardOn(app, { product: `day-${product}`, area, asOf: dayOf(at) });
      expect([area, product, dayOf(at), told!.amount]).toEqual([area, product, dayOf(at), holdsOn(sourcesIn(area, product), at)]);
    }
  });

  it('settling again changes nothing', async () => {
    const before = await app.database.contents();
    await standard.settle!(app.database);
    expect((await app.database.contents())['payment_standard']).toBe(before['payment_standard']);
  });
});

/** Where nobody can be first, each of the losers waits for a deadlock to be found: that takes its time. */
const races = inject('servers').map((server, at) => ({ ...server, times: at === 0 ? 12 : 6 }));

describe.each(races)('[D11] the database, whoever writes, on $name', ({ url, times: all }) => {
  let app: TestApp;
  let pool: pg.Pool;
  beforeAll(async () => {
    app = await testApp({ server: url });
    pool = await racingSessions(app);
  });
  afterAll(async () => {
    await pool.end();
    await app.stop();
  });

  it('lets one of 20 sessions through that insert the same standard at once, as often as it is tried', async () => {
    await expectOneWinner(pool, all);
  }, 300_000);

  it('holds through random histories of standards that are superseded and recorded again', async () => {
    let [taken, refused] = [0, 0];
    for (let times = 0; times < 16; times += 1) {
      const moment = new Date(Date.UTC(2024, 1, 1, 0, times)).toISOString();
      await Promise.all(
        Array.from({ length: 6 }, async (_each, at) => {
          const from = upTo(200);
          const reopened = [['TIVOLI', 'GUREATER'][at % 2], dayOf(from), random() < 0.3 ? null : dayOf(from + 1 + upTo(60)), moment];
          const close = `update payment_standard set superseded_at = $1::timestamptz where superseded_at is null and recorded_at <= $1::timestamptz and id in (
            select s.id from payment_standard s join product p on p.id = s.product_id where p.code = $2 and s.superseded_at is null order by random() limit 1)`;
          try {
            if (random() < 0.5) await pool.query(close, [moment, reopened[0]]);
            await pool.query(insertion, reopened);
            taken += 1;
          } catch (error) {
            expect(['23P01', '40P01']).toContain((error as { code: string }).code);
            refused += 1;
          }
        }),
      );
    }
    expect(Math.min(taken, refused)).toBeGreaterThan(8);
    expect((await pool.query(overlapping)).rows).toEqual([]);
  }, 120_000);
});
