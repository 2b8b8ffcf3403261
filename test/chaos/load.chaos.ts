import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { dataFolder, root } from '../process/child.ts';
import { ChaosServer } from './chaos-server.ts';
import { amendableVolumes, amendment, expectConserved, quantile } from './recording-clients.ts';

/** The row asks for ten minutes: CHAOS_LOAD_SECONDS=600. */
const measured = Number(process.env['CHAOS_LOAD_SECONDS'] ?? 60) * 1000;
const warmUp = 15_000;
/** So many that none is amended twice within a second. */
const volumeCount = 2400;

const kinds = {
  'look-up': { perSecond: 800, p99: 100 },
  recording: { perSecond: 150, p99: 200 },
  dashboard: { perSecond: 20, p99: 500 },
} as const;
type Kind = keyof typeof kinds;

interface Sent {
  readonly body: object;
  readonly token?: string;
  /** What is in the answer when it is the right one. */
  readonly holds: string;
}

const operation = (name: string) => readFileSync(path.join(root, `schema/operations/${name}.graphql`), 'utf8');

/** Sends requests at their times, whether those before were answered or not, and keeps how long each took from its time on. */
class OpenLoop {
  readonly times: Record<Kind, number[]> = { 'look-up': [], recording: [], dashboard: [] };
  readonly wrong = new Map<string, number>();
  /** How late the requests left, for which the server can do nothing. */
  readonly late: number[] = [];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2000 });
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly port: number,
    private readonly next: Record<Kind, (count: number) => Sent>,
  ) {}

  /** Independent callers: the time from one to the next is as random as theirs. */
  async run(milliseconds: number, keep: boolean): Promise<void> {
    const began = performance.now();
    const all = (Object.keys(kinds) as Kind[]).map((kind) => ({ kind, due: 0 }));
    for (let passed = 0; passed < milliseconds; passed = performance.now() - began) {
      for (const each of all) {
        while (each.due <= passed) {
          this.#send(each.kind, began + each.due, keep);
          each.due += (-Math.log(1 - Math.random()) / kinds[each.kind].perSecond) * 1000;
        }
      }
      await pause(1);
    }
    await Promise.all(this.#underWay);
  }

  readonly #counts: Record<Kind, number> = { 'look-up': 0, recording: 0, dashboard: 0 };

  #send(kind: Kind, due: number, keep: boolean): void {
    if (keep) this.late.push(performance.now() - due);
    const sent = this.next[kind](this.#counts[kind]++);
    const answered = this.#judge(kind, sent, due, keep);
    this.#underWay.add(answered);
    void answered.then(() => this.#underWay.delete(answered));
  }

  async #judge(kind: Kind, sent: Sent, due: number, keep: boolean): Promise<void> {
    const text = await this.#answer(sent);
    if (keep) this.times[kind].push(performance.now() - due);
    if (text.includes(sent.holds) && !text.includes('"errors"')) return;
    const what = `${kind}: ${/"code":"([A-Z_]+)"/.exec(text)?.[1] ?? text.slice(0, 100)}`;
    this.wrong.set(what, (this.wrong.get(what) ?? 0) + 1);
  }

  #answer({ body, token }: Sent): Promise<string> {
    return new Promise((resolve) => {
      const failed = (error: Error) => resolve(`no answer: ${error.message}`);
      const asked = request({
        agent: this.#agent,
        host: '127.0.0.1',
        port: this.port,
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      });
      asked.on('error', failed);
      asked.on('response', (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('error', failed);
        answer.on('end', () => resolve(text));
      });
      asked.end(JSON.stringify(body));
    });
  }
}

/** Bytes that a process holds in memory, in MB. */
const held = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

/** The slope of the straight line that lies nearest to the points. */
function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (of: (point: (typeof points)[number]) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
}

it('[O1] look-ups, recordings and dashboards together are all answered in time, and the memory does not grow', async () => {
  const server = await ChaosServer.at(dataFolder());
  const { pid } = await server.start();
  const volumes = await amendableVolumes(server, volumeCount / 10, volumeCount);
  const token = await server.token('load');
  const [lookUp, rounds, statistics] = ['institution', 'rounds-in-depth', 'statistics'].map(operation);
  const load = new OpenLoop(server.port, {
    'look-up': (count) => {
      const code = volumes[(count * 7) % volumes.length]!.institutionCode;
      return { body: { query: lookUp, variables: { code } }, holds: `"code":"${code}"` };
    },
    recording: (count) => {
      const { productCode, institutionCode, quantity: first } = volumes[count % volumes.length]!;
      const quantity = first + 1 + Math.floor(count / volumes.length);
      const place = { roundCode: 'GH-HD2020-1', productCode, institutionCode, agreementYear: 2021 };
      const input = { idempotencyKey: `load-${count}`, ...place, reason: 'load', quantity };
      return { body: { query: amendment, variables: { input } }, token, holds: `"quantity":${quantity}` };
    },
    dashboard: (count) =>
      count % 2 === 0
        ? { body: { query: rounds, variables: { rounds: 10, volumes: 5 } }, holds: '"selectedProducts"' }
        : { body: { query: statistics, variables: { asOf: '2026-01-01' } }, holds: '"agreedAmount"' },
  });
  await load.run(warmUp, false);
  const memory: { x: number; y: number }[] = [];
  const began = performance.now();
  const watch = setInterval(() => memory.push({ x: (performance.now() - began) / 60_000, y: held(pid) }), 500);
  await load.run(measured, true);
  clearInterval(watch);

  const growth = slope(memory);
  const said = Object.entries(load.times).map(
    ([kind, times]) => `${times.length} × ${kind} p50 ${quantile(times, 0.5).toFixed(0)} p99 ${quantile(times, 0.99).toFixed(0)} ms`,
  );
  const most = Math.max(...memory.map(({ y }) => y));
  process.stdout.write(
    `O1: ${measured / 1000} s; ${said.join('; ')}; sent late p99 ${quantile(load.late, 0.99).toFixed(0)} ms; ` +
      `RSS ${memory[0]!.y.toFixed(0)} to ${memory.at(-1)!.y.toFixed(0)} MB, most ${most.toFixed(0)}, ${growth.toFixed(1)} MB/min; ` +
      `wrong ${JSON.stringify(Object.fromEntries(load.wrong))}\n`,
  );
  expect([...load.wrong]).toEqual([]);
  expect(await expectConserved(server)).toBeGreaterThan((measured / 1000) * 100);
  for (const [kind, { p99 }] of Object.entries(kinds)) expect(quantile(load.times[kind as Kind], 0.99), kind).toBeLessThanOrEqual(p99);
  expect(growth).toBeLessThanOrEqual(5);
  await server.stop();
});
