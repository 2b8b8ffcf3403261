import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { portOf, send, type Sent } from './send.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await app.listen(0);
});
afterAll(() => app.stop());

describe('[S1] GraphQL over HTTP', () => {
  it('holds by all audits of graphql-http', async () => {
    const results = await auditServer({ url: `http://127.0.0.1:${portOf(app)}/graphql` });
    const failed = (status: string) => results.flatMap((each) => (each.status === status ? [each.id] : [])).toSorted();
    expect(results).toHaveLength(61);
    expect(failed('error')).toEqual([]);
    expect(['572B', 'FDE2', '7B9B']).toEqual(expect.arrayContaining(failed('warn')));
    expect(['5A70', 'D6D5', '6A70']).toEqual(expect.arrayContaining(failed('notice')));
  });
});

describe('[S6] the ways to send a request', () => {
  const query = '{ rounds { totalCount } }';
  const mutation = 'mutation { openBids(input: { idempotencyKey: "k", roundCode: "R7" }) { userErrors { code } } }';
  const search = (document: string) => `/graphql?query=${encodeURIComponent(document)}`;
  const asked = { 'apollo-require-preflight': 'true' };
  const types = {
    json: 'application/json',
    text: 'text/plain',
    form: 'application/x-www-form-urlencoded',
    multipart: 'multipart/form-data; boundary=x',
    none: '',
  };

  const bodies: Record<string, string> = {
    query: JSON.stringify({ query }),
    mutation: JSON.stringify({ query: mutation }),
    list: JSON.stringify([{ query }, { query }]),
    'query=…': `query=${encodeURIComponent(query)}`,
    nothing: '',
  };
  const expected: Record<string, Record<string, number>> = {
    query: { json: 200, text: 400, form: 415, multipart: 415, none: 415 },
    mutation: { json: 200, text: 400, form: 415, multipart: 415, none: 415 },
    list: { json: 400, text: 400, form: 415, multipart: 415, none: 415 },
    'query=…': { json: 400, text: 400, form: 415, multipart: 415, none: 415 },
    nothing: { json: 400, text: 400, form: 415, multipart: 415, none: 415 },
  };
  const posts = Object.entries(bodies).flatMap(([name, body]) =>
    Object.entries(types).map(([type, header]): [string, string, Sent, number] => [
      name,
      type,
      { body, headers: { 'content-type': header }, caller: expert },
      expected[name]![type]!,
    ]),
  );
  it.each(posts)('POST of %s as %s', async (_name, _type, sent, status) => {
    app.database.forget();
    const reply = await send(app, sent);
    expect(reply.status, reply.text).toBe(status);
    if (status === 200) return;
    expect(app.database.statements).toEqual([]);
    expect(reply.errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST', requestId: reply.headers['x-request-id'] } });
  });

  it('are the same for a document that is known already', async () => {
    await send(app, { body: { query } });
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) expect((await send(app, { method, body: { query } })).status).toBe(405);
  });

  const others: [name: string, sent: Sent, status: number, allow?: string][] = [
    ['a bare GET', { method: 'GET', url: search(query) }, 400],
    ['a GET that a browser would have to ask for', { method: 'GET', url: search(query), headers: asked }, 200],
    ['a GET that says it is JSON', { method: 'GET', url: search(query), headers: { 'content-type': 'application/json' } }, 200],
    ['a GET as a message', { method: 'GET', url: search(query), headers: { 'content-type': 'message/http' } }, 400],
    ['a GET as a form', { method: 'GET', url: search(query), headers: { 'content-type': types.form } }, 400],
    ['a GET of a mutation', { method: 'GET', url: search(mutation), headers: asked, caller: expert }, 405, 'POST'],
    ['a bare GET of a mutation', { method: 'GET', url: search(mutation), caller: expert }, 400],
    ['a GET of nothing', { method: 'GET', url: '/graphql', headers: asked }, 400],
    ['a GET of the id of a trusted document', { method: 'GET', url: '/graphql?documentId=sha256:00', headers: asked }, 400],
    ['PUT', { method: 'PUT', body: { query } }, 405, 'GET, POST'],
    ['PATCH', { method: 'PATCH', body: { query } }, 405, 'GET, POST'],
    ['DELETE', { method: 'DELETE', headers: asked }, 405, 'GET, POST'],
    [
      'a mutation by a form of another site',
      { url: '/graphql', body: mutation, headers: { 'content-type': types.text, origin: 'https://evil.example' } },
      400,
    ],
  ];
  it.each(others)('%s', async (_name, sent, status, allow) => {
    app.database.forget();
    const reply = await send(app, sent);
    expect(reply.status, reply.text).toBe(status);
    if (allow !== undefined) expect(reply.headers['allow']).toBe(allow);
    if (status === 200) return expect(reply.data).toEqual({ rounds: { totalCount: 19 } });
    expect(app.database.statements).toEqual([]);
    return expect(reply.errors[0]).toMatchObject({
      extensions: { messageZh: expect.any(String) as string, requestId: reply.headers['x-request-id'] },
    });
  });

  it('let no page of another origin read an answer', async () => {
    for (const method of ['POST', 'OPTIONS'] as const) {
      const { headers } = await send(app, { method, body: { query }, headers: { origin: 'https://evil.example' } });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

describe('every answer', () => {
  const places: [string, Sent][] = [
    ['an answer', { body: { query: '{ rounds { totalCount } }' } }],
    ['the same again', { body: { query: '{ rounds { totalCount } }' } }],
    ['a mistake', { body: { query: '{ nothing }' } }],
    ['no JSON', { body: '{' }],
    ['another type', { body: 'x', headers: { 'content-type': 'text/xml' } }],
    ['an address that is not there', { method: 'GET', url: '/nowhere' }],
    ['an address that is none', { method: 'GET', url: '/%zz' }],
    ['health', { method: 'GET', url: '/healthz' }],
    ['readiness', { method: 'GET', url: '/readyz' }],
    ['the explorer', { method: 'GET', url: '/explorer' }],
    ['the way to it', { method: 'GET', url: '/' }],
  ];
  it.each(places)('has a request id and the security headers, and names no other host: %s', async (_name, sent) => {
    const { headers, text, status, errors } = await send(app, sent);
    expect(headers).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/) as string,
    });
    expect(JSON.stringify(headers)).not.toMatch(/https?:/);
    expect(headers).not.toHaveProperty('x-powered-by');
    if (status >= 400) {
      expect(errors).toHaveLength(1);
      expect(errors[0]!.extensions).toMatchObject({
        messageZh: expect.stringMatching(/\p{Script=Han}/u) as string,
        requestId: headers['x-request-id'],
      });
      expect(text.length).toBeLessThan(2048);
    }
  });
});
