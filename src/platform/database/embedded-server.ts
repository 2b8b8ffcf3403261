import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, reasonOf } from '../config/config-error.ts';
import { openDataFolder } from '../config/data-folder.ts';
import type { Log } from '../process/log.ts';
import { serverAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import { openSession, type ClusterSession } from './embedded/cluster-session.ts';
import { watchDiskRoom } from './embedded/disk-room.ts';
import { makeCluster, owner } from './embedded/make-cluster.ts';
import { unfinishedRestore } from './embedded/place-cluster.ts';
import { disownDeadPostmaster, holderOf, readPostmaster } from './embedded/postmaster-file.ts';
import {
  beginLog,
  freePort,
  mayBeOurs,
  startPostmaster,
  stopPostmaster,
  waitForPostmaster,
  type Startable,
} from './embedded/postmaster.ts';

/** The PostgreSQL that comes with the packages, running. */
export interface EmbeddedServer {
  /** The database `accord` on loopback, with its random password. */
  readonly url: string;
  /** Whether it ran already: beside another program, or left behind by a server that was killed. */
  readonly adopted: boolean;
  /** Whether its disk has room to record more. */
  readonly hasRoom: () => boolean;
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
  if (existsSync(path.join(dataDir, unfinishedRestore))) {
    throw new ConfigError(`DATA_DIR=${dataDir} holds a restore that was not finished: remove the folder, and restore again.`);
  }
  const account = serverAccount(path.join(dataDir, 'postgres'));
  const binaries = await findBinaries(account);
  const cluster = await makeCluster(dataDir, binaries, account, log);
  const { session, port, adopted } = await run({
    log,
    sole,
    password: cluster.password,
    dataDir,
    folder: cluster.folder,
    account,
    binaries,
  });
  const room = await watchDiskRoom(cluster.folder);
  return {
    hasRoom: room.hasRoom,
    url: `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/accord`,
    adopted,
    async stop(patience = 5000) {
      room.stop();
      if (await session.end()) await stopPostmaster(cluster.folder, binaries, account, patience);
    },
  };
}

interface Run extends Startable {
  readonly log: Log;
  readonly sole: boolean;
  readonly password: string;
}

interface Running {
  readonly session: ClusterSession;
  readonly port: number;
  readonly adopted: boolean;
}

async function run(given: Run): Promise<Running> {
  const { folder, log } = given;
  const attempts = 5;
  for (let attempt = 1; ; attempt += 1) {
    const found = await portOfRunning(folder);
    try {
      const port = found ?? (await start(given));
      const session = await openSession({ ...given, port, revive: () => revive(given, port) });
      return { session, port, adopted: found !== null };
    } catch (error) {
      // The other party of a race: it was being stopped, or another program started it in the same moment.
      const raced = readPostmaster(folder)?.port !== found || found === null;
      const inUse = error instanceof ConfigError && error.message.startsWith('DATA_DIR=');
      if (inUse || !raced || attempt === attempts) throw readable(error, folder);
      log.debug({ reason: reasonOf(error) }, 'the embedded PostgreSQL could not be reached; trying again');
      await pause(200);
    }
  }
}

/** At the port of the one that died, if it died: whoever else uses the cluster waits for it there. */
async function start(given: Run): Promise<number> {
  let before = readPostmaster(given.folder)?.port ?? 0;
  beginLog(given.dataDir);
  return startPostmaster(given, async () => {
    const port = before || (await freePort());
    before = 0;
    return port;
  });
}

/** Makes sure that PostgreSQL runs at the port that all connections go to. */
async function revive(given: Run, port: number): Promise<void> {
  const found = await portOfRunning(given.folder);
  if (found === null) await startPostmaster(given, async () => port);
  else if (found !== port) throw new Error(`it was started at port ${found} and not at ${port}: start Accord again`);
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
