import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { anonymous } from '../../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import { revokeToken } from '../../src/platform/access/revoke-token.ts';
import { watchRevokedTokens, type RevocationWatch } from '../../src/platform/access/revoked-tokens.ts';
import { openIssuer, type TrustedIssuer } from '../../src/platform/access/trusted-issuer.ts';
import { createVerifier, type VerifyToken } from '../../src/platform/access/verify-token.ts';
import { testSeal, usualStreams } from '../support/app.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { identityProvider } from '../support/identity-provider.ts';

/** Both stand still, so that a second more or less is exactly that. */
const moment = new Date('2026-11-21T04:00:00Z');
const now = moment.getTime() / 1000;

/** An issuer with what a thief may know of it and what he may not. */
interface World {
  readonly trusted: TrustedIssuer;
  readonly kid: string;
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
  /** Its public key as bytes, which somebody might take for a shared secret. */
  readonly publicBytes: Uint8Array;
  /** Another algorithm that the same key can sign with. */
  readonly otherAlgorithm: string;
  close(): Promise<void>;
}

async function developmentWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-tokens-'));
  const development = await openDevelopmentIssuer(folder);
  const trusted = (await openIssuer({ development }))!;
  const jwk = JSON.parse(readFileSync(path.join(folder, 'issuer-key.json'), 'utf8')) as { x: string };
  const privateKey = await importJWK({ ...jwk, kty: 'OKP', crv: 'Ed25519' }, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('a shared secret');
  const token = await development.signToken({ role: 'EXPERT', subject: 'a' });
  const { kid } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string };
  return {
    trusted,
    kid,
    algorithm: 'EdDSA',
    privateKey,
    publicBytes: Buffer.from(jwk.x, 'base64url'),
    otherAlgorithm: 'Ed25519',
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function providerWorld(): Promise<World> {
  const provider = await identityProvider();
  const { privateKey, publicKey } = await provider.addKey('key-1', 'EdDSA');
  // A second one, so that the key has to be found by its name.
  await provider.addKey('key-2', 'ES256');
  return {
    trusted: (await openIssuer({ oidc: { issuer: provider.issuer, audience: 'accord', clientId: 'page' } }))!,
    kid: 'key-1',
    algorithm: 'EdDSA',
    privateKey,
    publicBytes: Buffer.from(await exportSPKI(publicKey)),
    otherAlgorithm: 'Ed25519',
    close: provider.stop,
  };
}

/** A header that is refused, and what the log says of it. */
type Bad = readonly [what: string, header: string, cause: RegExp];

let database: TestDatabase;
let revoked: RevocationWatch;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: moment });
  database = await testDatabase({ empty: true });
  const log = pino({ level: 'silent' });
  await revokeToken(database.pool, { jti: 'lost', issuer: null, expiresAt: null, reason: null, revokedBy: 'test' });
  revoked = await watchRevokedTokens(database.served.pool, log);
});
afterAll(async () => {
  vi.useRealTimers();
  await revoked.close();
  await database.drop();
});

describe.each([
  ['the development issuer', developmentWorld],
  ['an identity provider', providerWorld],
])('[T1] the tokens of %s', (_name, open) => {
  let world: World;
  let verify: VerifyToken;
  let app: App;
  let bad: readonly Bad[];
  const logged: string[] = [];
  beforeAll(async () => {
    world = await open();
    verify = createVerifier(world.trusted, revoked);
    bad = await badHeaders();
    app = await createApp({
      database: database.served,
      tokens: 'nobody',
      verifyToken: verify,
      clock: { now: () => moment },
      seal: testSeal,
      log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
      trustedDocuments: { mode: 'off', texts: new Map() },
      rates: { anonymous: 0, caller: 0 },
      streamLimits: usualStreams,
    });
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  const good = () => ({
    iss: world.trusted.issuer,
    aud: world.trusted.audience,
    role: 'EXPERT',
    sub: 'li-si',
    jti: 'id-1',
    exp: now + 600,
  });
  /** Signed by the issuer's own key unless another is given; a claim that is undefined is left out. */
  const token = (claims: object = {}, header: Partial<JWTHeaderParameters> = {}, key: CryptoKey | Uint8Array = world.privateKey) =>
    new SignJWT({ ...good(), ...claims }).setProtectedHeader({ alg: world.algorithm, kid: world.kid, ...header }).sign(key);
  const without = (claim: string) => token({ [claim]: undefined });

  async function badHeaders(): Promise<readonly Bad[]> {
    const [head = '', body = '', signature = ''] = (await token()).split('.');
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const stranger = await generateKeyPair('EdDSA', { extractable: true });
    const publicOfStranger = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } as const;
    const notAllowed = /"alg" \(Algorithm\) Header Parameter value not allowed/;
    const badSignature = /signature verification failed/;
    const noKey = /no applicable key found/;
    const rows: readonly (readonly [string, string | Promise<string>, RegExp])[] = [
      ['no algorithm and no signature', new UnsecuredJWT(good()).encode(), /not a bearer token/],
      ['no algorithm, with a signature', `${encoded({ alg: 'none' })}.${body}.${signature}`, notAllowed],
      ['the public key as a shared secret', token({}, { alg: 'HS256' }, world.publicBytes), notAllowed],
      ['another algorithm of the same key', token({}, { alg: world.otherAlgorithm }), notAllowed],
      [
        'an algorithm written over the signed one',
        `${encoded({ alg: 'ES256', kid: world.kid })}.${body}.${signature}`,
        /not allowed|no applicable key/,
      ],
      ['a role written in', `${head}.${encoded({ ...good(), role: 'APPROVER' })}.${signature}`, badSignature],
      ['another signature', `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`, badSignature],
      ['expired 6 s ago', token({ exp: now - 6 }), /"exp" claim timestamp check failed/],
      ['expired 5 s ago', token({ exp: now - 5 }), /"exp" claim timestamp check failed/],
      ['good in 6 s', token({ nbf: now + 6 }), /"nbf" claim timestamp check failed/],
      ['no end', without('exp'), /missing required "exp" claim/],
      ['an end that is a text', token({ exp: 'tomorrow' }), /"exp" claim must be a number/],
      ['no subject', without('sub'), /missing required "sub" claim/],
      ['no id', without('jti'), /missing required "jti" claim/],
      ['an id that is none', token({ jti: 7 }), /the claim "jti" is not a text/],
      ['another issuer', token({ iss: 'https://other.example' }), /unexpected "iss" claim value/],
      ['no issuer', without('iss'), /missing required "iss" claim/],
      ['another audience', token({ aud: ['other', 'another'] }), /unexpected "aud" claim value/],
      ['no audience', without('aud'), /missing required "aud" claim/],
      ['an unknown key', token({}, { kid: 'key-9' }), noKey],
      ['a path for a key', token({}, { kid: '../../../../etc/passwd' }), noKey],
      ['a statement for a key', token({}, { kid: `' or 1=1 --` }), noKey],
      ["a stranger's signature", token({}, {}, stranger.privateKey), badSignature],
      ["a stranger's key brought along", token({}, { jwk: publicOfStranger }, stranger.privateKey), badSignature],
      ["a stranger's address of keys", token({}, { jku: 'http://127.0.0.1:9/keys' }, stranger.privateKey), badSignature],
      [
        'an extension that nobody knows',
        `${encoded({ alg: world.algorithm, kid: world.kid, crit: ['x'], x: 1 })}.${body}.${signature}`,
        /Extension Header Parameter "x" is not recognized/,
      ],
      ['100 KB', token({ note: 'x'.repeat(75_000) }), /longer than 8192 characters/],
      ['a revoked id', token({ jti: 'lost' }), /revoked/],
      ['no role', without('role'), /"role" is not one role of the list/],
      ['a role of no list', token({ role: 'KING' }), /"role" is not one role of the list/],
      ['the role of those without a token', token({ role: 'ANONYMOUS' }), /"role" is not one role of the list/],
      ['two roles', token({ role: ['EXPERT', 'APPROVER'] }), /"role" is not one role of the list/],
      ['one role in a list', token({ role: ['EXPERT'] }), /"role" is not one role of the list/],
      ['an enterprise without its code', token({ role: 'ENTERPRISE' }), /a token of ENTERPRISE needs the claim "enterprise"/],
      ['an institution without its code', token({ role: 'INSTITUTION', institution: '' }), /needs the claim "institution"/],
      ['an agency with a number for its area', token({ role: 'AGENCY', area: 110000 }), /needs the claim "area"/],
      ['a subject of two lines', token({ sub: 'a\nb' }), /"sub" is not a name/],
      ['a person that is none', token({ person: ['li-si'] }), /"person" is not a name/],
      ['acting for another', token({ act: { sub: 'zhang-san' } }), /the claim "act": delegation is not known here/],
    ];
    const made = await Promise.all(rows.map(async ([what, text, cause]): Promise<Bad> => [what, `Bearer ${await text}`, cause]));
    const fine = `${head}.${body}.${signature}`;
    return [
      ...made,
      ['nothing', '', /not a bearer token/],
      ['no scheme', fine, /not a bearer token/],
      ['another scheme', `Basic ${fine}`, /not a bearer token/],
      ['two tokens', `Bearer ${fine}, Bearer ${fine}`, /not a bearer token/],
    ];
  }

  const inject = (authorization?: string | string[]) =>
    app.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) } as Record<string, string>,
      payload: { query: '{ __typename }' },
    });

  it('are taken when they are good, within the tolerance of 5 s', async () => {
    const caller = { ...anonymous, role: 'EXPERT', subject: 'li-si', person: 'li-si' };
    const taken: readonly (readonly [object, object])[] = [
      [{}, caller],
      [{ exp: now - 4 }, caller],
      [{ nbf: now + 4 }, caller],
      [{ aud: ['other', world.trusted.audience] }, caller],
      [
        { person: '李四', sub: 'li-si-2' },
        { ...caller, subject: 'li-si-2', person: '李四' },
      ],
      [
        { role: 'AGENCY', area: '310000', enterprise: 'E-1' },
        { ...caller, role: 'AGENCY', area: '310000' },
      ],
    ];
    for (const [claims, expected] of taken) expect(await verify(`Bearer ${await token(claims)}`), JSON.stringify(claims)).toEqual(expected);
    expect((await inject(`Bearer ${await token()}`)).json()).toEqual({ data: { __typename: 'Query' } });
    expect(await verify(undefined)).toEqual(anonymous);
  });

  it('are refused with the same bytes whatever is wrong; the log names the cause and holds no part of the token', async () => {
    const answers = new Set<string>();
    for (const [what, header, cause] of bad) {
      logged.length = 0;
      const answer = await inject(header);
      const { 'x-request-id': requestId, date: _date, ...headers } = answer.headers;
      expect(answer.statusCode, what).toBe(401);
      answers.add(JSON.stringify([headers, answer.body]).replaceAll(String(requestId), 'id'));
      const lines = logged.map((line) => JSON.parse(line) as { requestId: string; cause: string; msg: string });
      expect(
        lines.map(({ msg, requestId: id }) => [msg, id]),
        what,
      ).toContainEqual(['token refused', requestId]);
      expect(lines.find(({ msg }) => msg === 'token refused')?.cause, what).toMatch(cause);
      for (const part of header.split(/[ .,]/).filter((each) => each.length > 12)) expect(logged.join(''), what).not.toContain(part);
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain('UNAUTHENTICATED');
    expect(bad.length).toBeGreaterThan(40);
  });

  it('are refused when they come twice, and when they are too long for a header', async () => {
    const address = new URL(await app.listen(0));
    const send = async (authorization: string[]) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = [
          'host',
          address.host,
          'content-type',
          'application/json',
          ...authorization.flatMap((each) => ['authorization', each]),
        ];
        const sent = request({ host: address.hostname, port: address.port, path: '/graphql', method: 'POST', headers }, (answer) =>
          answer.resume().on('end', () => resolve(answer.statusCode)),
        );
        sent.on('error', reject).end(JSON.stringify({ query: '{ __typename }' }));
      });
    const fine = `Bearer ${await token()}`;
    expect(await send([fine])).toBe(200);
    expect(await send([fine, fine])).toBe(401);
    expect(await send([fine, 'Bearer a.b.c'])).toBe(401);
    expect(await send([`Bearer ${await token({ note: 'x'.repeat(75_000) })}`])).toBe(431);
  });
});

describe('[T1] the keys of an identity provider', () => {
  const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);

  async function setUp() {
    const provider = await identityProvider();
    const first = await provider.addKey('first', 'ES256');
    const verify = createVerifier(await openIssuer({ oidc: { issuer: provider.issuer, audience: 'accord', clientId: 'page' } }), revoked);
    const signed = (kid: string, key: CryptoKey) =>
      new SignJWT({ role: 'AUDITOR', sub: 'a', jti: 'id', iss: provider.issuer, aud: 'accord' })
        .setExpirationTime('12h')
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(key);
    const outcome = async (kid: string, key: CryptoKey) =>
      verify(`Bearer ${await signed(kid, key)}`).then(
        () => 'taken',
        (error: unknown) => String((error as Error).cause),
      );
    return { provider, first: first.privateKey, outcome };
  }

  it('are fetched again for a key that is new, not more often than every 30 s, and not for one that is made up', async () => {
    const { provider, first, outcome } = await setUp();
    expect(await outcome('first', first)).toBe('taken');
    const { privateKey: second } = await provider.addKey('second', 'ES256');
    expect(await outcome('second', second)).toMatch(/no applicable key/);
    minutes(0.5);
    expect(await outcome('second', second)).toBe('taken');
    expect(await outcome('first', first)).toBe('taken');
    const stranger = (await generateKeyPair('ES256')).privateKey;
    for (let times = 0; times < 20; times += 1) expect(await outcome(`made-up-${times}`, stranger)).toMatch(/no applicable key/);
    expect(provider.fetches()).toBe(2);
    await provider.stop();
  });

  it('are taken no longer than ten minutes after they were withdrawn', async () => {
    const { provider, first, outcome } = await setUp();
    expect(await outcome('first', first)).toBe('taken');
    provider.removeKey('first');
    await provider.addKey('second', 'ES256');
    minutes(9.9);
    expect(await outcome('first', first)).toBe('taken');
    minutes(0.1);
    expect(await outcome('first', first)).toMatch(/no applicable key/);
    await provider.stop();
  });

  it('serve for ten minutes while the provider is away; an unknown one is refused, and the log says why', async () => {
    const { provider, first, outcome } = await setUp();
    expect(await outcome('first', first)).toBe('taken');
    await provider.stop();
    minutes(5);
    expect(await outcome('first', first)).toBe('taken');
    expect(await outcome('second', first)).toBe('Error: the keys of the issuer cannot be fetched: nothing listens there');
    minutes(5);
    expect(await outcome('first', first)).toBe('Error: the keys of the issuer cannot be fetched: nothing listens there');
  });

  it('are asked once for a token, until they are fetched again, it ends or is revoked', async () => {
    const provider = await identityProvider();
    const { privateKey } = await provider.addKey('first', 'ES256');
    const list = new Set<string>();
    const verify = createVerifier(await openIssuer({ oidc: { issuer: provider.issuer, audience: 'accord', clientId: 'accord' } }), list);
    const checks = vi.spyOn(crypto.subtle, 'verify');
    const tokenFor = async (minutesLong: number, jti: string) =>
      `Bearer ${await new SignJWT({ role: 'AUDITOR', sub: 'a', jti, iss: provider.issuer, aud: 'accord' })
        .setExpirationTime(Math.floor(Date.now() / 1000) + minutesLong * 60)
        .setProtectedHeader({ alg: 'ES256', kid: 'first' })
        .sign(privateKey)}`;
    const outcome = async (token: string) => {
      checks.mockClear();
      const told = await verify(token).then(
        ({ subject }) => subject,
        (error: unknown) => String((error as Error).cause),
      );
      return [told, checks.mock.calls.length];
    };
    const [long, short, stolen] = [await tokenFor(60, 'long'), await tokenFor(5, 'short'), await tokenFor(60, 'stolen')];
    // The keys are fetched for the first one.
    for (const token of [long, long, short, stolen]) expect(await outcome(token)).toEqual(['a', 1]);
    for (const token of [long, short, stolen]) expect(await outcome(token)).toEqual(['a', 0]);
    expect(await outcome(`${long.slice(0, -2)}AA`)).toEqual([expect.stringMatching(/signature verification failed/), 1]);
    list.add('stolen');
    expect(await outcome(stolen)).toEqual(['Error: revoked', 0]);
    minutes(5);
    expect(await outcome(short)).toEqual(['a', 0]);
    minutes(5 / 60);
    expect(await outcome(short)).toEqual([expect.stringMatching(/"exp" claim timestamp check failed/), 1]);
    expect(await outcome(long)).toEqual(['a', 0]);
    provider.removeKey('first');
    await provider.addKey('second', 'ES256');
    minutes(5);
    expect(await outcome(long)).toEqual([expect.stringMatching(/no applicable key/), 0]);
    checks.mockRestore();
    await provider.stop();
  });
});
