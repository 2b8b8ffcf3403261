import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { dataFolder, isAlive, postgresOf, root, runCommand, runFile, type Child } from './child.ts';

const runner = ['node', path.join(root, 'scripts/run.mjs'), 'src/main.ts'];

/** The address that the last line but one says, once it is said. */
async function addressOf(child: Child): Promise<string> {
  await child.said('/healthz', 60_000);
  return /http:\/\/\S+(?=\/healthz)/.exec(child.stdout())?.[0] ?? '';
}

async function isServed(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** The database of a running server, by the password in its folder. */
async function databaseOf(dataDir: string): Promise<pg.Client> {
  const [, , , port] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(path.join(dataDir, 'postgres/accord.password'), 'utf8').trim();
  const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user: 'accord', password, database: 'accord' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('npm start', { timeout: 120_000 }, () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('serves, says where at the end, and %s stops all of it within 10 s', async (signal) => {
    const dataDir = dataFolder();
    const child = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir });
    const address = await addressOf(child);
    expect(child.stdout().trimEnd().split('\n').at(-1)).toBe(`  Health    ${address}/healthz`);
    expect(child.stdout().split('\n').length).toBeLessThan(24);
    expect(await isServed(address)).toBe(true);
    const running = postgresOf(dataDir);
    expect(running.length).toBeGreaterThan(1);
    const asked = performance.now();
    child.process.kill(signal);
    expect(await child.ended).toMatchObject({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(running.filter(isAlive)).toEqual([]);
    expect(await isServed(address)).toBe(false);
  });

  it('stops all of it when only npm itself is told to, whose shell hands nothing on', async () => {
    const dataDir = dataFolder();
    const npm = runCommand(['npm', 'start'], { PORT: '0', DATA_DIR: dataDir });
    const address = await addressOf(npm);
    const running = postgresOf(dataDir);
    expect(running.length).toBeGreaterThan(1);
    npm.process.kill('SIGTERM');
    await npm.ended;
    const until = Date.now() + 10_000;
    while (running.some(isAlive) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(running.filter(isAlive)).toEqual([]);
    expect(await isServed(address)).toBe(false);
  });

  it('stops within 10 s while a session of somebody else holds the database', async () => {
    const dataDir = dataFolder();
    const child = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir });
    await addressOf(child);
    const client = await databaseOf(dataDir);
    await client.query('begin');
    await client.query('create table held ()');
    const running = postgresOf(dataDir);
    const asked = performance.now();
    child.process.kill('SIGTERM');
    expect((await child.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(running.filter(isAlive)).toEqual([]);
    await client.end().catch(() => undefined);
  });

  it('leaves nothing behind when it is stopped while it starts', async () => {
    for (const delay of [700, 1200, 2000, 2800]) {
      const dataDir = dataFolder();
      const child = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir });
      await new Promise((resolve) => setTimeout(resolve, delay));
      const running = postgresOf(dataDir);
      child.process.kill('SIGINT');
      const { code, signal } = await child.ended;
      // Before the first line of the program runs, a signal ends it as it ends any program.
      expect(signal ?? code, child.stderr()).toBeOneOf([0, 'SIGINT']);
      expect([...running, ...postgresOf(dataDir)].filter(isAlive)).toEqual([]);
    }
  });

  it('ends at once at the second Ctrl-C, and the next start adopts what is left and has lost nothing', async () => {
    const dataDir = dataFolder();
    const first = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir });
    const address = await addressOf(first);
    const client = await databaseOf(dataDir);
    await client.query('create table kept as select 42 as answer');
    // A request that does not end keeps the server from stopping.
    await client.query('begin; lock table kept');
    const slow = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) }),
      duplex: 'half',
    }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    first.process.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const asked = performance.now();
    first.process.kill('SIGINT');
    expect((await first.ended).code).toBe(130);
    expect(performance.now() - asked).toBeLessThan(500);
    await client.end();
    await slow;

    const second = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir });
    await addressOf(second);
    expect(second.stdout()).toContain('which was running already');
    const again = await databaseOf(dataDir);
    expect((await again.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await again.end();
    second.process.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  });

  it('is stopped by one SIGTERM, or one SIGINT, to the program that npm runs', async () => {
    const stopped = async (signal: 'SIGTERM' | 'SIGINT') => {
      const dataDir = dataFolder();
      const child = runCommand(runner, { PORT: '0', DATA_DIR: dataDir });
      await addressOf(child);
      const running = postgresOf(dataDir);
      child.process.kill(signal);
      expect(await child.ended).toMatchObject({ code: 0, signal: null });
      expect(running.filter(isAlive)).toEqual([]);
    };
    await Promise.all([stopped('SIGTERM'), stopped('SIGINT')]);
  });
});
