import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { addSyntheticRound, copyColumns, rows, writeFiles } from './agreed-volume-files.ts';
import { median, type Benchmark, type Measurement } from './benchmark.ts';
import { peakMemory } from './peak-memory.ts';
import { privateDatabase, type PrivateDatabase } from './private-database.ts';

const runs = 3;
const mostTimes = 3;
const mostMegabytes = 400;

/** `npm run import` of a million agreed volumes, against COPY of the same rows into the same table with its constraints. */
export const importBenchmark: Benchmark = {
  name: 'import',
  summary: `import of ${rows.toLocaleString('en-US')} agreed volumes (UTF-8, GBK) against plain COPY: time, and peak memory`,
  async run(say) {
    say('starting a cluster and writing the files');
    const own = await privateDatabase();
    try {
      await addSyntheticRound(own.database);
      const files = await writeFiles(own.database, own.folder);
      const taken = { utf8: [] as Run[], gbk: [] as Run[], copy: [] as number[] };
      for (let run = 1; run <= runs; run += 1) {
        // Alternating, so that whatever else the machine does meets all of them.
        taken.copy.push(await copyRun(own, files.copy));
        taken.utf8.push(await importRun(own, files.utf8));
        taken.gbk.push(await importRun(own, files.gbk));
        say(`run ${run} of ${runs}: COPY ${taken.copy.at(-1)!.toFixed(1)} s, UTF-8 ${shown(taken.utf8)}, GBK ${shown(taken.gbk)}`);
      }
      const copy = median(taken.copy);
      return [...figures('UTF-8', taken.utf8, copy), ...figures('GBK', taken.gbk, copy)];
    } finally {
      await own.drop();
    }
  },
};

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function shown(taken: readonly Run[]): string {
  const last = taken.at(-1)!;
  return `${last.seconds.toFixed(1)} s ${last.megabytes.toFixed(0)} MB`;
}

function figures(encoding: string, taken: readonly Run[], copy: number): Measurement[] {
  const what = `1,000,000 rows, ${encoding}`;
  const seconds = median(taken.map((run) => run.seconds));
  const megabytes = Math.max(...taken.map((run) => run.megabytes));
  const base = { bench: 'import', higherIsBetter: false };
  return [
    {
      ...base,
      case: `${what}, time`,
      unit: 's',
      ours: seconds,
      peers: { 'plain COPY': copy },
      ratioToBestPeer: seconds / copy,
      target: `≤ ${mostTimes} × COPY`,
      met: seconds <= mostTimes * copy,
    },
    {
      ...base,
      case: `${what}, peak memory`,
      unit: 'MB',
      ours: megabytes,
      peers: {},
      ratioToBestPeer: null,
      target: `≤ ${mostMegabytes} MB`,
      met: megabytes <= mostMegabytes,
    },
  ];
}

async function emptied({ database }: PrivateDatabase): Promise<void> {
  await database.pool.query('truncate agreed_volume cascade');
  await database.pool.query('checkpoint');
}

async function copyRun(own: PrivateDatabase, file: string): Promise<number> {
  await emptied(own);
  const client = await own.database.pool.connect();
  try {
    const started = performance.now();
    await pipeline(createReadStream(file), client.query(copyFrom(`copy agreed_volume (${copyColumns}) from stdin`)));
    return (performance.now() - started) / 1000;
  } finally {
    client.release();
  }
}

/** The command as a person runs it, from its start to its end, in a process of its own whose memory is watched. */
async function importRun(own: PrivateDatabase, file: string): Promise<Run> {
  await emptied(own);
  const root = path.resolve(import.meta.dirname, '../..');
  const args = ['--import', 'tsx', path.join(root, 'scripts/import.ts'), file, '--as', 'agreed-volumes', '--json'];
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: own.url },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peakMemory(child.pid!))), 50);
  let report = '';
  child.stdout.on('data', (text: Buffer) => (report += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  const added = code === 0 ? (JSON.parse(report) as { rowsAdded: number }).rowsAdded : 0;
  if (added !== rows) throw new Error(`the import of ${file} added ${added} rows: ${report.slice(0, 500)}`);
  return { seconds, megabytes };
}
