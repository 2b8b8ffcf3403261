import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { dataFolder, isAlive, postgresOf, runCommand, runFile, type Child } from './child.ts';

const holder = 'test/process/hold-cluster.ts';
const isRoot = process.getuid?.() === 0;

async function hold(dataDir: string, kind = 'server'): Promise<Child & { url: string; adopted: boolean }> {
  const child = runFile(holder, [dataDir, kind]);
  return held(child);
}

async function held(child: Child) {
  await child.said('held ');
  const answer = JSON.parse(child.stdout().slice(5)) as { url: string; adopted: boolean };
  return { ...child, ...answer };
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function stop(child: Child, dataDir: string): Promise<void> {
  const before = postgresOf(dataDir);
  child.process.kill('SIGTERM');
  expect((await child.ended).code).toBe(0);
  expect(before.filter(isAlive)).toEqual([]);
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('is UTF-8 without LANG, checks its pages, writes through, and is closed to others', async () => {
    const dataDir = dataFolder();
    const server = await hold(dataDir);
    const [facts] = await ask(
      server.url,
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
              current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
              current_setting('unix_socket_directories') as sockets, upper('ärzte 药') as upper`,
    );
    expect(facts).toEqual({ encoding: 'UTF8', checksums: 'on', fsync: 'on', addresses: '127.0.0.1', sockets: '', upper: 'ÄRZTE 药' });
    const withoutPassword = server.url.replace(/:[0-9a-f]{48}@/, ':guess@');
    expect(withoutPassword).not.toBe(server.url);
    await expect(ask(withoutPassword, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(path.join(dataDir, 'postgres/accord.password')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await stop(server, dataDir);
    expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'postgres.log']);
  });

  it('is adopted after kill -9 of Node, three times, with every row that was acknowledged', async () => {
    const dataDir = dataFolder();
    let server = await hold(dataDir);
    await ask(server.url, 'create table kept (round int)');
    const [postmaster] = postgresOf(dataDir);
    for (let round = 1; round <= 3; round += 1) {
      await ask(server.url, `insert into kept values (${round})`);
      server.process.kill('SIGKILL');
      await server.ended;
      server = await hold(dataDir);
      expect(server.adopted).toBe(true);
      expect(postgresOf(dataDir)[0]).toBe(postmaster);
    }
    expect(await ask(server.url, 'select round from kept order by 1')).toEqual([{ round: 1 }, { round: 2 }, { round: 3 }]);
    await stop(server, dataDir);
  });

  it('comes back after kill -9 of both, whatever process has the number in postmaster.pid now', async () => {
    const dataDir = dataFolder();
    let server = await hold(dataDir);
    await ask(server.url, 'create table kept as select 42 as answer');
    const file = path.join(dataDir, 'postgres/postmaster.pid');
    const crash = async () => {
      server.process.kill('SIGKILL');
      const running = postgresOf(dataDir);
      process.kill(running[0] as number, 'SIGKILL');
      await server.ended;
      await expect.poll(() => running.some(isAlive), { timeout: 10_000 }).toBe(false);
      return readFileSync(file, 'utf8');
    };
    await crash();
    server = await hold(dataDir);
    expect(server.adopted).toBe(false);
    const left = await crash();
    // Under the account of PostgreSQL itself, where its own check would take the process for a postmaster.
    const owner = statSync(path.join(dataDir, 'postgres'));
    const stranger = spawn('sleep', ['60'], isRoot ? { uid: owner.uid, gid: owner.gid } : {});
    try {
      writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)));
      server = await hold(dataDir);
      expect(server.adopted).toBe(false);
      expect(isAlive(stranger.pid as number)).toBe(true);
      expect(await ask(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    } finally {
      stranger.kill('SIGKILL');
    }
    await stop(server, dataDir);
  });

  it('[D1] is brought back at the same port under a server that goes on, however often it is killed', async () => {
    const dataDir = dataFolder();
    const server = await hold(dataDir);
    await ask(server.url, 'create table kept (round int)');
    for (let round = 1; round <= 3; round += 1) {
      await ask(server.url, `insert into kept values (${round})`);
      const [postmaster] = postgresOf(dataDir);
      process.kill(postmaster as number, 'SIGKILL');
      const rows = () => ask(server.url, 'select count(*)::int as rows from kept').catch(() => null);
      await expect.poll(rows, { timeout: 15_000 }).toEqual([{ rows: round }]);
      expect(postgresOf(dataDir)[0]).not.toBe(postmaster);
    }
    expect(server.stderr()).toContain('the embedded PostgreSQL restarted');
    // Its lock was taken again too.
    const second = runFile(holder, [dataDir]);
    expect((await second.ended).code).toBe(1);
    await stop(server, dataDir);
  });

  it('refuses a second server in one line, which harms nothing', async () => {
    const dataDir = dataFolder();
    const first = await hold(dataDir);
    const second = runFile(holder, [dataDir]);
    expect((await second.ended).code).toBe(1);
    expect(second.stderr()).toBe(
      `DATA_DIR=${dataDir} is in use by another Accord server (process ${first.pid}): stop that one, or set another DATA_DIR.\n`,
    );
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop(first, dataDir);
  });

  it('is made once by two programs that start together, and stopped by the last one', async () => {
    const dataDir = dataFolder();
    const [server, tool] = await Promise.all([hold(dataDir), hold(dataDir, 'tool')]);
    expect(server.url).toBe(tool.url);
    const running = postgresOf(dataDir);
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await ask(tool.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(running.slice(0, 1).every(isAlive)).toBe(true);
    await stop(tool, dataDir);
  });

  it('is made anew where initdb was interrupted, and only there', async () => {
    const dataDir = dataFolder();
    const cluster = path.join(dataDir, 'postgres');
    mkdirSync(path.join(cluster, 'base/1'), { recursive: true });
    writeFileSync(path.join(cluster, 'PG_VERSION'), '18\n');
    mkdirSync(path.join(dataDir, 'postgres.new-4194305-x/cluster'), { recursive: true });
    const server = await hold(dataDir);
    expect(server.stderr()).toContain('half made');
    await stop(server, dataDir);
    expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'postgres.log']);

    rmSync(path.join(cluster, 'accord.password'));
    const refused = runFile(holder, [dataDir]);
    expect((await refused.ended).code).toBe(1);
    expect(refused.stderr()).toMatch(/^.*postgres is in the way: it is not a PostgreSQL cluster made by Accord\..*\n$/);
    expect(existsSync(path.join(cluster, 'global/pg_control'))).toBe(true);
  });

  it('is not taken from another folder that the file was copied from', async () => {
    const [original, copy] = [dataFolder(), dataFolder()];
    const again = await hold(original);
    // With owners and permissions, and with the file that names the running one.
    expect((await runCommand(['cp', '-a', path.join(original, 'postgres'), copy]).ended).code).toBe(0);
    const second = await hold(copy);
    expect(second.adopted).toBe(false);
    expect(second.url).not.toBe(again.url);
    await stop(second, copy);
    await stop(again, original);
  });

  it.runIf(isRoot)('runs for an ordinary user, and then for root under that user', async () => {
    const dataDir = dataFolder();
    expect((await runCommand(['chown', '65534:65534', dataDir]).ended).code).toBe(0);
    const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
    const loader = path.resolve('node_modules/tsx/dist/loader.mjs');
    const child = runCommand([...asNobody, process.execPath, '--import', loader, path.resolve(holder), dataDir], {
      TSX_DISABLE_CACHE: '1',
    });
    const server = await held(child);
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(65534);
    await stop(server, dataDir);
    const asRoot = await hold(dataDir);
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(65534);
    await stop(asRoot, dataDir);
  });

  it.runIf(isRoot)('runs for root in a folder of mode 700, where it then lies', async () => {
    const dataDir = dataFolder();
    chmodSync(dataDir, 0o700);
    const server = await hold(dataDir);
    expect(realpathSync(path.join(dataDir, 'postgres'))).toBe(path.join(dataDir, 'postgres'));
    expect(statSync(dataDir).mode & 0o777).toBe(0o711);
    await stop(server, dataDir);
  });

  it.runIf(isRoot)('runs for root in a folder that the user of PostgreSQL may not enter', async () => {
    const parent = dataFolder();
    chmodSync(parent, 0o700);
    const closed = path.join(parent, 'data');
    const server = await hold(closed);
    const folder = realpathSync(path.join(closed, 'postgres'));
    expect(folder).toMatch(/^\/var\/lib\/accord\/cluster-/);
    expect(server.stderr()).toContain(path.dirname(folder));
    await stop(server, closed);
    const again = await hold(closed);
    await stop(again, closed);
    rmSync(path.dirname(folder), { recursive: true });
    const lost = runFile(holder, [closed]);
    expect((await lost.ended).code).toBe(1);
    expect(lost.stderr()).toMatch(/^.* points to .*, where there is nothing: the database was moved or removed\.\n$/);
  });
});
