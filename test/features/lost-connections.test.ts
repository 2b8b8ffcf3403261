import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { record } from '../support/build-recorder.ts';

describe('a database that drops its sessions', () => {
  let app: TestApp;
  let holder: pg.Client;
  let watcher: pg.Client;
  beforeAll(async () => {
    app = await testApp();
    [holder, watcher] = [new pg.Client({ connectionString: app.database.url }), new pg.Client({ connectionString: app.database.url })];
    await Promise.all([holder.connect(), watcher.connect()]);
  });
  afterAll(async () => {
    await Promise.all([holder.end(), watcher.end()]);
    await app.stop();
  });
  const enterprise = (code: string) => record(app, 'recordEnterprise', { code, kind: 'HOLDER', name: `企业 ${code}` });

  /** Ends the sessions that wait for a lock once they are as many; one ended before is listed until it has gone, and not counted. */
  const ended: number[] = [];
  const cut = async (count: number) => {
    const waiting = async () => {
      const { rows } = await watcher.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> all($1::int[])`,
        [ended],
      );
      return rows.map(({ pid }) => pid);
    };
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(count);
    const pids = await waiting();
    ended.push(...pids);
    await watcher.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]);
  };

  it('[D1] is told as UNAVAILABLE, and leaves no connection of the pool behind: 24 transactions cut in the middle', async () => {
    for (let round = 0; round < 2; round += 1) {
      // A recording waits for the table, and is cut there.
      await holder.query('begin; lock table enterprise');
      const under = Array.from({ length: 12 }, (_none, index) => enterprise(`cut-${round}-${index}`));
      await cut(10);
      // The two that waited for a connection get one, and wait for the table.
      await cut(2);
      const answers = await Promise.all(under);
      expect(answers.map(({ errors }) => errors.map(({ code }) => code))).toEqual(Array.from({ length: 12 }, () => ['UNAVAILABLE']));
      await holder.query('rollback');
    }
    const { object } = await enterprise('after');
    expect(object).not.toBeNull();
    const { rows } = await app.database.pool.query(`select count(*)::int as cut from enterprise where code like 'cut-%'`);
    expect(rows).toEqual([{ cut: 0 }]);
  });
});
