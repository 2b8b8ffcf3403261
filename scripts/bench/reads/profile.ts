import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { prepare } from './answers.ts';
import { closedLoop } from './closed-loop.ts';
import type { Question } from './questions.ts';
import { startServer, type Surroundings } from './server-process.ts';

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where a function's own time is counted, by its file; the first that fits. */
const areas: readonly (readonly [string, RegExp])[] = [
  ['MikroORM: statements, entities from rows', /node_modules\/@mikro-orm\//],
  ['graphql-js: executing', /node_modules\/graphql\//],
  ['type-graphql: resolvers', /node_modules\/type-graphql\//],
  ['DataLoader', /node_modules\/dataloader\//],
  ['kysely: building SQL', /node_modules\/kysely\//],
  ['pg: reading rows', /node_modules\/pg[^/]*\//],
  ['Apollo and Fastify', /node_modules\/(@apollo|@as-integrations|fastify|@fastify)\//],
  ['Accord: plans, levels, JSON', /\/src\//],
  ['other packages', /node_modules\//],
  ['Node: sockets, buffers, promises', /^node:|^$/],
];
const load = { connections: 16, seconds: 6 };

/** Where the server's time goes while it answers a question: own time by area, and the functions that take most. */
export async function profileReads(
  question: Question,
  surroundings: Surroundings,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  say(`profiling ${question.name}`);
  const server = await startServer('Accord', surroundings, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  let answers = 0;
  let milliseconds = 0;
  try {
    const { shots } = await prepare(question, server);
    await closedLoop(server.address, shots, { ...load, seconds: 2 });
    const began = performance.now();
    const rate = await closedLoop(server.address, shots, load);
    milliseconds = performance.now() - began;
    answers = (rate * milliseconds) / 1000;
  } finally {
    await server.stop();
  }
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cpuprofile'));
  const profiles = await Promise.all(files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as CpuProfile));
  // The program's own thread has by far the most; tsx has others.
  const longest = profiles.toSorted((a, b) => b.samples.length - a.samples.length)[0]!;
  for (const line of ownTimes(longest, milliseconds, answers)) say(line);
}

/** Of the last part of a profile: what came before is start-up and the compiler at work. */
function ownTimes({ nodes, samples, timeDeltas }: CpuProfile, milliseconds: number, answers: number): string[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const byArea = new Map<string, number>();
  const byFunction = new Map<string, number>();
  let busy = 0;
  let seen = 0;
  for (let index = samples.length - 1; index >= 0 && seen < milliseconds * 1000; index -= 1) {
    const time = timeDeltas[index]!;
    seen += time;
    const { functionName, url } = frames.get(samples[index]!)!;
    if (functionName === '(idle)' || functionName === '(root)') continue;
    const area = areaOf(functionName, url);
    const name = `${functionName || 'anonymous'} ${url.split('node_modules/').at(-1)!.split('/').slice(-3).join('/')}`;
    busy += time;
    byArea.set(area, (byArea.get(area) ?? 0) + time);
    byFunction.set(name, (byFunction.get(name) ?? 0) + time);
  }
  const share = ([name, time]: readonly [string, number]) => `${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`;
  const most = (times: Map<string, number>) => [...times].toSorted((a, b) => b[1] - a[1]);
  return [
    `${(busy / 1000 / answers).toFixed(1)} ms of the server's own time for an answer; at work ${((100 * busy) / seen).toFixed(0)} % of the time`,
    'own time by area:',
    ...most(byArea).map(share),
    'the functions with the most:',
    ...most(byFunction).slice(0, 15).map(share),
  ];
}

function areaOf(functionName: string, url: string): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName.startsWith('(')) return 'the engine itself';
  // The functions that come with JavaScript: maps, strings, JSON.
  if (functionName === '' && url === '') return 'the engine itself';
  return areas.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other';
}
