import { mostSeconds } from '../../src/standard/kept-standards.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Unauthenticated } from '../../src/platform/access/unauthenticated.ts';
import { Admission } from '../../src/platform/http/admission.ts';
import { kindOf, type Kind } from '../../src/platform/http/kind.ts';
import { errorCodes } from '../../src/platform/graphql/errors.ts';
import { limits } from '../../src/platform/graphql/limits/limits.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { send, type Sent } from './send.ts';

const get = (url: string, headers: Record<string, string> = {}): Sent => ({ method: 'GET', url, headers });
const asked: Sent = { body: { query: '{ rounds { totalCount } }' } };

describe('the rate of a caller', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ rates: { anonymous: 3, caller: 5 } });
  });
  afterAll(() => app.stop());
  const from = (address: string, caller?: object): Sent => ({
    ...asked,
    headers: { 'x-forwarded-for': address },
    ...(caller && { caller }),
  });
  const statuses = async (count: number, sent: Sent) => {
    const replies = [];
    for (let time = 0; time < count; time += 1) replies.push((await send(app, sent)).status);
    return replies;
  };

  it('is counted by address without a token, and by the caller with one', async () => {
    expect(await statuses(5, from('203.0.113.1'))).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses(2, from('203.0.113.2'))).toEqual([200, 200]);
    expect(await statuses(6, from('203.0.113.1', expert))).toEqual([200, 200, 200, 200, 200, 429]);
    // The same person from elsewhere.
    expect(await statuses(1, from('203.0.113.3', expert))).toEqual([429]);
    expect(await statuses(1, from('203.0.113.3', { ...expert, subject: 'expert-2' }))).toEqual([200]);
  });

  it('is that of the address that the proxy saw, whatever the caller wrote before it', async () => {
    expect(await statuses(4, from('1.1.1.1, 203.0.113.9'))).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, from('2.2.2.2, 203.0.113.9'))).toEqual([429]);
  });

  it('is told in both languages, with the time to wait', async () => {
    await statuses(3, from('203.0.113.4'));
    const { status, headers, errors, text } = await send(app, from('203.0.113.4'));
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(errors[0]).toMatchObject({
      extensions: { code: 'RATE_LIMITED', messageZh: '一分钟内请求过多,请稍后重试。', requestId: headers['x-request-id'] },
    });
    expect(text).not.toContain('203.0.113.4');
  });

  it('is not counted for programs of the machine itself', async () => {
    expect(await statuses(8, asked)).toEqual(Array(8).fill(200));
  });
});

describe('tokens that are none', () => {
  let app: TestApp;
  beforeAll(async () => {
    const refuse = () => Promise.reject(new Unauthenticated('no token'));
    app = await testApp({ rates: { anonymous: 3, caller: 5 }, verifyToken: refuse });
  });
  afterAll(() => app.stop());

  it('count for the address that tries them', async () => {
    const statuses = [];
    for (let time = 0; time < 5; time += 1) {
      const { status } = await send(app, { ...asked, headers: { 'x-forwarded-for': '203.0.113.5', authorization: 'Bearer none' } });
      statuses.push(status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});

describe('the door', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const comes = (admission: Admission, kind: Kind) => {
    admission.enter();
    const refusal = admission.join(kind);
    if (refusal) admission.leave(null);
    return refusal;
  };
  const crowd = (admission: Admission, count: number, kind: Kind = 'look-up') =>
    Array.from({ length: count }, () => comes(admission, kind)).filter((refusal) => refusal === null).length;

  it('takes a hundred of a kind whatever they wait for, and then none while nobody is answered', () => {
    const admission = new Admission();
    expect(crowd(admission, 101)).toBe(100);
    expect(comes(admission, 'look-up')).toMatchObject({ extensions: { code: 'UNAVAILABLE', http: { status: 503 } } });
    admission.leave('look-up');
    expect(comes(admission, 'look-up')).toBeNull();
  });

  it('[O1] turns no look-up away because recordings wait, and no recording because of look-ups', () => {
    const admission = new Admission();
    expect([crowd(admission, 150, 'recording'), crowd(admission, 150, 'look-up')]).toEqual([100, 100]);
    admission.leave('look-up');
    expect([comes(admission, 'recording') === null, comes(admission, 'look-up') === null]).toEqual([false, true]);
  });

  it('takes more where answers come quickly, and never more than a thousand', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const admission = new Admission();
    for (let answer = 0; answer < 3000; answer += 1) {
      comes(admission, 'look-up');
      admission.leave('look-up');
      vi.advanceTimersByTime(0.5);
    }
    // Two thousand were answered in a second, eight hundred will be in the time that one may wait.
    expect(crowd(admission, 1000)).toBe(800);
    expect(admission.refusal()).toBeNull();
    for (let more = 0; more < 200; more += 1) admission.enter();
    expect(admission.refusal()).not.toBeNull();
  });

  it.each([
    ['look-up', { method: 'POST', body: { query: '{ rounds { totalCount } }' } }],
    ['recording', { method: 'POST', body: { query: 'mutation($input: StepInput!) { openBids(input: $input) { round { code } } }' } }],
    ['recording', { method: 'POST', body: { documentId: 'sha256:1f' } }],
    ['look-up', { method: 'POST', body: { documentId: 'sha256:2f' } }],
    ['look-up', { method: 'POST', body: null }],
    ['look-up', { method: 'GET', body: undefined }],
  ] as const)('knows a %s by its document: %j', (kind, request) => {
    const texts = new Map([['1f', 'mutation { a }']]);
    expect(kindOf(request, { mode: 'prefer', texts })).toBe(kind);
  });

  it('takes nobody while it empties, and knows when it is empty', async () => {
    const admission = new Admission();
    crowd(admission, 2);
    let empty = false;
    const drained = admission.drain(60_000).then(() => (empty = true));
    expect(admission.refusal()).toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    admission.leave('look-up');
    await Promise.resolve();
    expect(empty).toBe(false);
    admission.leave('look-up');
    await drained;
    expect(admission.underWay).toBe(0);
  });
});

describe('how the server is', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const ready = async () => {
    await pause(510);
    const { status, text } = await send(app, get('/readyz'));
    return [status, (JSON.parse(text) as { status: string }).status];
  };

  it('is ready while the database answers and has the schema of this program', async () => {
    expect(await ready()).toEqual([200, 'ready']);
    await app.database.pool.query(`insert into migration (name, executed_at) values ('m9999-of-a-later-program', now())`);
    expect(await ready()).toEqual([503, 'the database has another schema than this program']);
    await app.database.pool.query(`delete from migration where name = 'm9999-of-a-later-program'`);
    expect(await ready()).toEqual([200, 'ready']);
  });

  it('is not ready, and says so within 2 s, while the database hangs', async () => {
    const connect = vi.spyOn(app.database.served.readPool, 'query').mockImplementation(() => new Promise(() => undefined) as never);
    const began = performance.now();
    expect(await ready()).toEqual([503, 'the database does not answer in time']);
    expect(performance.now() - began).toBeLessThan(510 + 2000);
    connect.mockImplementation(() => Promise.reject(new Error('gone')) as never);
    expect(await ready()).toEqual([503, 'the database does not answer']);
    expect((await send(app, get('/healthz'))).status).toBe(200);
    connect.mockRestore();
    expect(await ready()).toEqual([200, 'ready']);
  });

  it('is counted without a label that a caller could think up', async () => {
    for (let time = 0; time < 3; time += 1) await send(app, asked);
    await send(app, { body: { query: 'query EVIL_NAME { evil_field }', operationName: 'EVIL_NAME' } });
    await send(app, { body: { query: '{ rounds(first: 200) { nodes { lots(first: 200) { nodes { code } } } } }' } });
    await send(app, { body: { query: 'mutation { openBids(input: { idempotencyKey: "k", roundCode: "R7" }) { userErrors { code } } }' } });
    await send(app, get('/evil_path'));
    const { status, text, headers } = await send(app, get('/metrics'));
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(text).not.toMatch(/evil/i);
    const value = (line: string) =>
      Number(
        text
          .split('\n')
          .find((each) => each.startsWith(line))
          ?.split(' ')
          .at(-1),
      );
    expect(value('accord_requests_total{operation="query",outcome="answered"}')).toBe(3);
    expect(value('accord_requests_total{operation="query",outcome="refused"}')).toBe(1);
    expect(value('accord_requests_total{operation="none",outcome="refused"}')).toBe(1);
    expect(value('accord_request_seconds_count{operation="query"}')).toBe(4);
    expect(value('accord_errors_total{code="QUERY_TOO_COMPLEX"}')).toBe(1);
    expect(value('accord_errors_total{code="NOT_FOUND"}')).toBe(1);
    expect(value('accord_errors_total{code="FORBIDDEN"}')).toBe(1);
    expect(value('accord_limits_total{limit="rowsOfLevel"}')).toBe(1);
    expect(value('accord_pool_connections{pool="read",state="idle"}')).toBeGreaterThan(0);
    expect(value('accord_kept_age_seconds{kept="standards"}')).toBeLessThan(mostSeconds);
    expect(value('accord_event_loop_lag_seconds')).toBeGreaterThanOrEqual(0);
    expect(value('accord_memory_bytes')).toBeGreaterThan(1e6);
    expect(value('accord_requests_under_way')).toBe(0);
    const labels = new Set([...text.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => name !== 'le').map(([, , label]) => label!));
    const closed = [
      ...errorCodes,
      ...Object.keys(limits),
      'query',
      'mutation',
      'none',
      'answered',
      'refused',
      'failed',
      'turned away',
      'record',
      'read',
      'apart',
      'standards',
      'changes',
      'busy',
      'idle',
      'waiting',
    ];
    expect([...labels].filter((label) => !closed.includes(label))).toEqual([]);
  });

  it('is not told to who comes through a proxy', async () => {
    expect(await send(app, get('/metrics', { 'x-forwarded-for': '203.0.113.7' }))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
