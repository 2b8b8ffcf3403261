import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { institutions } from '../support/build-round.ts';
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

/** How many payments are made, each the whole of what is owed for a delivery of its own. */
const paid = 200;
const goods = Array.from({ length: paid }, (_none, at) => ({ number: `paid-${at + 1}`, on: '2021-03-10', quantity: 100 }));

interface Answer {
  readonly object: { readonly id: string } | null;
  readonly refusals: readonly { readonly code: string }[];
}

/** What is recorded under a code: how it is sent, what its answer says, and how often the database must have it. */
interface Kind {
  readonly mutation: string;
  readonly input: (code: string) => object;
  readonly answer: (data: Record<string, unknown>) => Answer | null;
  /** Rows, rows of different codes, keys and journal records of the codes that begin with `$1`. */
  readonly counts: string;
}

const enterprises: Kind = {
  mutation: `mutation($input: RecordEnterpriseInput!) {
    recordEnterprise(input: $input) { enterprise { id } userErrors { code message } } }`,
  input: (code) => ({ code, kind: 'HOLDER', name: `企业 ${code}` }),
  answer: (data) => {
    const payload = data['recordEnterprise'] as { enterprise: Answer['object']; userErrors: Answer['refusals'] } | null;
    return payload && { object: payload.enterprise, refusals: payload.userErrors };
  },
  counts: `select (select count(*)::int from enterprise where code like $1 || '-%') as rows,
    (select count(distinct code)::int from enterprise where code like $1 || '-%') as codes,
    (select count(*)::int from journal_record where content::jsonb ->> 'table' = 'enterprise' and content::jsonb -> 'to' ->> 'code' like $1 || '-%') as journal`,
};

const payments: Kind = {
  mutation: `mutation($input: RecordPaymentsInput!) {
    recordPayments(input: $input) { results { payable { id } userErrors { code message } } userErrors { code message } } }`,
  input: (code) => ({ rows: [{ ...named('hz-1', code), amount: '1000.00', paidOn: '2021-04-01', reference: code }] }),
  answer: (data) => {
    type Payload = { results: { payable: Answer['object']; userErrors: Answer['refusals'] }[]; userErrors: Answer['refusals'] };
    const payload = data['recordPayments'] as Payload | null;
    const [result] = payload?.results ?? [];
    return payload && { object: result?.payable ?? null, refusals: [...payload.userErrors, ...(result?.userErrors ?? [])] };
  },
  // A payable that is open by anything but nothing, or paid twice, is none of these rows.
  counts: `select (select count(*)::int from payable_entry e join payable p on p.area_code = e.area_code and p.id = e.payable_id
      where e.reference like $1 || '-%' and p.open_amount = 0 and p.settled_on = e.occurred_on) as rows,
    (select count(distinct payable_id)::int from payable_entry where reference like $1 || '-%') as codes,
    (select count(*)::int from journal_record where content::jsonb ->> 'table' = 'payable_entry' and content::jsonb -> 'to' ->> 'reference' like $1 || '-%') as journal`,
};

describe('a bad wire between the server and its database', () => {
  let app: TestApp;
  let wire: BadWire;
  let server: ChaosServer;
  let provider: IdentityProvider;
  let token: string;
  const troubles = new Map<string, number>();

  const trouble = (code: string) => void troubles.set(code, (troubles.get(code) ?? 0) + 1);

  /** Sends a recording once; its object's id, or null with the trouble counted. */
  async function attempt(code: string, kind: Kind = enterprises): Promise<string | null> {
    const input = { idempotencyKey: `key-${code}`, ...kind.input(code) };
    const answer = await server.ask(kind.mutation, { input }, token).catch(() => null);
    if (!answer) trouble('NO ANSWER');
    for (const { extensions } of answer?.errors ?? []) trouble(extensions?.code ?? 'NO CODE');
    const told = answer?.data ? kind.answer(answer.data) : null;
    for (const refusal of told?.refusals ?? []) trouble(`refused: ${refusal.code}`);
    return told?.object?.id ?? null;
  }

  /** As a careful client does: again with its key until it is acknowledged. */
  async function recorded(code: string, kind: Kind = enterprises): Promise<string> {
    for (let attempts = 0; attempts < 100; attempts += 1) {
      const id = await attempt(code, kind);
      if (id !== null) return id;
      await pause(20);
    }
    throw new Error(`${code} was never acknowledged: ${JSON.stringify([...troubles])}`);
  }

  /** Records by several clients until there are enough or the time is up; asks each once more with its key, by a good wire. */
  async function recordedOnce(prefix: string, count: number, kind: Kind = enterprises): Promise<number> {
    const ids = new Map<string, string>();
    const until = performance.now() + within;
    let next = 0;
    const client = async () => {
      while (next < count && performance.now() < until) {
        const code = `${prefix}-${(next += 1)}`;
        ids.set(code, await recorded(code, kind));
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    Object.assign(wire, { atCommit: () => 'pass', latency: 0, dribbles: false });
    for (const [code, id] of [...ids].slice(0, 100)) expect(await attempt(code, kind), code).toBe(id);
    const { rows } = await app.database.pool.query<{ rows: number; codes: number; journal: number }>(kind.counts, [prefix]);
    expect(rows).toEqual([{ rows: ids.size, codes: ids.size, journal: ids.size }]);
    const keys = await app.database.pool.query('select count(*)::int as keys from idempotency_record where key like $1', [
      `key-${prefix}-%`,
    ]);
    expect(keys.rows).toEqual([{ keys: ids.size }]);
    expect(new Set(ids.values()).size).toBe(ids.size);
    return ids.size;
  }

  const say = (text: string) => {
    process.stdout.write(`D4: ${text}; ${JSON.stringify(Object.fromEntries(troubles))}\n`);
    expect([...troubles.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
    troubles.clear();
  };

  beforeAll(async () => {
    app = await testApp();
    await institutions(app, { 'hz-1': '330100' });
    await supplied(app, { institution: 'hz-1', unitPrice: '10', deliveries: goods });
    const accepted = { acceptedOn: '2021-03-15', acceptedQuantity: 100, rejectedQuantity: 0 };
    await recordedRows(
      app,
      'acceptDeliveries',
      goods.map(({ number }) => ({ ...named('hz-1', number), ...accepted })),
    );
    wire = await BadWire.to(app.database.url);
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
    await app.stop();
  });

  /** Of a test, since a test's processes end with it. */
  const serve = async () => {
    Object.assign(wire, { atCommit: () => 'pass', resets: false, latency: 0, dribbles: false, cuts: 0 });
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: 'accord' };
    server = await ChaosServer.at(dataFolder(), { DATABASE_URL: wire.through(app.database.url), ...oidc });
    await server.start();
  };

  it.each([
    { name: 'closed', resets: false, count: wanted, kind: enterprises },
    { name: 'reset', resets: true, count: 200, kind: enterprises },
    { name: 'paid', resets: false, count: paid, kind: payments },
  ])(
    '[D4] $name, cut at the COMMIT of 30 percent of the recordings: each is there once, and its key gives the same object',
    async ({ name, resets, count: asked, kind }) => {
      await serve();
      const fates = (): AtCommit => (Math.random() < 0.3 ? (Math.random() < 0.5 ? 'lost' : 'unheard') : 'pass');
      Object.assign(wire, { atCommit: fates, resets });
      const began = performance.now();
      const count = await recordedOnce(name, asked, kind);
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
    const again = await timed(Promise.all(codes.map((code) => recorded(code))));
    const { rows } = await app.database.pool.query(`select count(*)::int as count from enterprise where code like 'swallowed-%'`);
    expect(rows).toEqual([{ count: codes.length }]);
    // A read of the same moment, on the pool that only reads.
    const read = await timed(server.ask('{ enterprises(first: 1) { edges { node { id } } } }'));
    say(
      `swallowed: an error after ${spread(times)}; all recorded ${(again.took / 1000).toFixed(2)} s later, read in ${(read.took / 1000).toFixed(2)} s`,
    );
    expect(read.value.errors).toBeUndefined();
    expect(again.took).toBeLessThan(limit);
    expect(await server.status('/readyz')).toBe(200);
  });
});
