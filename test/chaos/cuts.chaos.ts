import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { identityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { dataFolder } from '../process/child.ts';
import { BadWire, type AtCommit } from './bad-wire.ts';
import { ChaosServer } from './chaos-server.ts';
import { spread } from './recording-clients.ts';

const wanted = 1000;
/** Fewer recordings are made where the machine is busy; how many is said. */
const within = 30_000;
const clients = 8;
/** Nobody waits longer for a database that says nothing. */
const limit = 15_000;

const recording = `mutation($input: RecordEnterpriseInput!) {
  recordEnterprise(input: $input) { enterprise { id } userErrors { code message } }
}`;

describe('a bad wire between the server and its database', () => {
  let database: TestDatabase;
  let wire: BadWire;
  let server: ChaosServer;
  let provider: IdentityProvider;
  let token: string;
  const troubles = new Map<string, number>();

  const trouble = (code: string) => void troubles.set(code, (troubles.get(code) ?? 0) + 1);

  /** Sends a recording once; its object's id, or null with the trouble counted. */
  async function attempt(code: string): Promise<string | null> {
    const input = { idempotencyKey: `key-${code}`, code, kind: 'HOLDER', name: `企业 ${code}` };
    const answer = await server.ask(recording, { input }, token).catch(() => null);
    if (!answer) trouble('NO ANSWER');
    for (const { extensions } of answer?.errors ?? []) trouble(extensions?.code ?? 'NO CODE');
    const payload = answer?.data?.['recordEnterprise'] as { enterprise: { id: string } | null; userErrors: { code: string }[] } | null;
    for (const refusal of payload?.userErrors ?? []) trouble(`refused: ${refusal.code}`);
    return payload?.enterprise?.id ?? null;
  }

  /** As a careful client does: again with its key until it is acknowledged. */
  async function recorded(code: string): Promise<string> {
    for (let attempts = 0; attempts < 100; attempts += 1) {
      const id = await attempt(code);
      if (id !== null) return id;
      await pause(20);
    }
    throw new Error(`${code} was never acknowledged: ${JSON.stringify([...troubles])}`);
  }

  /** Records by several clients until there are enough or the time is up; asks each once more with its key, by a good wire. */
  async function recordedOnce(prefix: string, count: number, time = within): Promise<number> {
    const ids = new Map<string, string>();
    const until = performance.now() + time;
    let next = 0;
    const client = async () => {
      while (next < count && performance.now() < until) {
        const code = `${prefix}-${(next += 1)}`;
        ids.set(code, await recorded(code));
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    Object.assign(wire, { atCommit: () => 'pass', latency: 0, dribbles: false });
    for (const [code, id] of [...ids].slice(0, 100)) expect(await attempt(code), code).toBe(id);
    const { rows } = await database.pool.query<{ enterprises: number; keys: number; codes: number; journal: number }>(
      `select (select count(*)::int from enterprise where code like $1) as enterprises,
              (select count(distinct code)::int from enterprise where code like $1) as codes,
              (select count(*)::int from idempotency_record where key like $2) as keys,
              (select count(*)::int from journal_record where content::jsonb -> 'to' ->> 'code' like $1) as journal`,
      [`${prefix}-%`, `key-${prefix}-%`],
    );
    expect(rows).toEqual([{ enterprises: ids.size, codes: ids.size, keys: ids.size, journal: ids.size }]);
    expect(new Set(ids.values()).size).toBe(ids.size);
    return ids.size;
  }

  const say = (text: string) => {
    process.stdout.write(`D4: ${text}; ${JSON.stringify(Object.fromEntries(troubles))}\n`);
    expect([...troubles.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
    troubles.clear();
  };

  beforeAll(async () => {
    database = await testDatabase();
    wire = await BadWire.to(database.url);
    provider = await identityProvider();
    const { privateKey } = await provider.addKey('chaos', 'ES256');
    token = await new SignJWT({ role: 'EXPERT' })
      .setProtectedHeader({ alg: 'ES256', kid: 'chaos' })
      .setSubject('client')
      .setIssuer(provider.issuer)
      .setAudience('accord')
      .setIssuedAt()
      .setExpirationTime('2h')
      .setJti('chaos')
      .sign(privateKey);
  });
  afterAll(async () => {
    wire.close();
    await provider.stop();
    await database.drop();
  });

  /** Of a test, since a test's processes end with it. */
  const serve = async () => {
    Object.assign(wire, { atCommit: () => 'pass', resets: false, latency: 0, dribbles: false, cuts: 0 });
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: 'accord' };
    server = await ChaosServer.at(dataFolder(), { DATABASE_URL: wire.through(database.url), ...oidc });
    await server.start();
  };

  it.each([
    { name: 'closed', resets: false },
    { name: 'reset', resets: true },
  ])(
    '[D4] $name at the COMMIT of 30 percent of the recordings: each is there once, and its key gives the same object',
    async ({ name, resets }) => {
      await serve();
      const fates = (): AtCommit => (Math.random() < 0.3 ? (Math.random() < 0.5 ? 'lost' : 'unheard') : 'pass');
      Object.assign(wire, { atCommit: fates, resets });
      const began = performance.now();
      const count = await recordedOnce(name, resets ? 200 : wanted);
      say(`${name} at COMMIT: ${count} recordings, ${wire.cuts} cuts, ${((performance.now() - began) / 1000).toFixed(1)} s`);
      expect(wire.cuts).toBeGreaterThan(count * 0.2);
      expect(await server.status('/readyz')).toBe(200);
    },
  );

  it('[D4] 200 ms late, and one byte at a time: the same, without an error', async () => {
    await serve();
    wire.latency = 200;
    const late = await recordedOnce('late', 16);
    Object.assign(wire, { latency: 0, dribbles: true });
    const dribbled = await recordedOnce('dribbled', 16);
    expect([late, dribbled]).toEqual([16, 16]);
    expect([...troubles]).toEqual([]);
    say(`${late} recordings 200 ms late, ${dribbled} one byte at a time`);
  });

  it('[D4] everything is swallowed for 10 s: an error within 15 s, and the pools recover', async () => {
    await serve();
    await Promise.all(Array.from({ length: clients }, (_none, index) => recorded(`before-${index}`)));
    const hole = wire.swallow(10_000);
    const codes = Array.from({ length: 16 }, (_none, index) => `swallowed-${index}`);
    const timed = async <T>(work: Promise<T>) => {
      const began = performance.now();
      const value = await work;
      return { value, took: performance.now() - began };
    };
    const first = await Promise.all(codes.map((code) => timed(attempt(code))));
    const times = first.map(({ took }) => took);
    await hole;
    expect(first.some(({ value }) => value === null)).toBe(true);
    expect(Math.max(...times)).toBeLessThan(limit);
    const again = await timed(Promise.all(codes.map(recorded)));
    const { rows } = await database.pool.query(`select count(*)::int as count from enterprise where code like 'swallowed-%'`);
    expect(rows).toEqual([{ count: codes.length }]);
    // A read of the same moment, on the pool that only reads.
    const read = await timed(server.ask('{ enterprises(first: 1) { edges { node { id } } } }'));
    say(
      `swallowed: an error after ${spread(times)}; all recorded ${(again.took / 1000).toFixed(2)} s later, read in ${(read.took / 1000).toFixed(2)} s`,
    );
    expect(read.value.errors).toBeUndefined();
    // A connection begun while everything was swallowed may cost a second silence.
    expect(again.took).toBeLessThan(2 * limit);
    expect(await server.status('/readyz')).toBe(200);
  });
});
