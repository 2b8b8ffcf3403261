import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { portOf, send, sendBytes, type Sent } from './send.ts';

describe('[S5] a body that is made to hurt', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await app.listen(0);
    for (let time = 0; time < 20; time += 1) await send(app, { body: { query: '{ rounds { totalCount } }' } });
  });
  afterAll(() => app.stop());

  const query = '{ rounds { totalCount } }';
  const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024);
  const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`;
  const withVariables = (json: string) => `{"query":"query($a: String) { rounds { totalCount } }","variables":{"a":${json}}}`;

  const bombs: [name: string, sent: Sent, status: number, code?: string][] = [
    ['4 MB of a document', { body: { query: megabytes(4) } }, 413],
    ['4 MB of JSON that is no request', { body: `"${megabytes(4)}"` }, 413],
    ['4.1 MB that are no JSON', { body: megabytes(4.1) }, 413],
    ['3.9 MB of a name', { body: { query: megabytes(3.9) } }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['3.9 MB of commas', { body: { query: ','.repeat(3_900_000) } }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a list 200,000 deep', { body: withVariables(deep('[', ']', 200_000)) }, 400, 'QUERY_TOO_COMPLEX'],
    ['an object 200,000 deep', { body: withVariables(deep('{"a":', '}', 200_000).replace('}', '1}')) }, 400, 'QUERY_TOO_COMPLEX'],
    ['a body 200,000 deep', { body: deep('[', ']', 200_000) }, 400],
    ['a list that is not closed', { body: '['.repeat(200_000) }, 400, 'BAD_REQUEST'],
    ['a name of 900 KB', { body: { query, operationName: megabytes(0.88) } }, 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['extensions of 1 MB', { body: { query, extensions: { note: megabytes(1) } } }, 200],
    [
      'extensions 50,000 deep',
      { body: `{"query":"${query}","extensions":${deep('{"a":', '}', 50_000).replace('}', '1}')}}` },
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a text of 1 MB where a number belongs',
      { body: { query: 'query($n: Int!) { rounds(first: $n) { totalCount } }', variables: { n: megabytes(1) } } },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a text of 1 MB where a day belongs',
      {
        body: {
          query: 'query($d: Date!) { procurementStatistics(groupBy: [ROUND], asOf: $d) { dataThrough } }',
          variables: { d: megabytes(1) },
        },
      },
      400,
      'BAD_USER_INPUT',
    ],
    [
      '100,000 variables',
      { body: { query, variables: Object.fromEntries(Array.from({ length: 100_000 }, (_each, at) => [`v${at}`, at])) } },
      200,
    ],
    [
      '100,000 codes',
      {
        body: {
          query: 'query($in: [String!]) { rounds(filter: { code: { in: $in } }) { totalCount } }',
          variables: { in: Array(100_000).fill('R4') },
        },
      },
      400,
      'QUERY_TOO_COMPLEX',
    ],
    [
      'a number of a million digits',
      { body: `{"query":"query($n: Int) { rounds(first: 1) { totalCount } }","variables":{"n":${'9'.repeat(1_000_000)}}}` },
      400,
    ],
    [
      'a persisted query of 900 KB',
      { body: { query, extensions: { persistedQuery: { version: 1, sha256Hash: megabytes(0.88) } } } },
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
    ['a documentId of 1 MB', { body: { documentId: megabytes(1) } }, 400, 'BAD_REQUEST'],
    ['keys of prototypes', { body: '{"__proto__":{"polluted":1},"query":"{ rounds { totalCount } }"}' }, 400, 'BAD_REQUEST'],
  ];
  it.each(bombs)('%s', async (_name, sent, status, code) => {
    const reply = await send(app, sent);
    expect({ status: reply.status, ...(code && { code: reply.code }) }, reply.text.slice(0, 300)).toEqual({
      status,
      ...(code && { code }),
    });
    expect(reply.text.length).toBeLessThanOrEqual(2048);
    if (reply.code !== null) expect(reply.errors[0]!.extensions.requestId).toBe(reply.headers['x-request-id']);
    expect(reply.milliseconds).toBeLessThan(1000);
  });

  it('a body of a few kilobytes that unpacks to 100 MB is not unpacked', async () => {
    const body = gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '));
    const before = process.memoryUsage.rss();
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`;
    const text = await sendBytes(portOf(app), Buffer.concat([Buffer.from(head), body]));
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text.length).toBeLessThanOrEqual(2048);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('all of them, again and again, leave the memory as it was', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = held();
    for (let time = 0; time < 2; time += 1) for (const [, sent] of bombs) await send(app, sent);
    expect(held() - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('headers that are too long, and bytes that are no HTTP, are refused in the same shape', async () => {
    const told = async (bytes: string) => {
      const text = await sendBytes(portOf(app), bytes);
      const [head, body] = text.split('\r\n\r\n');
      const { errors } = JSON.parse(body!) as { errors: { extensions: { code: string; requestId: string } }[] };
      expect(head).toContain(`x-request-id: ${errors[0]!.extensions.requestId}`);
      expect(text.length).toBeLessThanOrEqual(2048);
      return [head!.split(' ')[1], errors[0]!.extensions.code];
    };
    expect(await told(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`)).toEqual(['431', 'BAD_REQUEST']);
    expect(await told(`GET /${'x'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)).toEqual(['431', 'BAD_REQUEST']);
    expect(await told('what is this?\r\n\r\n')).toEqual(['400', 'BAD_REQUEST']);
    expect(await told('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n')).toEqual([
      '400',
      'BAD_REQUEST',
    ]);
  });

  it('200 connections that send a byte now and then hold nobody up, and are closed', { timeout: 40_000 }, async () => {
    const port = portOf(app);
    const open: Socket[] = [];
    const closed = new Set<Socket>();
    const told: string[] = [];
    for (let each = 0; each < 200; each += 1) {
      const socket = connect(port, '127.0.0.1', () => socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n'));
      socket.on('data', (chunk: Buffer) => told.push(chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => closed.add(socket));
      open.push(socket);
    }
    const dribble = setInterval(() => open.forEach((socket) => socket.writable && socket.write('x')), 500);
    try {
      const times: number[] = [];
      const until = Date.now() + 14_000;
      while (Date.now() < until && closed.size < open.length) {
        const began = performance.now();
        expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
        times.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      // The tests share the machine: one slow answer in twenty is its own.
      expect(times.toSorted((a, b) => a - b).at(Math.floor(times.length * 0.9))).toBeLessThan(200);
      expect(closed.size).toBe(open.length);
      expect(told[0]).toMatch(/^HTTP\/1\.1 408 /);
    } finally {
      clearInterval(dribble);
      for (const socket of open) socket.destroy();
    }
  });
});
