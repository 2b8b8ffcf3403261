import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, roles } from '../../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import type { TokenSource } from '../../src/platform/access/token-source.ts';
import { openIssuer } from '../../src/platform/access/trusted-issuer.ts';
import { createVerifier, type VerifyToken } from '../../src/platform/access/verify-token.ts';
import { send, type Sent } from '../front-door/send.ts';
import { dataFolder } from '../process/child.ts';
import { testApp, type TestApp } from '../support/app.ts';

const configuration: Sent = { method: 'GET', url: '/sign-in/configuration', headers: { host: '127.0.0.1:4000' } };
const signIn = (body: string | object | undefined, headers: Readonly<Record<string, string>> = {}): Sent => ({
  url: '/sign-in/development',
  headers: { host: '127.0.0.1:4000', ...headers },
  ...(body !== undefined && { body }),
});

let app: TestApp;
let verify: VerifyToken;
beforeAll(async () => {
  const development = await openDevelopmentIssuer(dataFolder());
  verify = createVerifier(await openIssuer({ development }), { has: () => false });
  app = await testApp({ tokens: { development }, verifyToken: verify });
});
afterAll(() => app.stop());

describe('beside the embedded database', () => {
  it('a page is told the roles and what each of them needs, in both languages', async () => {
    const { status, headers, text } = await send(app, configuration);
    expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
    const { mode, roles: offered } = JSON.parse(text) as {
      mode: string;
      roles: { role: string; needs: string[]; nameEn: string; nameZh: string }[];
    };
    expect([mode, offered.map(({ role }) => role)]).toEqual(['DEVELOPMENT', [...roles]]);
    expect(Object.fromEntries(offered.flatMap(({ role, needs }) => (needs.length > 0 ? [[role, needs]] : [])))).toEqual({
      ENTERPRISE: ['enterprise'],
      INSTITUTION: ['institution'],
      AGENCY: ['area'],
    });
    for (const { nameEn, nameZh } of offered)
      expect([nameEn, nameZh]).toEqual([expect.stringMatching(/^[A-Z]/), expect.stringMatching(/\p{Script=Han}/u)]);
  });

  it.each([
    [{ role: 'EXPERT' }, { role: 'EXPERT', subject: 'expert', person: 'expert' }],
    [
      { role: 'APPROVER', subject: 'li-si', person: '李四' },
      { role: 'APPROVER', subject: 'li-si', person: '李四' },
    ],
    [
      { role: 'ENTERPRISE', enterprise: 'microport' },
      { role: 'ENTERPRISE', subject: 'enterprise', person: 'enterprise', enterprise: 'microport' },
    ],
    [
      { role: 'AGENCY', area: '330100' },
      { role: 'AGENCY', subject: 'agency', person: 'agency', area: '330100' },
    ],
  ])('%j is given its token, which the server takes', async (body, caller) => {
    const { status, headers, text } = await send(app, signIn(body));
    expect({ status, cache: headers['cache-control'], cors: headers['access-control-allow-origin'] }).toEqual({
      status: 200,
      cache: 'no-store',
    });
    const { token, expiresAt } = JSON.parse(text) as { token: string; expiresAt: string };
    expect(await verify(`Bearer ${token}`)).toEqual({ ...anonymous, ...caller });
    expect(expiresAt).toBe(new Date(decodeJwt(token).exp! * 1000).toISOString());
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(11 * 3600 * 1000);
    const asked = { body: { query: '{ __typename }' }, headers: { authorization: `Bearer ${token}` } };
    expect((await send(app, asked)).status).toBe(200);
  });

  it.each([
    [{}, 'role must be one of EXPERT, '],
    [{ role: 'KING' }, 'role must be one of EXPERT, '],
    [{ role: 'OPERATOR' }, 'role must be one of EXPERT, '],
    [{ role: ['EXPERT'] }, 'role must be one of EXPERT, '],
    [{ role: 'ENTERPRISE' }, 'enterprise is needed by this role.'],
    [{ role: 'ENTERPRISE', enterprise: '' }, 'enterprise is needed by this role.'],
    [{ role: 'INSTITUTION', enterprise: 'microport' }, 'institution is needed by this role.'],
    [{ role: 'AGENCY', area: '330100', enterprise: 'microport' }, 'enterprise does not go with this role.'],
    [{ role: 'ENTERPRISE', enterprise: { eq: 'x' } }, 'enterprise must be a code of 1 to 64 characters.'],
    [{ role: 'EXPERT', area: '1' }, 'area does not go with this role.'],
    [{ role: 'EXPERT', subject: '' }, 'subject must be a name of 1 to 64 characters.'],
    [{ role: 'EXPERT', subject: 'a\u0000b' }, 'subject must be a name of 1 to 64 characters.'],
    [{ role: 'EXPERT', person: ' ' }, 'person must be a name of 1 to 64 characters.'],
  ])('%j is refused with its reason', async (body, message) => {
    const { status, code, errors } = await send(app, signIn(body));
    expect({ status, code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(errors[0]!.message).toContain(message);
    expect(errors[0]!.extensions.messageZh).toMatch(/\p{Script=Han}/u);
  });

  const good = JSON.stringify({ role: 'EXPERT' });
  it.each<[string, Sent, number]>([
    ['a form', signIn('role=EXPERT', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a form of several parts', signIn(good, { 'content-type': 'multipart/form-data; boundary=x' }), 415],
    ['plain text that is JSON', signIn(good, { 'content-type': 'text/plain' }), 415],
    ['another type that begins as JSON', signIn(good, { 'content-type': 'application/jsonp' }), 415],
    ['no body', signIn(undefined), 415],
    ['a body that is no JSON', signIn('{', { 'content-type': 'application/json' }), 400],
    ['a list', signIn([]), 400],
    ['a body with __proto__', signIn('{"role":"EXPERT","__proto__":{}}', { 'content-type': 'application/json' }), 400],
    ['a page from elsewhere', signIn(good, { 'content-type': 'application/json', origin: 'https://foreign.example' }), 403],
    ['a page that has no origin to show', signIn(good, { 'content-type': 'application/json', origin: 'null' }), 403],
    ['a page whose origin only looks near', signIn({ role: 'EXPERT' }, { origin: 'http://localhost.foreign.example' }), 403],
    ['a name that was bound anew to this machine', signIn({ role: 'EXPERT' }, { host: 'foreign.example:4000' }), 403],
    ['a name that only looks near', signIn({ role: 'EXPERT' }, { host: '127.0.0.1.foreign.example' }), 403],
    ['a host with a user before it', signIn({ role: 'EXPERT' }, { host: 'localhost@foreign.example' }), 403],
    ['a proxy, for somebody elsewhere', signIn({ role: 'EXPERT' }, { 'x-forwarded-for': '203.0.113.1' }), 403],
    ['a proxy that names another host', signIn({ role: 'EXPERT' }, { 'x-forwarded-host': 'accord.example' }), 403],
    ['a GET', { method: 'GET', url: '/sign-in/development?role=EXPERT' }, 404],
    [
      'a question whether it may come',
      { method: 'OPTIONS', url: '/sign-in/development', headers: { origin: 'https://foreign.example' } },
      404,
    ],
  ])('%s is given no token', async (_who, sent, status) => {
    const reply = await send(app, sent);
    expect(reply.status).toBe(status);
    expect(reply.text).not.toContain('token"');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    expect(reply.errors[0]!.extensions).toMatchObject({ requestId: reply.headers['x-request-id'] });
  });

  it.each<Record<string, string>>([
    { host: 'localhost:4000' },
    { host: '[::1]:4000' },
    { host: '127.0.0.1' },
    { host: 'localhost:5173', origin: 'http://localhost:5173' },
  ])('a page of this machine is, at %j', async (headers) => {
    expect((await send(app, signIn({ role: 'AUDITOR' }, headers))).status).toBe(200);
  });
});

describe('elsewhere', () => {
  const servers: TestApp[] = [];
  const serverWith = async (tokens: TokenSource, rates = { anonymous: 0, caller: 0 }) => {
    const server = await testApp({ beside: app, tokens, rates });
    servers.push(server);
    return server;
  };
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  it('a page is told of the identity provider, and no token is given', async () => {
    const server = await serverWith({ oidc: { issuer: 'https://id.example/realm', audience: 'accord', clientId: 'accord-page' } });
    const { text } = await send(server, configuration);
    expect(JSON.parse(text)).toEqual({ mode: 'OIDC', issuer: 'https://id.example/realm', audience: 'accord', clientId: 'accord-page' });
    expect(await send(server, signIn({ role: 'EXPERT' }))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('a page is told that there is no way where nobody’s tokens are taken', async () => {
    const server = await serverWith('nobody');
    expect(JSON.parse((await send(server, configuration)).text)).toEqual({ mode: 'NONE' });
    expect(await send(server, signIn({ role: 'EXPERT' }))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('who asks too often is told so', async () => {
    const server = await serverWith('nobody', { anonymous: 2, caller: 0 });
    const statuses = [];
    for (const each of [configuration, signIn({ role: 'EXPERT' }), configuration, signIn({ role: 'EXPERT' })])
      statuses.push((await send(server, { ...each, headers: { ...each.headers, 'x-forwarded-for': '203.0.113.7' } })).status);
    expect(statuses).toEqual([200, 404, 429, 429]);
  });
});
