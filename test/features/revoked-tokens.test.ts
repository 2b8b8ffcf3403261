import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeToken } from '../../src/platform/access/revoke-token.ts';
import { watchRevokedTokens, type RevocationWatch, type WatchPace } from '../../src/platform/access/revoked-tokens.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

describe('[T1] revoked tokens', () => {
  let database: TestDatabase;
  let watch: RevocationWatch;
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  beforeEach(async () => {
    database = await testDatabase({ empty: true });
    logged.length = 0;
  });
  afterEach(async () => {
    await watch.close();
    await database.drop();
  });

  const open = async (pace?: WatchPace) => (watch = await watchRevokedTokens(database.served.pool, log, pace));
  const revoke = (jti: string, expiresAt: Date | null = null) =>
    revokeToken(database.pool, { jti, issuer: 'urn:test', expiresAt, reason: 'lost', revokedBy: 'operator' });
  const listed = async () =>
    (await database.pool.query<{ jti: string }>('select jti from revoked_token order by 1')).rows.map(({ jti }) => jti);
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it('are refused within two seconds, at one statement a second', async () => {
    await open();
    expect(watch.has('a')).toBe(false);
    database.forget();
    const began = performance.now();
    await revoke('a');
    await expect.poll(() => watch.has('a'), { timeout: 5000, interval: 20 }).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(watch.has('b')).toBe(false);
    await pause(1100);
    const reads = database.statements.filter((statement) => statement.startsWith('select jti'));
    expect(reads.length).toBeLessThanOrEqual(4);
  });

  it('stay on the list until their end and no longer; twice is once, for the longer time', async () => {
    await open();
    expect(await revoke('over', inMinutes(-2))).toBe(true);
    // A clock that is behind still takes what has just ended.
    expect(await revoke('just over', inMinutes(-0.5))).toBe(true);
    expect(await listed()).toEqual(['just over']);
    expect(await revoke('a', inMinutes(10))).toBe(true);
    expect(await revoke('a', inMinutes(5))).toBe(false);
    expect(await revoke('b', inMinutes(10))).toBe(true);
    expect(await revoke('b')).toBe(false);
    const { rows } = await database.pool.query(
      `select jti, round(extract(epoch from expires_at - now()) / 60)::int as minutes, issuer, reason, revoked_by from revoked_token where jti in ('a', 'b') order by 1`,
    );
    const told = { issuer: 'urn:test', reason: 'lost', revoked_by: 'operator' };
    expect(rows).toEqual([
      { jti: 'a', minutes: 10, ...told },
      { jti: 'b', minutes: null, ...told },
    ]);
  });

  it('cannot be read: what is known serves for a while, then no token is taken, and the log says so once', async () => {
    await revoke('a');
    await open({ every: 20, oldest: 400 });
    const away = new pg.Client({ connectionString: database.url });
    await away.connect();
    try {
      await away.query('alter table revoked_token rename to elsewhere');
      await expect.poll(() => logged.length, { interval: 10 }).toBe(1);
      expect(watch.has('a')).toBe(true);
      expect(watch.has('b')).toBe(false);
      await pause(500);
      expect(() => watch.has('b')).toThrow(/^the revoked tokens were last read \d s ago$/);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain('the revoked tokens cannot be read');
      await away.query('alter table elsewhere rename to revoked_token');
      await expect.poll(() => watch.has('a'), { interval: 20 }).toBe(true);
    } finally {
      await away.end();
    }
  });
});
