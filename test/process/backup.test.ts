import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, isAlive, postgresOf, runCommand, runFile, type Child } from './child.ts';

const holder = 'test/process/hold-cluster.ts';
const isRoot = process.getuid?.() === 0;

async function hold(dataDir: string): Promise<Child & { url: string }> {
  const child = runFile(holder, [dataDir]);
  await child.said('held ');
  return { ...child, ...(JSON.parse(child.stdout().slice(5)) as { url: string }) };
}

async function release(child: Child): Promise<void> {
  child.process.kill('SIGTERM');
  expect((await child.ended).code).toBe(0);
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connected(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function done(child: Child): Promise<Child> {
  expect((await child.ended).code, child.stderr()).toBe(0);
  return child;
}

/** How it ended and what it said, for a command that must refuse in one line and say nothing else. */
async function refusal(child: Child): Promise<string> {
  expect((await child.ended).code).toBe(1);
  expect(child.stdout()).toBe('');
  const said = child.stderr().replaceAll(/^(Copying|Restoring|Reading).* s\n/gm, '');
  expect(said.trimEnd().split('\n')).toHaveLength(1);
  return said;
}

const backUp = (dataDir: string, to: string, env = {}) => runFile('scripts/backup.ts', ['--to', to], { DATA_DIR: dataDir, ...env });
const restore = (from: string, dataDir: string, env = {}) => runFile('scripts/restore.ts', ['--from', from, '--data-dir', dataDir], env);
const verify = (folder: string) => runFile('scripts/verify-backup.ts', [folder]);

/** A cluster that ran and was stopped, with a table large enough to have a page worth breaking; and its backup. */
const kept = mkdtempSync(path.join(tmpdir(), 'accord-test-'));
const [dataDir, backup] = [path.join(kept, 'data'), path.join(kept, 'backup')];
let table = '';

beforeAll(async () => {
  chmodSync(kept, 0o755);
  const server = await hold(dataDir);
  await ask(server.url, `create table kept as select n, repeat('x', 500) as filling from generate_series(1, 2000) n`);
  table = String((await ask(server.url, `select pg_relation_filepath('kept') as file`))[0]!['file']);
  await release(server);
  writeFileSync(path.join(dataDir, 'issuer-key.json'), '{"kty":"OKP"}', { mode: 0o600 });
  await done(backUp(dataDir, backup));
  expect(postgresOf(dataDir)).toEqual([]);
});
afterAll(() => rmSync(kept, { recursive: true, force: true }));

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at]! ^= 0x10;
  writeFileSync(file, bytes);
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 20_000, interval: 5 }).toBe(true);
}

const hasFiles = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;

describe('backup and restore', { timeout: 90_000 }, () => {
  it('[O4] brings back all that was acknowledged before, and a whole number of transactions after, while writing goes on', async () => {
    const busy = dataFolder();
    const server = await hold(busy);
    await ask(server.url, `create table kept (n int primary key, yuan numeric, filling text)`);
    const client = await connected(server.url);
    let acknowledged = 0;
    let writing = true;
    const writer = (async () => {
      while (writing) {
        const next = acknowledged + 1;
        // Two rows a transaction: half of one must never come back.
        await client.query('begin');
        await client.query(`insert into kept values ($1, 1.10, repeat('药', 300)), (-$1, -1.10, 'x')`, [next]);
        await client.query('commit');
        acknowledged = next;
        // Pages go to the files at any moment, as they do on a busy server.
        if (next % 100 === 0) await client.query('checkpoint');
      }
    })();
    await pause(500);
    const nightly = path.join(dataFolder(), 'nightly/first');
    const before = acknowledged;
    await done(backUp(busy, nightly));
    const after = acknowledged;
    writing = false;
    await writer;
    await client.end();
    expect([before > 0, after > before]).toEqual([true, true]);
    await done(verify(nightly));
    expect(statSync(nightly).mode & 0o777).toBe(0o700);
    const modes = readdirSync(nightly, { recursive: true, withFileTypes: true }).map(
      (each) => statSync(path.join(each.parentPath, each.name)).mode & 0o777,
    );
    expect(new Set(modes)).toEqual(new Set([0o700, 0o600]));

    const restored = dataFolder();
    await done(restore(nightly, restored));
    const again = await hold(restored);
    expect(again.url).not.toBe(server.url);
    const [found] = await ask(
      again.url,
      `select max(n) as last, count(*)::int as rows, count(*) filter (where n > 0)::int as positive, sum(n)::int as sum, sum(yuan)::text as yuan from kept`,
    );
    const last = Number(found!['last']);
    expect(last).toBeGreaterThanOrEqual(before);
    expect(last).toBeLessThanOrEqual(acknowledged);
    expect(found).toEqual({ last, rows: 2 * last, positive: last, sum: 0, yuan: '0.00' });
    await ask(again.url, 'create extension amcheck');
    await ask(again.url, `select bt_index_check(indexrelid, true) from pg_index join pg_class c on c.oid = indexrelid where c.relam = 403`);
    await release(again);
    await release(server);
  });

  it('starts a database that is not running, takes the keys along, and stops it again', async () => {
    const restored = path.join(dataFolder(), 'new');
    await done(restore(backup, restored));
    expect(readdirSync(restored).toSorted()).toEqual(['issuer-key.json', 'postgres']);
    expect(readFileSync(path.join(restored, 'issuer-key.json'))).toEqual(readFileSync(path.join(dataDir, 'issuer-key.json')));
    expect(statSync(path.join(restored, 'issuer-key.json')).mode & 0o777).toBe(0o600);
    const server = await hold(restored);
    expect(await ask(server.url, 'select count(*)::int as rows, sum(n)::int as sum from kept')).toEqual([{ rows: 2000, sum: 2_001_000 }]);
    await release(server);
  });

  it('finds a flipped byte: in the backup before it is used, in a running database when the page is read', async () => {
    const restored = dataFolder();
    await done(restore(backup, restored));
    flipByte(path.join(restored, 'postgres', table), 8192 * 3 + 5000);
    const server = await hold(restored);
    await expect(ask(server.url, 'select count(filling) from kept')).rejects.toMatchObject({ code: 'XX001' });
    await release(server);

    const copy = path.join(dataFolder(), 'backup');
    cpSync(backup, copy, { recursive: true });
    const broken = path.join(copy, 'postgres', table);
    flipByte(broken, 8192 * 3 + 5000);
    expect(await refusal(verify(copy))).toBe(`${broken} is not what was written.\n`);
    const target = path.join(dataFolder(), 'new');
    expect(await refusal(restore(copy, target))).toMatch(`${broken} is not as the backup wrote it, so nothing was restored`);
    expect(existsSync(target)).toBe(false);
    flipByte(broken, 8192 * 3 + 5000);
    writeFileSync(path.join(copy, 'postgres/base/added'), '');
    expect(await refusal(verify(copy))).toMatch(/base\/added was not written by the backup\.\n$/);
    flipByte(path.join(copy, 'manifest.json'), 300);
    for (const child of [verify(copy), restore(copy, target)]) {
      expect(await refusal(child)).toMatch(/manifest\.json is not as the backup wrote it: do not use this backup\.\n$/);
    }
  });

  it('leaves nothing after Ctrl-C, and nothing that looks whole after kill -9', async () => {
    for (const given of ['absent', 'empty']) {
      const to = path.join(dataFolder(), 'backup');
      if (given === 'empty') mkdirSync(to);
      const stopped = backUp(dataDir, to);
      await until(() => hasFiles(to));
      stopped.process.kill('SIGINT');
      expect((await stopped.ended).code).toBe(130);
      expect(stopped.stderr()).toContain('Stopped: there is no backup, and nothing is left of it.\n');
      expect(given === 'empty' ? readdirSync(to) : existsSync(to)).toEqual(given === 'empty' ? [] : false);
      expect(postgresOf(dataDir).filter(isAlive)).toEqual([]);
    }
    const half = path.join(dataFolder(), 'backup');
    const killed = backUp(dataDir, half);
    await until(() => hasFiles(half));
    killed.process.kill('SIGKILL');
    await killed.ended;
    const none = `${half} is no backup: it has no manifest.json, which is written when a backup is finished.\n`;
    expect(await refusal(verify(half))).toBe(none);
    expect(await refusal(restore(half, path.join(dataFolder(), 'new')))).toBe(none);
    expect(await refusal(backUp(dataDir, half))).toBe(`${half} is not empty: nothing is written over; name a new folder.\n`);

    const target = path.join(dataFolder(), 'new');
    const restoring = restore(backup, target);
    await until(() => hasFiles(target));
    restoring.process.kill('SIGTERM');
    expect((await restoring.ended).code).toBe(143);
    expect(existsSync(target)).toBe(false);
    const lost = restore(backup, target);
    await until(() => hasFiles(target));
    lost.process.kill('SIGKILL');
    await lost.ended;
    expect(await refusal(runFile(holder, [target]))).toBe(
      `DATA_DIR=${target} holds a restore that was not finished: remove the folder, and restore again.\n`,
    );
  });

  it('refuses in one line what it must not do, and changes nothing', async () => {
    const full = dataFolder();
    writeFileSync(path.join(full, 'mine'), 'mine');
    expect(await refusal(restore(backup, full))).toBe(`${full} is not empty: nothing is written over; name a new folder.\n`);
    expect(await refusal(restore(backup, dataDir))).toMatch(/is not empty/);
    expect(await refusal(backUp(dataDir, full))).toMatch(/is not empty/);
    expect(readdirSync(full)).toEqual(['mine']);
    expect(await refusal(backUp(dataDir, path.join(dataDir, 'backup')))).toMatch(/lies in DATA_DIR, and would be lost with it/);
    expect(existsSync(path.join(dataDir, 'backup'))).toBe(false);
    const nothing = path.join(dataFolder(), 'data');
    expect(await refusal(backUp(nothing, path.join(full, 'to')))).toBe(`DATA_DIR=${nothing} holds no database to back up.\n`);
    expect(existsSync(nothing)).toBe(false);
    expect(await refusal(restore(full, nothing))).toMatch(/is no backup/);
    const elsewhere = { DATABASE_URL: 'postgres://a:secret@127.0.0.1/b' };
    expect(await refusal(backUp(dataDir, path.join(full, 'to'), elsewhere))).toBe(
      'DATABASE_URL is set, so the database is not the embedded one: back it up with pg_basebackup or pg_dump of that server.\n',
    );
    expect(await refusal(restore(backup, nothing, elsewhere))).toMatch(/^DATABASE_URL is set/);
    expect(readdirSync(full)).toEqual(['mine']);
  });

  it.runIf(isRoot)('says in one line that the disk is full, and leaves nothing on it', async () => {
    const small = dataFolder();
    await done(runCommand(['mount', '-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', small]));
    try {
      expect(await refusal(backUp(dataDir, path.join(small, 'backup')))).toBe(
        'The backup was not finished, and nothing is left of it: the disk is full.\n',
      );
      expect(readdirSync(small)).toEqual([]);
      expect(await refusal(restore(backup, path.join(small, 'new')))).toMatch(/: the disk is full\.\n$/);
      expect(readdirSync(small)).toEqual([]);
    } finally {
      await done(runCommand(['umount', small]));
    }
  });

  it.runIf(isRoot)('works for an ordinary user', async () => {
    const parent = dataFolder();
    await done(runCommand(['chown', '65534:65534', parent]));
    const loader = path.resolve('node_modules/tsx/dist/loader.mjs');
    const asNobody = (file: string, ...args: string[]) =>
      runCommand(
        [
          'setpriv',
          '--reuid=65534',
          '--regid=65534',
          '--clear-groups',
          '--',
          process.execPath,
          '--import',
          loader,
          path.resolve(file),
          ...args,
        ],
        { TSX_DISABLE_CACHE: '1', DATA_DIR: path.join(parent, 'data') },
      );
    const server = asNobody(holder, path.join(parent, 'data'));
    await server.said('held ');
    await done(asNobody('scripts/backup.ts'));
    const [made] = readdirSync(path.join(parent, 'data-backups'));
    expect(made).toMatch(/^\d{8}T\d{6}Z$/);
    await done(asNobody('scripts/restore.ts', '--from', path.join(parent, 'data-backups', made!), '--data-dir', path.join(parent, 'new')));
    const restored = asNobody(holder, path.join(parent, 'new'));
    await restored.said('held ');
    await release(restored);
    await release(server);
  });
});
