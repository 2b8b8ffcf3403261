import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../project.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { addInstitutions } from './institutions.ts';
import { privateDatabase, type PrivateDatabase } from './private-database.ts';
import { installPeers } from './reads/peer-packages.ts';
import { profileReads } from './reads/profile.ts';
import { allQuestions, oneObject, roundsInDepth, type Question } from './reads/questions.ts';
import { startServer, type ServerName, type ServerProcess } from './reads/server-process.ts';
import { compared, comparisonsOf, inTurn, timed, type Rates } from './reads/side-by-side.ts';

const servers: readonly ServerName[] = ['Accord', 'PostGraphile', 'Mercurius', 'json_agg', 'node:http'];
const institutions = 2408;
/** Institutions without volumes, for a list that is long. */
const others = 1_000_000;
const lookUps = 500;
const rounds = 5;
const load = { connections: 16, seconds: 0.8 };
const warmUp = { connections: 16, seconds: 0.5 };
const crowd = { connections: 64, seconds: 3 };
const mostMegabytes = 300;
const slowestDeepPage = 1.3;
/** The largest answer and the smallest. */
const profiled = [roundsInDepth.name, oneObject];

/** Accord's reads beside its peers: the same database, the same questions, equal answers. */
export const readsBenchmark: Benchmark = {
  name: 'reads',
  summary: 'reads beside PostGraphile, Mercurius, one json_agg statement and bare node:http (--large: ten times the rows; --profile)',
  async run(say, options) {
    await installPeers(say);
    say('starting a cluster and adding synthetic rows');
    const own = await privateDatabase();
    const started: ServerProcess[] = [];
    try {
      await addRows(own, options.large ? institutions * 10 : institutions);
      const surroundings = { databaseUrl: own.url, dataDir: path.join(own.folder, 'accord') };
      for (const name of servers) started.push(await startServer(name, surroundings));
      const questions = await questionsOver(own, say);
      const measured = await measure(questions, started, say);
      if (options.profile) {
        for (const question of questions.filter(({ name }) => profiled.includes(name))) {
          await profileReads(question, surroundings, path.join(own.folder, 'profile'), say);
        }
      }
      return measured.map((each) => ({ ...each, case: options.large ? `${each.case}, ten times the rows` : each.case }));
    } finally {
      await Promise.all(started.map((server) => server.stop()));
      await own.drop();
    }
  },
};

/** The demo data, agreed volumes for the selected products of all other rounds too, so that every round has four levels, and a long list. */
export async function addRows({ database: { pool }, url }: PrivateDatabase, count: number): Promise<void> {
  const demo = ['--import', 'tsx', path.join(root, 'scripts/demo-data.ts'), '--institutions', String(count)];
  const child = spawn(process.execPath, demo, { cwd: root, env: { ...process.env, DATABASE_URL: url }, stdio: 'ignore' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the demo data ended with ${String(code)}`);
  await pool.query(`
    insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
    select i.area_code, uuidv7(), s.id, i.id, 2021, 1 + (hashtext(s.id::text || i.code) & 1023), 'synthetic: benchmark', 'SYNTHETIC'
    from selected_product s cross join institution i where not exists (select from agreed_volume v where v.selected_product_id = s.id)`);
  await addInstitutions(pool, others);
  await pool.query('vacuum analyze');
}

/** The questions, with codes that the rows have. */
async function questionsOver({ database: { pool } }: PrivateDatabase, say: (line: string) => void): Promise<Question[]> {
  const { rows } = await pool.query<{ code: string; volumes: number; institutions: number }>(
    `select code, (select count(*)::int from agreed_volume) as volumes, (select count(*)::int from institution) as institutions
     from institution order by hashtext(code), code limit ${lookUps}`,
  );
  const { institutions: all, volumes } = rows[0]!;
  say(`${volumes.toLocaleString('en-US')} agreed volumes, ${all.toLocaleString('en-US')} institutions; comparing the answers`);
  return allQuestions(rows.map(({ code }) => code));
}

async function measure(
  questions: readonly Question[],
  started: readonly ServerProcess[],
  say: (line: string) => void,
): Promise<Measurement[]> {
  const prepared = await compared(questions, started);
  const medians = await timed(prepared, { warmUp, load, rounds }, say);
  say(`memory: ${roundsInDepth.name} at ${crowd.connections} connections`);
  await inTurn(new Map([[roundsInDepth, prepared.get(roundsInDepth)!]]), crowd);

  const size = prepared.get(roundsInDepth)![0]!.shots[0]!.answerLength;
  say(`the answer to ${roundsInDepth.name} has ${(size / 1000).toFixed(0)} KB`);
  return [
    ...[...medians].flatMap(([question, rates]) => comparisonsOf('reads', question, rates)),
    deepPageBesideFirst(medians.get(questions.at(-2)!)!, medians.get(questions.at(-1)!)!),
    memory(started),
  ];
}

/** How much longer a page deep in a list takes than its first. */
function deepPageBesideFirst(first: Rates, deep: Rates): Measurement {
  const times = Object.fromEntries(Object.entries(first).map(([name, rate]) => [name, rate / deep[name as ServerName]!]));
  const { Accord: ours, ...peers } = times;
  return {
    bench: 'reads',
    case: 'the deep page by the first',
    unit: '× the time',
    higherIsBetter: false,
    ours: ours!,
    peers,
    ratioToBestPeer: ours! / Math.min(...Object.values(peers)),
    target: `≤ ${slowestDeepPage} × page 1`,
    met: ours! <= slowestDeepPage,
  };
}

function memory(started: readonly ServerProcess[]): Measurement {
  const peaks = Object.fromEntries(started.filter(({ name }) => name !== 'node:http').map((server) => [server.name, server.peakMemory()]));
  const { Accord: ours, ...peers } = peaks;
  return {
    bench: 'reads',
    case: `peak memory, ${crowd.connections} connections`,
    unit: 'MB',
    higherIsBetter: false,
    ours: ours!,
    peers,
    ratioToBestPeer: ours! / Math.min(...Object.values(peers)),
    target: `≤ ${mostMegabytes} MB`,
    met: ours! <= mostMegabytes,
  };
}
