import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { anonymous, type Role } from '../../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import { tokenSource } from '../../src/platform/access/token-source.ts';
import type { Unauthenticated } from '../../src/platform/access/unauthenticated.ts';
import { createVerifier, type VerifyToken } from '../../src/platform/access/verify-token.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { dataFolder, runFile } from './child.ts';

const refused = { name: 'Unauthenticated', message: 'The token is not valid.' };

async function refusal(verify: VerifyToken, header: string): Promise<Unauthenticated> {
  return verify(header).then(
    (caller) => Promise.reject(new Error(`taken as ${caller.role}`)),
    (error: unknown) => error as Unauthenticated,
  );
}

describe('tokens of the development issuer', () => {
  async function issuerOf(dataDir: string) {
    const development = await openDevelopmentIssuer(dataDir);
    return { development, verify: await createVerifier({ development }) };
  }

  it.each<[Role, Record<string, string>]>([
    ['EXPERT', {}],
    ['APPROVER', {}],
    ['ENTERPRISE', { enterprise: 'E-1' }],
    ['INSTITUTION', { institution: 'H-1' }],
    ['AGENCY', { area: '110000' }],
    ['SETTLEMENT', {}],
    ['AUDITOR', {}],
  ])('carry %s and what it acts for', async (role, bound) => {
    const { development, verify } = await issuerOf(dataFolder());
    const token = await development.signToken({ role, subject: '张三', ...bound });
    expect(await verify(`Bearer ${token}`)).toEqual({ ...anonymous, role, subject: '张三', ...bound });
  });

  it('are not needed by a caller who says nothing, and the key stays and is private', async () => {
    const dataDir = dataFolder();
    const [{ development }, { verify }] = await Promise.all([issuerOf(dataDir), issuerOf(dataDir)]);
    expect(await verify(undefined)).toEqual(anonymous);
    expect((await verify(`bearer ${await development.signToken({ role: 'AUDITOR', subject: 'a' })}`)).role).toBe('AUDITOR');
    expect(readdirSync(dataDir)).toEqual(['issuer-key.json']);
    expect(statSync(path.join(dataDir, 'issuer-key.json')).mode & 0o777).toBe(0o600);
  });

  it('are refused with one text whatever is wrong, and the cause is kept for the log', async () => {
    const dataDir = dataFolder();
    const { development, verify } = await issuerOf(dataDir);
    const { issuer, audience } = development;
    const other = await issuerOf(dataFolder());
    const good = await development.signToken({ role: 'EXPERT', subject: 'a' });
    const [head = '', body = '', signature = ''] = good.split('.');
    const key = JSON.parse(readFileSync(path.join(dataDir, 'issuer-key.json'), 'utf8')) as { x: string };
    const own = (await importJWK(JSON.parse(readFileSync(path.join(dataDir, 'issuer-key.json'), 'utf8')), 'EdDSA')) as CryptoKey;
    const sign = (claims: Record<string, unknown>, expires: string | number = '1h') =>
      new SignJWT({ iss: issuer, aud: audience, ...claims }).setProtectedHeader({ alg: 'EdDSA' }).setExpirationTime(expires).sign(own);
    const now = Math.floor(Date.now() / 1000);
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), role: 'APPROVER' }));
    const tokens: Record<string, string> = {
      'another role written in': `${head}.${forged.toString('base64url')}.${signature}`,
      'another signature': `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      'no signature': `${head}.${body}.`,
      'algorithm none': new UnsecuredJWT({ role: 'EXPERT' }).setIssuer(issuer).setAudience(audience).setExpirationTime('1h').encode(),
      'the public key as a shared secret': await new SignJWT({ role: 'EXPERT', iss: issuer, aud: audience })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(Buffer.from(key.x, 'base64url')),
      'the key of another folder': await other.development.signToken({ role: 'EXPERT', subject: 'a' }),
      'expired for longer than the tolerance': await sign({ role: 'EXPERT' }, now - 7),
      'not yet good': await sign({ role: 'EXPERT', nbf: now + 60 }),
      'another audience': await sign({ role: 'EXPERT', aud: 'another' }),
      'another issuer': await sign({ role: 'EXPERT', iss: 'urn:another' }),
      'no role': await sign({}),
      'a role of no list': await sign({ role: 'ANONYMOUS' }),
      'a role in small letters': await sign({ role: 'expert' }),
      'two roles': await sign({ role: ['EXPERT', 'APPROVER'] }),
      'an enterprise without its code': await sign({ role: 'ENTERPRISE' }),
      'an institution with an empty code': await sign({ role: 'INSTITUTION', institution: '' }),
      'an agency with a number for its area': await sign({ role: 'AGENCY', area: 110000 }),
      'an agency with the claim of another role': await sign({ role: 'AGENCY', enterprise: 'E-1' }),
      'a name with a line end': await sign({ role: 'EXPERT', sub: 'a\nb' }),
      nothing: '',
    };
    for (const [what, token] of Object.entries(tokens)) {
      const error = await refusal(verify, `Bearer ${token}`);
      expect(error, what).toMatchObject(refused);
      expect(error.cause, what).toBeInstanceOf(Error);
    }
    for (const header of ['', good, `Basic ${good}`, `Bearer ${good} ${good}`, `Bearer ${good}, Bearer ${good}`]) {
      expect(await refusal(verify, header), header).toMatchObject(refused);
    }
    expect((await verify(`Bearer ${await sign({ role: 'EXPERT' }, now - 3)}`)).role).toBe('EXPERT');
    const endless = await new SignJWT({ role: 'EXPERT', iss: issuer, aud: audience }).setProtectedHeader({ alg: 'EdDSA' }).sign(own);
    expect(await refusal(verify, `Bearer ${endless}`)).toMatchObject(refused);
  });

  it('are nobody’s beside a real database without a provider', async () => {
    const source = await tokenSource(readConfig({ DATABASE_URL: 'postgres://a@b/c' }));
    expect(source).toBe('nobody');
    const verify = await createVerifier(source);
    expect(await verify(undefined)).toEqual(anonymous);
    expect(await refusal(verify, 'Bearer a.b.c')).toMatchObject(refused);
  });
});

describe('tokens of an identity provider', () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  /** A provider on loopback, which may call itself something else. */
  async function provider(calledItself?: string) {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] };
    const server = createServer((request, response) => {
      const address = `http://localhost:${(server.address() as { port: number }).port}`;
      const pages: Record<string, unknown> = {
        '/.well-known/openid-configuration': { issuer: calledItself ?? address, jwks_uri: `${address}/keys` },
        '/keys': keys,
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(pages[request.url ?? ''] ?? null));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return { issuer: `http://localhost:${(server.address() as { port: number }).port}`, privateKey };
  }

  it('are taken by its keys, and the development issuer is off', async () => {
    const { issuer, privateKey } = await provider();
    const verify = await createVerifier({ oidc: { issuer, audience: 'accord' } });
    const token = await new SignJWT({ role: 'AGENCY', area: '310000' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(['other', 'accord'])
      .setSubject('u1')
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await verify(`Bearer ${token}`)).toEqual({ ...anonymous, role: 'AGENCY', subject: 'u1', area: '310000' });
    const development = await openDevelopmentIssuer(dataFolder());
    const own = await development.signToken({ role: 'EXPERT', subject: 'a' });
    expect(await refusal(verify, `Bearer ${own}`)).toMatchObject(refused);
  });

  it('are not taken from a provider that calls itself something else, or is not there', async () => {
    const { issuer } = await provider('https://other.example');
    await expect(createVerifier({ oidc: { issuer, audience: 'a' } })).rejects.toThrow(
      `OIDC_ISSUER=${issuer} calls itself https://other.example: set that.`,
    );
    await expect(createVerifier({ oidc: { issuer: 'http://127.0.0.1:9', audience: 'a' } })).rejects.toThrow(
      /^OIDC_ISSUER=\S+ cannot be used: .*\.$/,
    );
  });
});

describe('npm run token', { timeout: 30_000 }, () => {
  const program = 'scripts/token.ts';

  it('prints a token and nothing else, before there is any database', async () => {
    const dataDir = path.join(dataFolder(), 'new');
    const child = runFile(program, ['--role', 'AGENCY', '--area', '110000', '--subject', '李四', '--expires', '5m'], { DATA_DIR: dataDir });
    expect((await child.ended).code).toBe(0);
    expect(child.stderr()).toBe('');
    expect(child.stdout()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const verify = await createVerifier({ development: await openDevelopmentIssuer(dataDir) });
    const caller = await verify(`Bearer ${child.stdout().trim()}`);
    expect(caller).toEqual({ ...anonymous, role: 'AGENCY', subject: '李四', area: '110000' });
  });

  it.each([
    [['--role', 'KING'], {}, 'Allowed choices are EXPERT, APPROVER'],
    [[], {}, '--role <role>'],
    [['--role', 'ENTERPRISE'], {}, '--role ENTERPRISE needs --enterprise.'],
    [['--role', 'EXPERT', '--area', '1'], {}, '--area does not go with --role EXPERT.'],
    [['--role', 'EXPERT', '--expires', '12 hours'], {}, '--expires 12 hours is not a time such as 12h.'],
    [['--role', 'EXPERT'], { DATABASE_URL: 'postgres://a@b/c' }, 'DATABASE_URL is set'],
    [['--role', 'EXPERT'], { OIDC_ISSUER: 'https://a.example', OIDC_AUDIENCE: 'b' }, 'OIDC_ISSUER is set'],
  ])('%j with %j ends with one line', async (args, env, line) => {
    const child = runFile(program, args, { DATA_DIR: dataFolder(), ...env });
    expect((await child.ended).code).toBe(1);
    expect(child.stdout()).toBe('');
    expect(child.stderr()).toContain(line);
    expect(child.stderr().trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['no JSON', 0o600, 'is not a key of the development issuer'],
    ['{"kty":"RSA"}', 0o600, 'is not a key of the development issuer'],
    ['null', 0o600, 'is not a key of the development issuer'],
    ['a key for everybody', 0o644, 'may be read by other users'],
  ])('a key file with %s ends with one line', async (content, mode, line) => {
    const dataDir = dataFolder();
    const file = path.join(dataDir, 'issuer-key.json');
    writeFileSync(file, content);
    chmodSync(file, mode);
    const child = runFile(program, ['--role', 'EXPERT'], { DATA_DIR: dataDir });
    expect((await child.ended).code).toBe(1);
    expect(child.stderr()).toMatch(new RegExp(`^${file} ${line}.*\\n$`));
  });
});
