import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous } from '../../src/platform/access/caller.ts';
import { Unauthenticated } from '../../src/platform/access/unauthenticated.ts';
import { EventStream } from '../../src/platform/live/event-stream.ts';
import { OpenStreams } from '../../src/platform/live/open-streams.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { recorded } from '../support/build-recorder.ts';
import { changesDocument, Listener } from '../support/event-stream.ts';
import { send } from './send.ts';

const stream = { body: { query: changesDocument }, headers: { accept: 'text/event-stream' } };
const enterprise = (code: string) => ({ code, kind: 'DISTRIBUTOR', name: `企业 ${code}` });

/** Ends each of them, also where a test fails. */
const listening: Listener[] = [];
async function listen(...given: Parameters<typeof Listener.open>): Promise<Listener> {
  const listener = await Listener.open(...given);
  listening.push(listener);
  return listener;
}
afterAll(() => {
  for (const each of listening) each.close();
});

const metric = async (app: TestApp, name: string) => {
  const { text } = await send(app, { method: 'GET', url: '/metrics' });
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

describe('open streams', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ streamLimits: { caller: 2, inAll: 6 } });
  });
  afterAll(() => app.stop());

  it('are so many of one caller, of those without a token, and in all, and are counted', async () => {
    const statuses = async (count: number, ...[given]: [Parameters<typeof Listener.open>[1]?]) => {
      const replies: Listener[] = [];
      for (let time = 0; time < count; time += 1) replies.push(await listen(app, given));
      return replies.map(({ status }) => status);
    };
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    expect(await statuses(3, { caller: expert })).toEqual([200, 200, 429]);
    // Half of all places are for those without a token.
    expect(await statuses(3, from('203.0.113.1'))).toEqual([200, 200, 429]);
    expect(await statuses(2, from('203.0.113.2'))).toEqual([200, 503]);
    expect(await statuses(2, { caller: { ...expert, subject: 'expert-2' } })).toEqual([200, 503]);
    expect(await metric(app, 'accord_streams_open')).toBe(6);
    expect(await metric(app, 'accord_requests_under_way')).toBeLessThanOrEqual(1);
    const refused = await send(app, { ...stream, caller: expert });
    expect({ status: refused.status, retry: refused.headers['retry-after'] }).toEqual({ status: 503, retry: '5' });

    for (const each of listening) each.close();
    await expect.poll(() => metric(app, 'accord_streams_open')).toBe(0);
    expect(await statuses(1, { caller: expert })).toEqual([200]);
  });

  it('that are refused leave no place behind', async () => {
    for (const each of listening) each.close();
    await expect.poll(() => metric(app, 'accord_streams_open')).toBe(0);
    for (let time = 0; time < 10; time += 1) {
      expect((await send(app, { ...stream, body: { query: changesDocument, variables: { after: '!' } } })).status).toBe(400);
      expect((await send(app, { ...stream, body: { query: 'subscription { changes { x } }' } })).status).toBe(400);
    }
    expect(await metric(app, 'accord_streams_open')).toBe(0);
  });
});

describe('many listeners', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ streamLimits: { caller: 500, inAll: 1000 } });
  });
  afterAll(() => app.stop());

  it('take no connection of those that answer, and no statement of them', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => listen(app)));
    await Promise.all(all.map((each) => each.next()));
    app.database.forget();
    const { totalCount } = app.database.served.readPool;
    await pause(1500);
    expect(app.database.statements).toEqual([]);
    expect(app.database.served.readPool.totalCount).toBe(totalCount);
    await recorded(app, 'recordEnterprise', enterprise('MANY'));
    const began = performance.now();
    await Promise.all(all.map((each) => each.next(2000)));
    process.stdout.write(`100 listeners are told within ${(performance.now() - began).toFixed(0)} ms\n`);
    const { rows } = await app.database.pool.query<{ count: string }>(
      `select count(*) from pg_stat_activity where datname = current_database() and (query like '%journal_head where events%' or query = 'commit')`,
    );
    expect(Number(rows[0]!.count)).toBeLessThanOrEqual(20);
    for (const each of all) each.close();
  });

  it('go on being told when the connection that reads the outbox is cut', async () => {
    const listener = await listen(app, { caller: expert });
    await listener.next();
    await app.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%journal_head where events%' and pid <> pg_backend_pid()`,
    );
    await recorded(app, 'recordEnterprise', enterprise('CUT'));
    await expect
      .poll(() => listener.told, { timeout: 5000 })
      .toEqual([{ operation: 'recordEnterprise', kind: 'Enterprise', areaCode: null }]);
    listener.close();
  });
});

describe('a stream', () => {
  it('ends when its token is not taken any more, with the reason', async () => {
    const state = { good: true };
    const app = await testApp({
      verifyToken: async (header) => {
        if (header !== undefined && !state.good) throw new Unauthenticated('revoked');
        return header === undefined ? anonymous : { ...anonymous, role: 'EXPERT', subject: 'e', person: 'e' };
      },
    });
    const [named, nameless] = [await listen(app, { authorization: 'Bearer x' }), await listen(app)];
    await named.next();
    await nameless.next();
    state.good = false;
    const began = performance.now();
    await named.ended(2000);
    process.stdout.write(`a stream ends ${(performance.now() - began).toFixed(0)} ms after its token\n`);
    expect(named.messages.at(-1)!.errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED', messageZh: '令牌已失效。', requestId: expect.any(String) as string } },
    ]);
    expect([named.complete, nameless.isClosed]).toEqual([true, false]);
    expect((await send(app, { ...stream, headers: { ...stream.headers, authorization: 'Bearer x' } })).status).toBe(401);
    await app.stop();
  });

  it('ends when the server drains, is told so, and does not hold it up', async () => {
    const app = await testApp();
    const all = await Promise.all(Array.from({ length: 20 }, () => listen(app)));
    await Promise.all(all.map((each) => each.next()));
    const began = performance.now();
    await app.close();
    expect(performance.now() - began).toBeLessThan(2000);
    for (const each of all) {
      await each.ended();
      expect(each.complete).toBe(true);
      expect(each.messages.at(-1)!.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    }
    await app.database.drop();
  });

  it('is asked for as every other operation: by its rate, and by trusted documents where only those are taken', async () => {
    const documentId = createHash('sha256').update(changesDocument).digest('hex');
    const app = await testApp({
      trustedDocuments: { mode: 'only', texts: new Map([[documentId, changesDocument]]) },
      rates: { anonymous: 2, caller: 0 },
    });
    expect(await send(app, stream)).toMatchObject({ status: 403, code: 'TRUSTED_DOCUMENTS_ONLY' });
    const trusted = await listen(app, { body: { documentId } });
    expect((await trusted.next()).data!.changes.operations).toEqual([]);
    trusted.close();
    const headers = { ...stream.headers, 'x-forwarded-for': '203.0.113.1' };
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await send(app, { ...stream, headers })).status);
    expect(statuses).toEqual([403, 403, 429]);
    await app.stop();
  });

  it('of a foreign page cannot be opened: a form is no JSON, and no answer may be read elsewhere', async () => {
    const app = await testApp();
    const form = { accept: 'text/event-stream', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(app, { body: `query=${changesDocument}`, headers: form })).status).toBe(415);
    const text = { accept: 'text/event-stream', 'content-type': 'text/plain' };
    expect((await send(app, { body: JSON.stringify({ query: changesDocument }), headers: text })).status).toBeGreaterThanOrEqual(400);
    const listener = await listen(app, { headers: { origin: 'https://foreign.example' } });
    expect(listener.headers['access-control-allow-origin']).toBeUndefined();
    listener.close();
    await app.stop();
  });
});

describe('the body of a stream', () => {
  /** A connection whose reader takes what it is given while it is quick. */
  function connection() {
    const raw = Object.assign(new EventEmitter(), {
      written: '',
      quick: true,
      destroyed: false,
      writableEnded: false,
      writeHead: () => raw,
      flushHeaders: () => undefined,
      write: (text: string) => {
        raw.written += text;
        return raw.quick;
      },
      end: (text: string) => {
        raw.written += text;
        raw.writableEnded = true;
      },
      destroy: () => {
        raw.destroyed = true;
        raw.emit('close');
      },
    });
    return { raw, body: new EventStream(raw as unknown as ServerResponse, {}) };
  }

  it('says now and then that it is there, and cuts off who takes nothing for a minute', () => {
    vi.useFakeTimers();
    try {
      const { raw, body } = connection();
      const streams = new OpenStreams({ caller: 1, inAll: 1 }, async () => anonymous);
      streams.take(anonymous, '203.0.113.1', undefined).put(body, () => undefined);
      vi.advanceTimersByTime(25_000);
      expect(raw.written).toBe(':\n\n:\n\n');
      raw.quick = false;
      vi.advanceTimersByTime(10_000);
      expect(raw.written).toBe(':\n\n:\n\n:\n\n');
      vi.advanceTimersByTime(50_000);
      expect(raw.destroyed).toBe(false);
      vi.advanceTimersByTime(20_000);
      expect({ written: raw.written, destroyed: raw.destroyed }).toEqual({ written: ':\n\n:\n\n:\n\n', destroyed: true });
      streams.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits for its reader, and goes on when it has gone', async () => {
    const { raw, body } = connection();
    await body.next({ data: 1 });
    raw.quick = false;
    const waiting = body.next({ data: 2 });
    raw.emit('drain');
    await waiting;
    const gone = body.next({ data: 3 });
    raw.destroy();
    await gone;
    expect(raw.written).toBe('event: next\ndata: {"data":1}\n\nevent: next\ndata: {"data":2}\n\nevent: next\ndata: {"data":3}\n\n');
  });
});
