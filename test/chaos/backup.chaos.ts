import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, runFile } from '../process/child.ts';
import { ChaosServer } from './chaos-server.ts';
import { RecordingClients, expectConserved } from './recording-clients.ts';

/** Rows of a kilobyte each that cannot be compressed, with an index: about one gigabyte. */
const ballast = `
  create table ballast as
    select n, (select string_agg(md5(n || '/' || part), '') from generate_series(1, 31) part) as filling from generate_series(1, 900000) n;
  alter table ballast add primary key (n);
  create index on ballast (left(filling, 32))`;
const digest = `select count(*)::int as rows, sum(n)::text as sum, md5(string_agg(left(filling, 32), '' order by n)) as digest from ballast`;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function command(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = runFile(file, args, env);
  expect((await child.ended).code, child.stderr()).toBe(0);
}

describe('backup and restore', () => {
  it('[O4] of a gigabyte under load: within a minute, and every row, sum and index is there', async () => {
    const server = await ChaosServer.at(dataFolder());
    await server.start();
    const writers = await RecordingClients.start(server, 8);
    await server.rows(ballast);
    const [before] = await server.rows(digest);
    const [size] = await server.rows<{ size: string }>(`select sum(pg_database_size(oid))::text as size from pg_database`);

    const backup = path.join(dataFolder(), 'backup');
    const known = writers.acknowledged;
    const backingUp = await seconds(() => command('scripts/backup.ts', ['--to', backup], { DATA_DIR: server.dataDir }));
    const meanwhile = writers.acknowledged - known;
    await writers.stop();
    const restored = await ChaosServer.at(dataFolder());
    const restoring = await seconds(() => command('scripts/restore.ts', ['--from', backup, '--data-dir', restored.dataDir]));
    const starting = await seconds(() => restored.start());
    process.stdout.write(
      `O4: ${(Number(size!.size) / 1e9).toFixed(2)} GB; backup ${backingUp.toFixed(1)} s, ${meanwhile} recordings meanwhile; ` +
        `restore ${restoring.toFixed(1)} s; start ${starting.toFixed(1)} s\n`,
    );

    expect(meanwhile).toBeGreaterThan(0);
    const kept = await expectConserved(restored);
    expect(kept).toBeGreaterThanOrEqual(known);
    expect(kept).toBeLessThanOrEqual(writers.acknowledged);
    expect(await restored.rows(digest)).toEqual([before]);
    await restored.rows('create extension amcheck');
    const [indexes] = await restored.rows<{ checked: number }>(
      `select count(bt_index_check(index.indexrelid, true))::int + count(*)::int as checked
         from pg_index index join pg_class c on c.oid = index.indexrelid where c.relam = 403 and c.relpersistence = 'p'`,
    );
    expect(indexes!.checked).toBeGreaterThan(200);

    const [{ file }] = (await restored.rows<{ file: string }>(`select pg_relation_filepath('ballast') as file`)) as [{ file: string }];
    await restored.stop();
    const page = path.join(restored.dataDir, 'postgres', file);
    const bytes = readFileSync(page);
    bytes[8192 * 7777 + 4321]! ^= 1;
    writeFileSync(page, bytes);
    await restored.start();
    await expect(restored.rows(digest)).rejects.toMatchObject({ code: 'XX001' });
    await restored.stop();
    await server.stop();
    expect(backingUp + restoring + starting).toBeLessThan(60);
  });
});
