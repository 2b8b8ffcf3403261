import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { startDebianServer } from './debian-server.ts';
import { makeTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The servers that the tests run on: the embedded one, and Debian's where it is installed; each by its owner and by the server's login. */
    servers: readonly { readonly name: string; readonly url: string; readonly served: string }[];
  }
}

/** Starts the PostgreSQL servers once, migrates and fills one template database on each; a test clones it in a moment. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-test-'));
  const embedded = await startEmbeddedServer({ dataDir, log: pino({ level: 'silent' }) });
  const debian = await startDebianServer();
  const servers = [{ name: 'embedded PostgreSQL', url: embedded.url }, ...(debian ? [{ name: debian.name, url: debian.url }] : [])];
  const templates = servers.map(async (server) => ({ ...server, served: await makeTemplate(server.url) }));
  project.provide('servers', await Promise.all(templates));

  return async () => {
    await embedded.stop();
    await debian?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
