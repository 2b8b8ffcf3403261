// Run by the tests of this folder: holds the embedded PostgreSQL of a folder as a server (or, with `tool`, as a tool).

import { ConfigError } from '../../src/platform/config/config-error.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { openLog } from '../../src/platform/process/log.ts';

const [dataDir = '', kind] = process.argv.slice(2);
try {
  const server = await startEmbeddedServer({ dataDir, log: openLog('warn'), sole: kind !== 'tool' });
  process.stdout.write(`held ${JSON.stringify({ url: server.url, adopted: server.adopted })}\n`);
  const alive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(alive);
    void server.stop();
  });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
