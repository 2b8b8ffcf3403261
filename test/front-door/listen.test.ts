import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requireFreePort } from '../../src/platform/process/port.ts';
import { testApp } from '../support/app.ts';
import { portOf } from './send.ts';

/** The sockets that listen at a port, as the kernel counts them. */
const listeningAt = (port: number) =>
  readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .filter((line) => line.includes(`0100007F:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A`)).length;

it.runIf(process.platform === 'linux')('[O2] connections are taken at several sockets of one port, which is nobody else’s', async () => {
  const app = await testApp();
  await app.listen(0);
  const port = portOf(app);
  expect(listeningAt(port)).toBe(16);
  await expect(requireFreePort(port)).rejects.toThrow(`PORT=${port} cannot be used`);
  const pages = Array.from({ length: 100 }, () => fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } }));
  expect(new Set((await Promise.all(pages)).map(({ status }) => status))).toEqual(new Set([200]));
  await app.stop();
  expect(listeningAt(port)).toBe(0);
});
