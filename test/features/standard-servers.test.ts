import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keptStandards, mostSeconds } from '../../src/standard/kept-standards.ts';
import { standardsLock } from '../../src/standard/next-moment.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { mutationDocument, newKey } from '../support/build-recorder.ts';
import { inEffect, ratio } from '../support/build-standards.ts';

const question = `query($area: String!, $asOf: Date!, $knownAt: DateTime) {
  paymentStandard(productCode: "FIREBIRD2", areaCode: $area, asOf: $asOf, knownAt: $knownAt) { amount reason validFrom } }`;

describe.each(inject('servers'))('several servers on $name', ({ url }) => {
  let first: TestApp;
  let second: TestApp;
  const logged: string[] = [];
  beforeAll(async () => {
    first = await testApp({ server: url });
    second = await testApp({ beside: first, log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }) });
  });
  afterAll(async () => {
    await second.stop();
    await first.stop();
  });

  type Standard = { amount: string | null; reason: string | null; validFrom: string | null };
  const ask = async (app: TestApp, area: string, asOf: string, knownAt: string | null = null) => {
    const { data, errors } = await app.ask<{ paymentStandard: Standard }>(question, { area, asOf, knownAt });
    expect(errors).toBeUndefined();
    return data!.paymentStandard;
  };
  /** The statements that look-ups sent on record while something was done. */
  const lookedUpOnRecord = async (work: () => Promise<unknown>) => {
    first.database.forget();
    await work();
    return first.database.statements.filter((statement) => statement.includes('with ordinality as asked')).length;
  };
  const untilAnswered = async (app: TestApp, area: string, asOf: string, amount: string) => {
    const began = performance.now();
    await expect.poll(async () => (await ask(app, area, asOf)).amount, { timeout: 5000, interval: 5 }).toBe(amount);
    return performance.now() - began;
  };
  const listeners = `select pid from pg_stat_activity where datname = current_database() and (query like 'listen%' or query like '%changed%' or query like '%fund_ratio f%') and pid <> pg_backend_pid()`;

  it('answer a change within a second, the one that recorded it at once', async () => {
    const taken: number[] = [];
    for (const [at, area] of ['340100', '350100', '360100'].entries()) {
      const day = `2021-01-1${at}`;
      expect((await ask(second, area, day)).reason).toBe('NO_STANDARD');
      await inEffect(first, area, { effectiveFrom: day });
      expect(await ask(first, area, day)).toMatchObject({ amount: '590.0000', validFrom: day });
      taken.push(await untilAnswered(second, area, day, '590.0000'));
    }
    process.stdout.write(`a change is answered by the other server after ${taken.map((each) => `${each.toFixed(0)} ms`).join(', ')}\n`);
    expect(Math.max(...taken)).toBeLessThan(1000);
  });

  it('answer from memory, and never of the wrong day at a boundary', async () => {
    await inEffect(first, '370100', { effectiveFrom: '2021-02-01', effectiveTo: '2022-02-01' });
    await untilAnswered(second, '370100', '2021-02-01', '590.0000');
    const sent = await lookedUpOnRecord(async () => {
      for (const app of [first, second]) {
        expect(await ask(app, '370100', '2021-01-31')).toMatchObject({ amount: null, reason: 'NO_STANDARD' });
        expect(await ask(app, '370100', '2021-02-01')).toMatchObject({ amount: '590.0000' });
        expect(await ask(app, '370100', '2022-01-31')).toMatchObject({ amount: '590.0000' });
        expect(await ask(app, '370100', '2022-02-01')).toMatchObject({ amount: null, reason: 'NOT_ON_RECORD' });
      }
    });
    expect(sent).toBe(0);
  });

  it('hear of a ratio too', async () => {
    await ratio(first, '370100', { ratioPercent: '64' });
    const asked = `query($l: [ClaimLineInput!]!) { priceLines(lines: $l) { fundAmount } }`;
    const l = [{ productCode: 'FIREBIRD2', areaCode: '370100', scheme: 'EMPLOYEE', asOf: '2021-06-01', price: '590', quantity: 1 }];
    for (const app of [first, second]) {
      await expect
        .poll(async () => (await app.ask<{ priceLines: object[] }>(asked, { l })).data!.priceLines, { timeout: 1000, interval: 5 })
        .toEqual([{ fundAmount: '377.60' }]);
    }
  });

  it('go on when the connection that listens is cut, and miss nothing', async () => {
    logged.length = 0;
    const { rows } = await first.database.pool.query<{ pid: number }>(listeners);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    await first.database.pool.query(`select pg_terminate_backend(pid) from (${listeners}) listening`);
    await inEffect(first, '410100', { effectiveFrom: '2021-01-15' });
    expect(await ask(first, '410100', '2021-01-15')).toMatchObject({ amount: '590.0000' });
    const taken = await untilAnswered(second, '410100', '2021-01-15', '590.0000');
    process.stdout.write(`with the listening connections cut: after ${taken.toFixed(0)} ms\n`);
    expect(taken).toBeLessThan(mostSeconds * 1000);
    await expect.poll(() => logged.join(), { timeout: 2000 }).toContain('the connection that listens is lost');
    await expect.poll(() => second.kept.of(keptStandards).known, { timeout: 5000 }).not.toBeNull();
    await inEffect(first, '420100', { effectiveFrom: '2021-01-15' });
    expect(await untilAnswered(second, '420100', '2021-01-15', '590.0000')).toBeLessThan(1000);
  });

  it('ask the record when memory cannot be kept, so that nothing older than announced is answered', async () => {
    const away = async (rights: string) =>
      first.database.pool.query(`${rights} select on payment_standard ${rights === 'grant' ? 'to' : 'from'} accord_anonymous`);
    await away('revoke');
    try {
      await expect.poll(() => second.kept.of(keptStandards).age, { timeout: 6000, interval: 50 }).toBeGreaterThan(mostSeconds);
      expect(second.kept.of(keptStandards).known).toBeNull();
      const told = await second.ask<{ paymentStandard: Standard }>(
        question,
        { area: '420100', asOf: '2021-01-15' },
        { role: 'SETTLEMENT', subject: 's' },
      );
      expect(told.data).toMatchObject({ paymentStandard: { amount: '590.0000' } });
    } finally {
      await away('grant');
    }
    await expect.poll(() => second.kept.of(keptStandards).known, { timeout: 5000 }).not.toBeNull();
  });

  it('answer for a moment the same for ever: one who asks waits for the writer at work', async () => {
    const client = await first.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [standardsLock]);
      const { rows } = await client.query<{ moment: string }>(
        `select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as moment`,
      );
      const moment = new Date(rows[0]!.moment);
      await client.query(
        `insert into payment_standard (area_code, id, product_id, basis, amount, price_unit, in_scope, valid_from, valid_to, claim_id, explanation, recorded_at, provenance, confidence)
         select '430100', gen_random_uuid(), p.id, 'LOCAL_CAP', 700, '个', true, '2019-01-01', '2019-02-01', gen_random_uuid(), '{}', $1, 'test', 'HIGH' from product p where p.code = 'FIREBIRD2'`,
        [moment],
      );
      await pause(20);
      // The moment is past, and the row is not there yet.
      let isAnswered = false;
      const answers = [first, second].map(async (app) => {
        const answer = await ask(app, '430100', '2019-01-01', moment.toISOString());
        isAnswered = true;
        return answer;
      });
      await pause(200);
      expect(isAnswered).toBe(false);
      await client.query('commit');
      for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ amount: '700.0000' });
      const before = new Date(moment.getTime() - 1).toISOString();
      expect(await ask(second, '430100', '2019-01-01', before)).toMatchObject({ amount: null });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('answer the same bytes for the same moment, whatever is recorded after it, by whomever asked', async () => {
    const body = (knownAt: string) =>
      JSON.stringify({
        query: `query($k: DateTime) { paymentStandard(productCode: "FIREBIRD2", areaCode: "440100", asOf: "2021-02-01", knownAt: $k) { amount validFrom recordedAt explanation { sentence inputs { value } } }
          priceLines(lines: [{ productCode: "FIREBIRD2", areaCode: "440100", scheme: RESIDENT, asOf: "2021-02-01", price: "600", quantity: 3 }], knownAt: $k) { fundAmount patientAmount reason } }`,
        variables: { k: knownAt },
      });
    const send = async (app: TestApp, knownAt: string) =>
      (
        await app.fastify.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json' },
          payload: body(knownAt),
        })
      ).body;
    const told = new Map<string, string>();
    for (let round = 0; round < 6; round += 1) {
      const acts = [
        first.ask(
          mutationDocument('putResultInEffect'),
          { input: { idempotencyKey: newKey(), roundCode: 'GH-HD2020-1', source: '通知', effectiveFrom: `2021-01-0${round + 1}` } },
          agencyOf('440100'),
        ),
        second.ask(
          mutationDocument('prescribeFundRatio'),
          {
            input: { idempotencyKey: newKey(), scheme: 'RESIDENT', effectiveFrom: '2021-01-01', ratioPercent: `5${round}`, source: '通知' },
          },
          agencyOf('440100'),
        ),
      ];
      // Asked while it is recorded, and again later.
      for (let each = 0; each < 5; each += 1) {
        const { rows } = await first.database.pool.query<{ now: string }>('select clock_timestamp() as now');
        const knownAt = new Date(rows[0]!.now).toISOString();
        told.set(knownAt, await send(each % 2 === 0 ? first : second, knownAt));
      }
      expect((await Promise.all(acts)).map(({ errors }) => errors)).toEqual([undefined, undefined]);
    }
    expect(new Set(told.values()).size).toBeGreaterThan(3);
    for (const [knownAt, answer] of told) for (const app of [first, second]) expect(await send(app, knownAt)).toBe(answer);
  });
});
