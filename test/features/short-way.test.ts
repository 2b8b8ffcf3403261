import { createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { draft, round7 } from '../support/build-round.ts';

interface Sent {
  readonly body?: unknown;
  readonly caller?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('a query that Apollo has accepted before', () => {
  let app: TestApp;
  const long = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
  beforeAll(async () => {
    app = await testApp();
    await draft(app, { scheme: 'national-drug', days: round7, code: 'draft-1' });
  });
  afterEach(() => long.mockClear());
  afterAll(async () => {
    long.mockRestore();
    await app.stop();
  });

  /** The answer, without the request's own id, and whether Apollo gave it. */
  async function send({ body, caller, headers = {} }: Sent) {
    long.mockClear();
    const response = await app.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(caller && { authorization: JSON.stringify(caller) }), ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { 'x-request-id': id, date: _always, ...headersBack } = response.headers as Record<string, string>;
    const text = response.body.replaceAll(id!, 'ID');
    return { status: response.statusCode, headers: headersBack, text, byApollo: long.mock.calls.length === 1 };
  }

  const areas =
    'query Areas($first: Int = 2, $after: String, $codes: [String!]) { areas(first: $first, after: $after, filter: { code: { in: $codes } }) { nodes { code name } } }';
  const cases: [name: string, sent: Sent][] = [
    ['without variables', { body: { query: '{ areas(first: 3) { totalCount nodes { code } } }' } }],
    ['with variables', { body: { query: areas, variables: { codes: ['330000', '110000'] } } }],
    ['with its name', { body: { query: areas, variables: { codes: ['330000'] }, operationName: 'Areas' } }],
    ['with an error in its arguments', { body: { query: '{ areas(first: 0) { nodes { code } } }' } }],
    ['about the schema', { body: { query: '{ __schema { queryType { name } } }' } }],
    ['of an expert', { body: { query: '{ round(code: "draft-1") { code } }' }, caller: expert }],
  ];
  it.each(cases)('is answered the same without Apollo: %s', async (_name, sent) => {
    const first = await send(sent);
    const again = await send(sent);
    expect(first.byApollo).toBe(true);
    expect(again).toEqual({ ...first, byApollo: false });
  });

  it('is answered for each caller anew', async () => {
    const body = { query: 'query Draft { round(code: "draft-1") { code status } }' };
    const text = { hidden: '{"data":{"round":null}}', shown: '{"data":{"round":{"code":"draft-1","status":"DRAFT"}}}' };
    expect([(await send({ body, caller: expert })).text, (await send({ body })).text]).toEqual([text.shown, text.hidden]);
    expect([(await send({ body, caller: expert })).text, (await send({ body })).text]).toEqual([text.shown, text.hidden]);
  });

  it('follows @include by the variables of each request', async () => {
    const query = 'query Area($name: Boolean!) { area(code: "330000") { code name @include(if: $name) } }';
    for (const name of [true, false, true]) {
      expect((await send({ body: { query, variables: { name } } })).text).toBe(
        `{"data":{"area":{"code":"330000"${name ? ',"name":"浙江省"' : ''}}}}`,
      );
    }
  });

  it('is the operation that the request names', async () => {
    const query = 'query One { area(code: "330000") { code } } query Two { area(code: "330000") { name } }';
    const answers = async () => [
      (await send({ body: { query, operationName: 'One' } })).text,
      (await send({ body: { query, operationName: 'Two' } })).text,
      (await send({ body: { query } })).status,
      (await send({ body: { query, operationName: 'Three' } })).status,
    ];
    expect(await answers()).toEqual(['{"data":{"area":{"code":"330000"}}}', '{"data":{"area":{"name":"浙江省"}}}', 400, 400]);
    expect(await answers()).toEqual(['{"data":{"area":{"code":"330000"}}}', '{"data":{"area":{"name":"浙江省"}}}', 400, 400]);
  });

  const odd: [name: string, sent: Sent, code: string, status: number][] = [
    ['a variable of another type', { body: { query: areas, variables: { first: 'two' } } }, 'BAD_USER_INPUT', 400],
    ['variables that are a list', { body: { query: areas, variables: [] } }, 'BAD_REQUEST', 400],
    ['variables with U+0000', { body: { query: areas, variables: { codes: ['33\0'] } } }, 'BAD_USER_INPUT', 400],
    ['a document that is no text', { body: { query: 1 } }, 'BAD_REQUEST', 400],
    [
      'a form that a browser sends unasked',
      { body: JSON.stringify({ query: areas }), headers: { 'content-type': 'text/plain' } },
      'BAD_REQUEST',
      400,
    ],
    ['an explanation that it may not see', { body: { query: areas, extensions: { explain: true } } }, 'FORBIDDEN', 403],
  ];
  it.each(odd)('is refused like the first time with %s', async (_name, sent, code, status) => {
    await send({ body: { query: areas } });
    const refused = await send(sent);
    expect(refused).toMatchObject({ status, text: expect.stringContaining(code) as string });
    expect(refused.text).not.toContain('"nodes"');
  });

  it('is refused like the first time where its variables make it cost too much', async () => {
    const query =
      'query Deep($rounds: Int!, $volumes: Int!) { rounds(first: $rounds) { nodes { selectedProducts(first: 50) { nodes { agreedVolumes(first: $volumes) { nodes { quantity } } } } } } }';
    const cheap = { body: { query, variables: { rounds: 20, volumes: 10 } } };
    const dear = { body: { query, variables: { rounds: 20, volumes: 11 } } };
    const [first, again] = [await send(cheap), await send(cheap)];
    expect([first.status, again.status, first.byApollo, again.byApollo]).toEqual([200, 200, true, false]);
    const refused = await send(dear);
    expect(refused).toMatchObject({ status: 400, byApollo: true, text: expect.stringContaining('QUERY_TOO_COMPLEX') as string });
    expect(refused).toEqual(await send(dear));
  });

  it('is answered by Apollo where another form of JSON is wanted', async () => {
    const body = { query: '{ area(code: "330000") { code } }' };
    await send({ body });
    const answer = await send({ body, headers: { accept: 'application/graphql-response+json' } });
    expect(answer).toMatchObject({ byApollo: true, headers: { 'content-type': 'application/graphql-response+json; charset=utf-8' } });
    expect((await send({ body, headers: { accept: '*/*' } })).byApollo).toBe(false);
  });

  it('is answered the same by its id, where it is trusted', async () => {
    const text = 'query Trusted($code: String!) { area(code: $code) { code } }';
    const documentId = createHash('sha256').update(text).digest('hex');
    const trusting = await testApp({ trustedDocuments: { mode: 'only', texts: new Map([[documentId, text]]) } });
    try {
      const ask = async (body: object) => {
        long.mockClear();
        const { body: answer } = await trusting.fastify.inject({ method: 'POST', url: '/graphql', payload: body });
        return [answer, long.mock.calls.length];
      };
      const variables = { code: '330000' };
      const answer = '{"data":{"area":{"code":"330000"}}}';
      expect(await ask({ documentId, variables })).toEqual([answer, 1]);
      expect(await ask({ documentId: `sha256:${documentId}`, variables })).toEqual([answer, 0]);
      // What is known is not trusted by that.
      expect(await ask({ query: text, variables })).toEqual([expect.stringContaining('TRUSTED_DOCUMENTS_ONLY'), 0]);
    } finally {
      await trusting.stop();
    }
  });

  it('never is a recording', async () => {
    const query = `mutation($key: String!) { recordEnterprise(input: { idempotencyKey: $key, code: "short-1", name: "企业", kind: HOLDER }) { userErrors { code } enterprise { code } } }`;
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await send({ body: { query, variables: { key: 'k' } }, caller: expert }));
    expect(answers.map(({ byApollo }) => byApollo)).toEqual([true, true, true]);
    expect(new Set(answers.map(({ text }) => text))).toEqual(
      new Set(['{"data":{"recordEnterprise":{"userErrors":[],"enterprise":{"code":"short-1"}}}}']),
    );
  });
});
