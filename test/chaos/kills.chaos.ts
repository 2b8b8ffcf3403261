import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { dataFolder, isAlive, postgresOf } from '../process/child.ts';
import { ChaosServer } from './chaos-server.ts';
import { RecordingClients, spread } from './recording-clients.ts';

const clients = 16;

/** A served data folder with clients that record. */
async function recording(): Promise<{ server: ChaosServer; writers: RecordingClients }> {
  const server = await ChaosServer.at(dataFolder());
  await server.start();
  return { server, writers: await RecordingClients.start(server, clients) };
}

function report(row: string, text: string, { acknowledged, troubles }: RecordingClients): void {
  process.stdout.write(`${row}: ${text}; ${acknowledged} acknowledged; ${JSON.stringify(Object.fromEntries(troubles))}\n`);
}

describe('kill -9', () => {
  it('[D1] of PostgreSQL and of its sessions, 20 rounds: nothing acknowledged is lost, the server stays and serves again', async () => {
    const { server, writers } = await recording();
    const { pid } = server.child;
    const times: number[] = [];
    const ready = new Set<number | null>();
    for (let turn = 0; turn < 20; turn += 1) {
      await pause(300);
      const [postmaster, ...others] = postgresOf(server.dataDir);
      const victim = turn % 2 === 0 ? postmaster! : others[Math.floor(Math.random() * others.length)]!;
      process.kill(victim, 'SIGKILL');
      const began = performance.now();
      const serving = writers.servesAgain(20_000);
      while (victim === postmaster && ready.size < 2 && performance.now() - began < 2000) ready.add(await server.status('/readyz'));
      times.push(await serving);
    }
    await writers.stop();
    report('D1', `serving again ${spread(times)}`, writers);
    await writers.expectNothingLostOrDoubled();
    expect(isAlive(pid)).toBe(true);
    expect(ready).toContain(503);
    expect(await server.status('/readyz')).toBe(200);
    expect([...writers.troubles.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
    expect(Math.max(...times)).toBeLessThan(5000);
    await server.stop();
  });

  it('[D2] of the server, 20 rounds: the next one adopts the running database, and nothing is lost or done twice', async () => {
    const { server, writers } = await recording();
    const [postmaster] = postgresOf(server.dataDir);
    const times: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      await pause(300);
      server.child.process.kill('SIGKILL');
      await server.child.ended;
      server.launch();
      times.push(await writers.servesAgain(30_000));
      expect(server.child.stdout()).toContain('which was running already');
    }
    await writers.stop();
    report('D2', `serving again ${spread(times)}`, writers);
    expect(postgresOf(server.dataDir)[0]).toBe(postmaster);
    await writers.expectNothingLostOrDoubled();
    expect(Math.max(...times)).toBeLessThan(3000);
    await server.stop();
  });

  it('[D3] of both at once, 10 rounds: the next start recovers, and nothing is lost or done twice', async () => {
    const { server, writers } = await recording();
    const times: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      await pause(300);
      server.child.process.kill('SIGKILL');
      process.kill(postgresOf(server.dataDir)[0]!, 'SIGKILL');
      await server.child.ended;
      server.launch();
      times.push(await writers.servesAgain(30_000));
      expect(server.child.stdout()).not.toContain('which was running already');
    }
    await writers.stop();
    report('D3', `serving again ${spread(times)}`, writers);
    await writers.expectNothingLostOrDoubled();
    expect(Math.max(...times)).toBeLessThan(5000);
    await server.stop();
  });
});
