import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, reasonOf } from '../config/config-error.ts';
import { openDataFolder } from '../config/data-folder.ts';
import type { Log } from '../process/log.ts';
import { serverAccount, type Account } from './embedded/account.ts';
import { findBinaries, type Binaries } from './embedded/binaries.ts';
import { openSession, type ClusterSession } from './embedded/cluster-session.ts';
import { makeCluster, owner, type Cluster } from './embedded/make-cluster.ts';
import { disownDeadPostmaster, holderOf, readPostmaster } from './embedded/postmaster-file.ts';
import { mayBeOurs, startPostmaster, stopPostmaster, waitForPostmaster } from './embedded/postmaster.ts';

/** The PostgreSQL that comes with the packages, running. */
export interface EmbeddedServer {
  /** The database `accord` on loopback, with its random password. */
  readonly url: string;
  /** Whether it ran already: beside another program, or left behind by a server that was killed. */
  readonly adopted: boolean;
  /** Lets go of it; the last program that uses it stops it, within `patience` (5 s) and a moment. */
  stop(patience?: number): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** The cluster is in the folder `postgres` of this one. */
  readonly dataDir: string;
  readonly log: Log;
  /** True, unless said otherwise: the caller is the server, of which a data folder has one. A tool says false. */
  readonly sole?: boolean;
}

/**
 * Starts the embedded PostgreSQL, or adopts it where it runs already; makes the cluster at the first start.
 * @throws ConfigError one line that says what is in the way
 * @source none: machinery
 */
export async function startEmbeddedServer({ dataDir, log, sole = true }: EmbeddedServerOptions): Promise<EmbeddedServer> {
  openDataFolder(dataDir);
  const account = serverAccount(path.join(dataDir, 'postgres'));
  const binaries = await findBinaries(account);
  const cluster = await makeCluster(dataDir, binaries, account, log);
  const { session, port, adopted } = await run({ dataDir, log, sole, account, binaries, cluster });
  return {
    url: `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/accord`,
    adopted,
    async stop(patience = 5000) {
      if (await session.end()) await stopPostmaster(cluster.folder, binaries, account, patience);
    },
  };
}

interface Run extends Required<EmbeddedServerOptions> {
  readonly account: Account;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
}

interface Running {
  readonly session: ClusterSession;
  readonly port: number;
  readonly adopted: boolean;
}

async function run({ dataDir, log, sole, account, binaries, cluster }: Run): Promise<Running> {
  const attempts = 5;
  for (let attempt = 1; ; attempt += 1) {
    const found = await portOfRunning(cluster.folder);
    try {
      const port = found ?? (await startPostmaster(dataDir, cluster.folder, binaries, account));
      const session = await openSession({ cluster, port, dataDir, sole, log });
      return { session, port, adopted: found !== null };
    } catch (error) {
      // The other party of a race: it was being stopped, or another program started it in the same moment.
      const raced = readPostmaster(cluster.folder)?.port !== found || found === null;
      const inUse = error instanceof ConfigError && error.message.startsWith('DATA_DIR=');
      if (inUse || !raced || attempt === attempts) throw readable(error, cluster.folder);
      log.debug({ reason: reasonOf(error) }, 'the embedded PostgreSQL could not be reached; trying again');
      await pause(200);
    }
  }
}

/** The port of the cluster's own postmaster if it runs; frees the cluster of a process that only has its number. */
async function portOfRunning(folder: string): Promise<number | null> {
  const postmaster = readPostmaster(folder);
  if (!postmaster) return null;
  const holder = holderOf(postmaster.pid, folder);
  if (mayBeOurs(holder)) return waitForPostmaster(folder);
  // Also one that is gone: where nobody collects ended processes, its number still answers, and PostgreSQL believes it.
  disownDeadPostmaster(folder, postmaster.pid);
  return null;
}

function readable(error: unknown, folder: string): Error {
  if (error instanceof ConfigError) return error;
  return new ConfigError(`The PostgreSQL of ${folder} cannot be used: ${reasonOf(error)}.`);
}
