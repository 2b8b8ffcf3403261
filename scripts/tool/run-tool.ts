import { entities } from '../../src/features.ts';
import { ConfigError } from '../../src/platform/config/config-error.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { openDatabase, type Database } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { checkServerAt } from '../../src/platform/database/server-requirements.ts';
import { openLog } from '../../src/platform/process/log.ts';
import { loadReferenceData } from '../../src/reference-data.ts';

/**
 * Opens the database that `npm start` would use (beside a running server, or alone), as complete as a start leaves it,
 * lets the tool work on it, and closes everything it opened: also after Ctrl-C, which takes back what is under way.
 * @param work answers the exit code
 * @param state a tool that only looks takes the database as it is: what it looks at must not be changed by looking
 * @source none: machinery
 */
export async function runTool(work: (database: Database) => Promise<number>, state: 'complete' | 'as it is' = 'complete'): Promise<void> {
  let close = async (): Promise<void> => {};
  const interrupted = new Promise<number>((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
    process.once('SIGHUP', () => resolve(129));
  });
  const done = open((closeIt) => (close = closeIt), state).then(work);
  try {
    const code = await Promise.race([done, interrupted]);
    if (code > 128) process.stderr.write('Stopped: nothing of it was recorded.\n');
    await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, 8000))]);
    process.exit(code);
  } catch (error) {
    process.stderr.write(`${sayError(error)}\n`);
    await close().catch(() => undefined);
    process.exit(1);
  }
}

async function open(opened: (close: () => Promise<void>) => void, state: 'complete' | 'as it is'): Promise<Database> {
  const config = readConfig();
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  let url = config.databaseUrl;
  let stopServer = async (): Promise<void> => {};
  if (url === null) {
    const server = await startEmbeddedServer({ dataDir: config.dataDir, log, sole: false });
    url = server.url;
    stopServer = () => server.stop();
    opened(stopServer);
  }
  await checkServerAt(url);
  const database = await openDatabase(url, { entities, connections: 4 });
  opened(async () => {
    // A connection with a statement under way does not close in peace; stopping the process cuts it.
    await Promise.race([database.close(), new Promise((resolve) => setTimeout(resolve, 1000))]);
    await stopServer();
  });
  if (state === 'as it is') return database;
  await database.migrate();
  await loadReferenceData(database);
  return database;
}

/** One line for a mistake of whoever runs the tool; everything about one of ours. */
export function sayError(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
