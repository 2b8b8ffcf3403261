import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pino from 'pino';
import { createApp } from '../../src/app.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import { forgetOldKeys } from '../../src/platform/journal/forget-old-keys.ts';
import { expert, testApp, testNow, type TestApp, testSeal, usualStreams } from '../support/app.ts';
import { mutationDocument, newKey, record, recorded } from '../support/build-recorder.ts';
import { draft, round7 } from '../support/build-round.ts';
import { count as rowsIn, enterprise, expectOneOf200 } from '../support/double-submit.ts';

const day = 24 * 60 * 60 * 1000;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.stop());

const count = (from: string, values: unknown[] = []) => rowsIn(app, from, values);

/** The same database behind a server that was started anew, some days later. */
async function later(days: number, input: object, caller: Partial<Caller> = expert): Promise<unknown> {
  const restarted = await createApp({
    database: app.database.served,
    tokens: 'nobody',
    verifyToken: async () => ({ ...anonymous, ...caller }),
    clock: { now: () => new Date(testNow.valueOf() + days * day) },
    log: pino({ level: 'silent' }),
    seal: testSeal,
    rates: { anonymous: 0, caller: 0 },
    streamLimits: usualStreams,
    trustedDocuments: { mode: 'off', texts: new Map() },
  });
  const response = await restarted.fastify.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ query: mutationDocument('recordEnterprise', 'code recordedAt'), variables: { input } }),
  });
  await restarted.close();
  return response.json().data.recordEnterprise.enterprise;
}

describe('[D5] a double submit', () => {
  // test/chaos/contention.chaos.ts sends all fifty.
  it('of 200 at once, four times: one row each, 200 identical answers, one event', { timeout: 240_000 }, async () => {
    for (let round = 1; round <= 4; round += 1) await expectOneOf200(app, `round-${round}`);
  });

  it('of 40 at once with two payloads under one key: one of them is recorded, the other is refused', async () => {
    const idempotencyKey = newKey();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_none, at) => record(app, 'recordEnterprise', { ...enterprise(`either-${at % 2}`), idempotencyKey })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const [done, refused] = [answers.filter(({ object }) => object), answers.filter(({ object }) => !object)];
    expect([done.length, new Set(done.map(({ object }) => object!.id)).size]).toEqual([20, 1]);
    expect(new Set(refused.map(({ userErrors }) => userErrors.map(({ code }) => code).join()))).toEqual(
      new Set(['IDEMPOTENCY_KEY_REUSED']),
    );
    expect(await count(`enterprise where code like 'either-%'`)).toBe(1);
  });

  it('of two tenants under one key: each its own', async () => {
    const idempotencyKey = newKey();
    const tenants = Array.from({ length: 10 }, (_none, at) => ({ role: 'EXPERT' as const, subject: `tenant-${at}` }));
    const answers = await Promise.all(
      tenants.map((caller) => record(app, 'recordEnterprise', { ...enterprise(caller.subject), idempotencyKey }, { caller })),
    );
    expect(answers.map(({ userErrors, errors }) => [userErrors, errors])).toEqual(tenants.map(() => [[], []]));
    expect(await count(`enterprise where code like 'tenant-%'`)).toBe(10);
  });

  it('a day later, after a restart, and on the last day: the first answer', async () => {
    const input = { ...enterprise('later'), idempotencyKey: newKey() };
    const first = await recorded(app, 'recordEnterprise', input, 'code recordedAt');
    for (const days of [1, 400]) {
      await forgetOldKeys(app.database.pool, { now: () => new Date(testNow.valueOf() + days * day) });
      expect(await later(days, input)).toEqual(first);
    }
    expect(await count(`enterprise where code = 'later'`)).toBe(1);
  });
});

describe('idempotency keys', () => {
  it('are kept for 400 days, and removed in portions after them', async () => {
    await app.database.pool.query(
      `insert into idempotency_record (caller, operation, key, input_hash, answer, recorded_at)
       select 'EXPERT|old', 'tryKeys', number::text, 'hash', '{}', $1::timestamptz - number * interval '1 second'
       from generate_series(0, 11000) number`,
      [testNow],
    );
    const at = (days: number, milliseconds = 0) => ({ now: () => new Date(testNow.valueOf() + days * day + milliseconds) });
    const old = `idempotency_record where operation = 'tryKeys'`;
    const others = (await count('idempotency_record')) - 11_001;
    expect(await forgetOldKeys(app.database.pool, at(399))).toBe(0);
    // All but the one that is 400 days old to the millisecond.
    expect(await forgetOldKeys(app.database.pool, at(400))).toBe(11_000);
    expect([await count(old), await count('idempotency_record')]).toEqual([1, others + 1]);
    expect(await forgetOldKeys(app.database.pool, at(400, 1))).toBe(others + 1);
    expect(await count('idempotency_record')).toBe(0);
  });
});

describe('a deadlock', () => {
  it('is retried, and whoever recorded never hears of it', async () => {
    await draft(app, { code: 'DEAD-1', scheme: 'national-drug', days: round7 });
    const idempotencyKey = newKey();
    const other = await app.database.pool.connect();
    try {
      // The other session would wait for half a minute before it looks for a deadlock: the recording is the one that finds it.
      await other.query(`begin; set local deadlock_timeout = '30s'; select from round where code = 'DEAD-1' for update`);
      const recording = record(app, 'openDemandReporting', { roundCode: 'DEAD-1', idempotencyKey }, { selection: 'status' });
      const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
      const waiters = 'select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
      await expect.poll(async () => (await app.database.pool.query(waiters, [rows[0]!.pid])).rowCount, { interval: 20 }).toBe(1);
      // Waits for the key that the recording holds, which waits for the round that is held here.
      await other.query(
        `insert into idempotency_record (caller, operation, key, input_hash, answer)
         select caller, 'openDemandReporting', $1, '', '{}' from idempotency_record where operation = 'draftRound' limit 1`,
        [idempotencyKey],
      );
      await other.query('rollback');
      expect(await recording).toMatchObject({ object: { status: 'DEMAND_REPORTING' }, userErrors: [], errors: [] });
    } finally {
      other.release();
    }
    const deadlocks = 'select deadlocks::int from pg_stat_database where datname = current_database()';
    await expect
      .poll(async () => (await app.database.pool.query<{ deadlocks: number }>(deadlocks)).rows[0]!.deadlocks)
      .toBeGreaterThanOrEqual(1);
    expect(await count(`round_transition t join round r on r.id = t.round_id where r.code = 'DEAD-1'`)).toBe(1);
  });
});
