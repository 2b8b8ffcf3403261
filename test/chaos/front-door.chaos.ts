import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { dataFolder, isAlive, postgresOf, root, runFile, type Child } from '../process/child.ts';
import { quantile } from './recording-clients.ts';

interface Answered {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly milliseconds: number;
  readonly text: string;
}

/** Sends one request and tells how it was answered; 0 where the connection was refused or cut. */
function ask(address: string, agent: Agent, where: string, body?: object, headers: Record<string, string> = {}): Promise<Answered> {
  const began = performance.now();
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({ status: 0, retryAfter: undefined, milliseconds: performance.now() - began, text: error.message });
    const sent = httpRequest(new URL(where, address), {
      agent,
      method: body ? 'POST' : 'GET',
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    });
    sent.on('error', failed);
    sent.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('error', failed);
      answer.on('end', () => {
        resolve({ status: answer.statusCode!, retryAfter: answer.headers['retry-after'], milliseconds: performance.now() - began, text });
      });
    });
    sent.end(body && JSON.stringify(body));
  });
}

async function start(env: NodeJS.ProcessEnv = {}): Promise<{ child: Child; address: string; dataDir: string }> {
  const dataDir = dataFolder();
  const child = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'fatal', ...env });
  await child.said('/healthz', 60_000);
  return { child, dataDir, address: /http:\/\/\S+(?=\/healthz)/.exec(child.stdout())![0] };
}

async function ownerOf(dataDir: string): Promise<pg.Client> {
  const [, , , port] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(path.join(dataDir, 'postgres/accord.password'), 'utf8').trim();
  const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user: 'accord', password, database: 'accord' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

describe('[O3] SIGTERM', () => {
  it('answers 60 recordings that a lock holds, refuses new ones, and leaves nothing behind', async () => {
    const { child, address, dataDir } = await start();
    const issued = runFile('scripts/token.ts', ['--role', 'EXPERT'], { DATA_DIR: dataDir });
    await issued.ended;
    const authorization = `Bearer ${issued.stdout().trim()}`;
    const agent = new Agent({ keepAlive: true });
    const query =
      'mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { enterprise { code } userErrors { code } } }';
    const record = (at: number) =>
      ask(
        address,
        agent,
        '/graphql',
        { query, variables: { input: { idempotencyKey: `drain-${at}`, code: `drain-${at}`, name: '企业', kind: 'HOLDER' } } },
        { authorization },
      );
    const [owner, watcher] = await Promise.all([ownerOf(dataDir), ownerOf(dataDir)]);
    await owner.query('begin; lock table enterprise in access exclusive mode');
    const held = Array.from({ length: 60 }, (_each, at) => record(at));
    // Within a transaction the activity is that of its first look.
    for (let waiting = 0; waiting < 10; await pause(50)) {
      const { rows } = await watcher.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock'`,
      );
      waiting = rows[0]!.waiting;
    }
    const running = postgresOf(dataDir);
    const asked = performance.now();
    child.process.kill('SIGTERM');
    await pause(300);
    const [ready, further, live] = await Promise.all([ask(address, agent, '/readyz'), record(60), ask(address, agent, '/healthz')]);
    expect([ready.status, ready.retryAfter, further.status, further.retryAfter, live.status]).toEqual([503, '1', 503, '5', 200]);
    expect(further.text).toContain('UNAVAILABLE');
    await owner.query('commit');
    await Promise.all([owner.end(), watcher.end()]);
    const answers = await Promise.all(held);
    expect(answers.filter(({ status, text }, at) => status !== 200 || !text.includes(`"drain-${at}"`))).toEqual([]);
    expect(await child.ended).toMatchObject({ code: 0, signal: null });
    const seconds = (performance.now() - asked) / 1000;
    expect(seconds).toBeLessThan(10);
    expect(running.filter(isAlive)).toEqual([]);
    say(`O3: 60 of 60 answered, ended ${seconds.toFixed(1)} s after SIGTERM`);
  });
});

describe('[O2] three times the load that can be answered', () => {
  const query = readFileSync(path.join(root, 'schema/operations/rounds-in-depth.graphql'), 'utf8');
  const body = { query, variables: { rounds: 20, volumes: 10 } };

  it('turns the excess away at once and answers the others in time, and is as before afterwards', async () => {
    const { child, address } = await start({ NODE_OPTIONS: '--max-old-space-size=512' });
    const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
    const alone = async (seconds: number) => {
      const times: number[] = [];
      const until = Date.now() + seconds * 1000;
      const one = async () => {
        while (Date.now() < until) {
          const { status, milliseconds } = await ask(address, agent, '/graphql', body);
          expect(status).toBe(200);
          times.push(milliseconds);
        }
      };
      await Promise.all(Array.from({ length: 16 }, one));
      return { rate: times.length / seconds, p99: quantile(times, 0.99) };
    };
    await alone(2);
    const before = await alone(4);

    const sent: Promise<Answered>[] = [];
    const began = performance.now();
    for (let passed = 0; passed < 10_000; passed = performance.now() - began) {
      for (const due = Math.floor((passed / 1000) * before.rate * 3); sent.length < due;) sent.push(ask(address, agent, '/graphql', body));
      await pause(5);
    }
    const answers = await Promise.all(sent);
    const accepted = answers.filter(({ status }) => status === 200).map(({ milliseconds }) => milliseconds);
    const turnedAway = answers.filter(({ status }) => status === 429 || status === 503);
    expect(answers.length).toBe(accepted.length + turnedAway.length);
    expect(turnedAway.filter(({ retryAfter }) => retryAfter === undefined)).toEqual([]);
    const told = turnedAway.map(({ milliseconds }) => milliseconds);
    say(
      `O2: ${Math.round(before.rate)}/s alone; at three times that ${accepted.length} accepted (p99 ${quantile(accepted, 0.99).toFixed(0)} ms), ` +
        `${told.length} turned away (median ${quantile(told, 0.5).toFixed(0)} ms, p99 ${quantile(told, 0.99).toFixed(0)} ms)`,
    );
    expect(told.length).toBeGreaterThan(0);
    expect(quantile(accepted, 0.99)).toBeLessThanOrEqual(1000);
    expect(quantile(told, 0.5)).toBeLessThanOrEqual(50);

    const ended = performance.now();
    let after = await alone(1);
    while (after.rate < before.rate * 0.7 && performance.now() - ended < 10_000) after = await alone(1);
    expect(after.rate).toBeGreaterThanOrEqual(before.rate * 0.7);
    expect(child.process.exitCode).toBeNull();
    child.process.kill('SIGTERM');
    expect((await child.ended).code).toBe(0);
  });
});
