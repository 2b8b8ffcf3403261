import path from 'node:path';
import type { Benchmark } from './benchmark.ts';
import { privateDatabase } from './private-database.ts';
import { installPeers } from './reads/peer-packages.ts';
import { startServer, type ServerName, type ServerProcess } from './reads/server-process.ts';
import { compared, comparisonsOf, timed } from './reads/side-by-side.ts';
import { statisticsQuestions } from './statistics/questions.ts';
import { addTenMillionVolumes } from './statistics/ten-million-volumes.ts';

const servers: readonly ServerName[] = ['Accord', 'PostGraphile', 'plain SQL'];
/** One caller at a time: a sum over the facts takes every core that there is. */
const how = { warmUp: { connections: 1, seconds: 0.5 }, load: { connections: 1, seconds: 1 }, rounds: 3 };

/** `procurementStatistics`, which reads sums kept beside the facts, beside sums over the facts themselves. */
export const statisticsBenchmark: Benchmark = {
  name: 'statistics',
  summary: 'sums of ten million agreed volumes beside plain SQL over the volumes and PostGraphile with its aggregates',
  async run(say) {
    await installPeers(say);
    say('starting a cluster');
    const own = await privateDatabase();
    const started: ServerProcess[] = [];
    try {
      await addTenMillionVolumes(own, say);
      const surroundings = { databaseUrl: own.url, dataDir: path.join(own.folder, 'accord') };
      for (const name of servers) started.push(await startServer(name, surroundings));
      say('comparing the answers');
      const rates = await timed(await compared(statisticsQuestions, started), how, say);
      return [...rates].flatMap(([question, each]) => comparisonsOf('statistics', question, each));
    } finally {
      await Promise.all(started.map((server) => server.stop()));
      await own.drop();
    }
  },
};
