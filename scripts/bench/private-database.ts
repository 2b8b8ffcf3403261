import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { entities } from '../../src/features.ts';
import { openDatabase, type Database } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts';
import { openLog } from '../../src/platform/process/log.ts';
import { loadReferenceData } from '../../src/reference-data.ts';

export interface PrivateDatabase {
  readonly database: Database;
  readonly url: string;
  /** A folder for files, gone with the database. */
  readonly folder: string;
  drop(): Promise<void>;
}

/** A cluster of the benchmark's own with the reference data, so that it neither disturbs nor is disturbed. */
export async function privateDatabase(): Promise<PrivateDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'accord-bench-'));
  // The user that runs PostgreSQL must be able to walk in: else the cluster is put elsewhere, and stays there.
  await chmod(folder, 0o711);
  const server = await startEmbeddedServer({ dataDir: path.join(folder, 'data'), log: openLog('warn') });
  const database = await openDatabase(server.url, { entities });
  const drop = async () => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await Promise.race([database.close(), new Promise((resolve) => setTimeout(resolve, 1000))]);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  // A cluster that outlives its benchmark would disturb the next one.
  const interrupted = () => void drop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  await database.migrate();
  await loadReferenceData(database);
  return { database, url: server.url, folder, drop };
}
