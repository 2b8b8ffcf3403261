import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeJwt, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { anonymous, type Role } from '../../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import { tokenSource } from '../../src/platform/access/token-source.ts';
import { openIssuer } from '../../src/platform/access/trusted-issuer.ts';
import { createVerifier } from '../../src/platform/access/verify-token.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { identityProvider } from '../support/identity-provider.ts';
import { dataFolder, runFile } from './child.ts';

const refused = { name: 'Unauthenticated', message: 'The token is not valid.' };

const noneRevoked = { has: () => false };

describe('tokens of the development issuer', () => {
  async function issuerOf(dataDir: string) {
    const development = await openDevelopmentIssuer(dataDir);
    return { development, verify: createVerifier(await openIssuer({ development }), noneRevoked) };
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
    expect(await verify(`Bearer ${token}`)).toEqual({ ...anonymous, role, subject: '张三', person: '张三', ...bound });
  });

  it('are not needed by a caller who says nothing, and the key stays and is private', async () => {
    const dataDir = dataFolder();
    const [{ development }, { verify }] = await Promise.all([issuerOf(dataDir), issuerOf(dataDir)]);
    expect(await verify(undefined)).toEqual(anonymous);
    const tokens = await Promise.all([1, 2].map(() => development.signToken({ role: 'AUDITOR', subject: 'a' })));
    for (const token of tokens) expect((await verify(`bearer ${token}`)).role).toBe('AUDITOR');
    expect(new Set(tokens.map((token) => decodeJwt(token).jti)).size).toBe(2);
    expect(readdirSync(dataDir)).toEqual(['issuer-key.json']);
    expect(statSync(path.join(dataDir, 'issuer-key.json')).mode & 0o777).toBe(0o600);
  });

  it('are nobody’s beside a real database without a provider', async () => {
    const source = await tokenSource(readConfig({ DATABASE_URL: 'postgres://a@b/c' }));
    expect(source).toBe('nobody');
    const verify = createVerifier(await openIssuer(source), noneRevoked);
    expect(await verify(undefined)).toEqual(anonymous);
    await expect(verify('Bearer a.b.c')).rejects.toMatchObject(refused);
  });
});

describe('an identity provider', () => {
  it('is taken by its keys, and the development issuer is off', async () => {
    const provider = await identityProvider();
    const { privateKey } = await provider.addKey('one', 'ES256');
    const verify = createVerifier(
      await openIssuer({ oidc: { issuer: provider.issuer, audience: 'accord', clientId: 'page' } }),
      noneRevoked,
    );
    const token = await new SignJWT({ role: 'AGENCY', area: '310000', jti: 'id' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(provider.issuer)
      .setAudience(['other', 'accord'])
      .setSubject('u1')
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await verify(`Bearer ${token}`)).toEqual({ ...anonymous, role: 'AGENCY', subject: 'u1', person: 'u1', area: '310000' });
    const development = await openDevelopmentIssuer(dataFolder());
    const own = await development.signToken({ role: 'EXPERT', subject: 'a' });
    await expect(verify(`Bearer ${own}`)).rejects.toMatchObject(refused);
    await provider.stop();
  });

  it('is not taken when it calls itself something else, or is not there', async () => {
    const provider = await identityProvider('https://other.example');
    const { issuer } = provider;
    await expect(openIssuer({ oidc: { issuer, audience: 'a', clientId: 'page' } })).rejects.toThrow(
      `OIDC_ISSUER=${issuer} calls itself https://other.example: set that.`,
    );
    await expect(openIssuer({ oidc: { issuer: 'http://127.0.0.1:9', audience: 'a', clientId: 'page' } })).rejects.toThrow(
      /^OIDC_ISSUER=\S+ cannot be used: .*\.$/,
    );
    await provider.stop();
  });
});

describe('npm run token', { timeout: 30_000 }, () => {
  const program = 'scripts/token.ts';

  it('prints a token and nothing else, before there is any database', async () => {
    const dataDir = path.join(dataFolder(), 'new');
    const child = runFile(program, ['--role', 'AGENCY', '--area', '110000', '--subject', 'li-si', '--person', '李四', '--expires', '5m'], {
      DATA_DIR: dataDir,
    });
    expect((await child.ended).code).toBe(0);
    expect(child.stderr()).toBe('');
    expect(child.stdout()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const verify = createVerifier(await openIssuer({ development: await openDevelopmentIssuer(dataDir) }), noneRevoked);
    const caller = await verify(`Bearer ${child.stdout().trim()}`);
    expect(caller).toEqual({ ...anonymous, role: 'AGENCY', subject: 'li-si', person: '李四', area: '110000' });
  });

  it.each([
    [['--role', 'KING'], {}, 'Allowed choices are EXPERT, APPROVER'],
    [[], {}, '--role <role>'],
    [['--role', 'ENTERPRISE'], {}, '--role ENTERPRISE needs --enterprise.'],
    [['--role', 'EXPERT', '--area', '1'], {}, '--area does not go with --role EXPERT.'],
    [['--role', 'EXPERT', '--person', ' '], {}, '--person must be a name of 1 to 64 characters.'],
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
