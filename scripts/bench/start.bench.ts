import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from '../project.ts';
import { median, type Benchmark, type Measurement } from './benchmark.ts';

const exec = promisify(execFile);
const question = JSON.stringify({ query: '{ round(code: "GH-HD2020-1") { selectedProducts(first: 1) { totalCount } } }' });
/** Longer than any start should take; then the run is given up. */
const patience = 120_000;

/** What a newcomer waits for: the install of a fresh clone, the first answer, and the answer of a later start. */
export const startBenchmark: Benchmark = {
  name: 'start',
  summary: 'install in a fresh clone with an empty cache, first answer, later start',
  run: async (say) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'accord-bench-start-'));
    try {
      say('cloning');
      const clone = path.join(folder, 'clone');
      await exec('git', ['clone', '--quiet', root, clone]);
      say('installing with an empty cache');
      const environment = { ...process.env, npm_config_cache: path.join(folder, 'cache'), DATA_DIR: path.join(folder, 'data') };
      const install = await seconds(() =>
        exec(process.execPath, ['scripts/run.mjs', 'tsc', '--version'], { cwd: clone, env: environment }),
      );
      say('starting with an empty DATA_DIR');
      const first = await answerAfterStart(clone, environment);
      const later: number[] = [];
      for (let run = 1; run <= 3; run += 1) {
        say(`starting again, ${run} of 3`);
        later.push(await answerAfterStart(clone, environment));
      }
      return [
        figure('install', install, 90),
        figure('first answer, empty DATA_DIR', first, 15),
        figure('first answer, later start', median(later), 3),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function figure(name: string, ours: number, target: number): Measurement {
  return {
    bench: 'start',
    case: name,
    unit: 's',
    higherIsBetter: false,
    ours,
    peers: {},
    ratioToBestPeer: null,
    target: `<= ${target} s`,
    met: ours <= target,
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** From `npm start` to the first answer over HTTP; the server is stopped again, and waited for. */
async function answerAfterStart(clone: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const server = spawn('npm', ['start'], { cwd: clone, env: { ...environment, PORT: String(port) }, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  try {
    while (!(await answers(port))) {
      if (performance.now() - began > patience) throw new Error(`no answer within ${patience / 1000} s`);
      await pause(20);
    }
    return (performance.now() - began) / 1000;
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: question,
    });
    return (await response.text()).includes('"totalCount":10');
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
