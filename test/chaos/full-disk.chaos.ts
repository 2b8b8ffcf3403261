import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { dataFolder, isAlive, runCommand } from '../process/child.ts';
import { ChaosServer } from './chaos-server.ts';
import { RecordingClients } from './recording-clients.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('SKIPPED: a small disk can be mounted by root only, so nothing is shown of a full one\n');

describe('a disk that another program fills', () => {
  it.runIf(isRoot)('[D3] recording is UNAVAILABLE, reading goes on, and both go on when there is space again', async () => {
    const mounted = dataFolder();
    // A new cluster, the reference data and the log of writes take 130 MB of it.
    expect((await runCommand(['mount', '-t', 'tmpfs', '-o', 'size=320m,mode=755', 'tmpfs', mounted]).ended).code).toBe(0);
    const dataDir = path.join(mounted, 'data');
    mkdirSync(dataDir);
    const server = await ChaosServer.at(dataDir);
    try {
      await server.start();
      const writers = await RecordingClients.start(server, 8);
      await writers.servesAgain(20_000);
      const filler = path.join(mounted, 'filler');
      await runCommand(['dd', 'if=/dev/zero', `of=${filler}`, 'bs=1M']).ended;
      // What was under way when the disk became full may still be acknowledged.
      await pause(1500);
      const [acknowledged, before] = [writers.acknowledged, writers.troubles.get('UNAVAILABLE') ?? 0];
      let reads = 0;
      for (const until = Date.now() + 5000; Date.now() < until; reads += 1) {
        const { data, errors } = await server.ask('{ rounds(first: 5) { totalCount nodes { code name } } }');
        expect(errors).toBeUndefined();
        expect(data?.['rounds']).toMatchObject({ totalCount: 19 });
        await pause(50);
      }
      expect(writers.acknowledged).toBe(acknowledged);
      expect(writers.troubles.get('UNAVAILABLE')).toBeGreaterThan(before);
      const { pid } = server.child;
      rmSync(filler);
      const again = await writers.servesAgain(20_000);
      await writers.stop();
      process.stdout.write(
        `D3 full disk: ${reads} reads of 5 s answered, 0 recordings; again after ${(again / 1000).toFixed(2)} s; ` +
          `${writers.acknowledged} acknowledged; ${JSON.stringify(Object.fromEntries(writers.troubles))}\n`,
      );
      await writers.expectNothingLostOrDoubled();
      expect([...writers.troubles.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
      expect(isAlive(pid)).toBe(true);
      expect(again).toBeLessThan(5000);
    } finally {
      await server.stop();
      expect((await runCommand(['umount', mounted]).ended).code).toBe(0);
    }
  });
});
