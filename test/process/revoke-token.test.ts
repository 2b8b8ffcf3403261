import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import { rowsOnRecord } from '../journal/rows-on-record.ts';
import { testDatabase } from '../support/database.ts';
import { dataFolder, runCommand, runFile, type Child } from './child.ts';

const program = 'scripts/revoke-token.ts';

/** The command with a file for its standard input, as the shell gives it. */
function withInput(file: string, env: NodeJS.ProcessEnv): Child {
  return runCommand(['sh', '-c', `node scripts/run.mjs ${program} --reason lost < '${file}'`], env);
}

describe('npm run revoke-token', { timeout: 60_000 }, () => {
  it('[T1] ends a token on a running server within two seconds, and no other', async () => {
    const dataDir = dataFolder();
    const server = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir });
    await server.said('/healthz', 60_000);
    const address = /http:\/\/\S+(?=\/healthz)/.exec(server.stdout())![0];
    const { signToken } = await openDevelopmentIssuer(dataDir);
    const [lost, kept] = await Promise.all([1, 2].map(() => signToken({ role: 'AUDITOR', subject: 'auditor-1' })));
    const statusOf = async (token: string) =>
      (
        await fetch(`${address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: '{ __typename }' }),
        })
      ).status;
    expect([await statusOf(lost!), await statusOf(kept!)]).toEqual([200, 200]);

    const file = path.join(dataDir, 'lost-token');
    writeFileSync(file, `${lost}\n`);
    const child = withInput(file, { DATA_DIR: dataDir });
    expect((await child.ended).code, child.stderr()).toBe(0);
    const revokedAt = performance.now();
    expect(child.stdout()).toMatch(/^Token [\w-]{36} is revoked; servers refuse it until it ends at \S+Z\.\n$/);
    await expect.poll(() => statusOf(lost!), { timeout: 5000, interval: 50 }).toBe(401);
    expect(performance.now() - revokedAt).toBeLessThan(2000);
    expect(await statusOf(kept!)).toBe(200);
    expect(server.stderr()).toContain('"cause":"Error: revoked"');
    expect(server.stderr()).not.toContain(lost!.slice(0, 40));
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  it('works on the server of DATABASE_URL, by the id alone, to the end of a day in China', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: database.url };
    const first = runFile(program, ['--jti', 'id-1', '--until', '2099-12-31'], env);
    expect((await first.ended).code, first.stderr()).toBe(0);
    expect(first.stdout()).toBe('Token id-1 is revoked; servers refuse it until it ends at 2099-12-31T16:00:00.000Z.\n');
    const second = runFile(program, ['--jti', 'id-1', '--reason', 'the holder has gone'], env);
    expect((await second.ended).code, second.stderr()).toBe(0);
    expect(second.stdout()).toBe('Token id-1 was already revoked; servers refuse it for good.\n');
    const { rows } = await database.pool.query(`select jti, expires_at, revoked_by <> '' as by_somebody from revoked_token`);
    expect(rows).toEqual([{ jti: 'id-1', expires_at: null, by_somebody: true }]);
    await database.drop();
  });

  it('is journalled with who, what and why, and only where it changes something', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: database.url };
    const revoke = async (...args: string[]) => {
      const child = runFile(program, ['--jti', 'id-2', ...args], env);
      expect((await child.ended).code, child.stderr()).toBe(0);
    };
    await revoke('--until', '2099-12-31', '--reason', 'a lost telephone');
    await revoke('--until', '2098-12-31', '--reason', 'shorter than before');
    await revoke('--reason', 'the holder has gone');
    await revoke('--reason', 'once more');

    const { rows } = await database.pool.query<{ chain: string; content: string }>(
      `select chain, content from journal_record where content::json->>'operation' = 'revokeToken' order by seq`,
    );
    const row = (await rowsOnRecord(database))['revoked_token']!['id-2']!;
    const revokedBy = row['revoked_by'] as string;
    const first = '2099-12-31T16:00:00.000Z';
    expect(rows.map(({ chain }) => chain)).toEqual(['reference', 'reference']);
    const told = rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
    const by = { who: { role: 'OPERATOR', subject: revokedBy }, table: 'revoked_token', row: 'id-2', key: { jti: 'id-2' } };
    expect(told[0]).toMatchObject({
      ...by,
      from: null,
      to: { jti: 'id-2', issuer: null, expires_at: first, reason: 'a lost telephone', revoked_by: revokedBy },
      why: 'a lost telephone',
    });
    expect(told[1]).toMatchObject({ ...by, from: { expires_at: first }, to: { expires_at: null }, why: 'the holder has gone' });
    // What was there, changed as the journal says, is what is there.
    expect({ ...(told[0]!['to'] as object), ...(told[1]!['to'] as object) }).toEqual(row);

    const verified = runFile('scripts/verify-journal.ts', [], env);
    expect((await verified.ended).code, verified.stdout()).toBe(0);
    expect(verified.stdout()).toContain('all as they were written');
    await database.drop();
  });

  it.each([
    [['--jti', 'a', '--until', '31.12.2026'], '--until 31.12.2026 is not a day such as 2026-12-31.'],
    [['--until', '2026-12-31'], '--until goes with --jti'],
    [['--jti', 'a'.repeat(201)], 'The id of a token has 1 to 200 characters.'],
    [[], 'What stands on standard input is not a token.'],
  ])('%j ends with one line, before there is a database', async (args, line) => {
    const dataDir = dataFolder();
    const child = runFile(program, args, { DATA_DIR: path.join(dataDir, 'none') });
    expect((await child.ended).code).toBe(1);
    expect(child.stdout()).toBe('');
    expect(child.stderr()).toContain(line);
    expect(child.stderr().trimEnd().split('\n')).toHaveLength(1);
  });
});
