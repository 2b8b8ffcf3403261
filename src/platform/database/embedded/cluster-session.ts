import { realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import type { Log } from '../../process/log.ts';
import { owner } from './make-cluster.ts';

/**
 * One connection that says, for as long as this process lives, that the cluster is in use. PostgreSQL lets go of its
 * locks when the process dies, however it dies, so nothing stale is ever left to judge.
 */
export interface ClusterSession {
  /** Lets go. @returns whether nobody else uses the cluster, so that it may be stopped */
  end(): Promise<boolean>;
}

/** Two numbers that only the programs of Accord use. */
const inUse = '7236, 1';
const serving = '7236, 2';

/** A server that was killed is noticed by PostgreSQL within a moment; that long a lock of it may remain. */
const momentOfDeath = 1500;

export interface SessionOptions {
  /** The cluster. */
  readonly folder: string;
  readonly password: string;
  readonly port: number;
  readonly dataDir: string;
  /** Whether this process is the server, of which there is one. */
  readonly sole: boolean;
  /** Makes sure that PostgreSQL runs at the port. */
  readonly revive: () => Promise<void>;
  readonly log: Log;
}

/** How long a server waits before it tries again to bring its database back; each time twice as long, up to the second. */
const [shortestWait, longestWait] = [50, 5000];
/** How long a tool waits for somebody else to do so. */
const patienceOfTool = 25_000;

/**
 * Connects, makes sure that this is the cluster of the folder, takes the locks and makes the database. When the session is
 * lost while it is needed, the server brings PostgreSQL back, for as long as that takes.
 * @throws ConfigError when another server uses the folder
 */
export async function openSession(options: SessionOptions): Promise<ClusterSession> {
  const { log, sole, revive } = options;
  let client = await connectAndLock(options);
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  let returning = Promise.resolve();
  const watch = () =>
    client.once('end', () => {
      if (!isEnding()) returning = returnAfterLoss();
    });
  // A crash of one backend makes PostgreSQL drop every session and start again; the locks must be taken again too.
  const returnAfterLoss = async () => {
    const lost = performance.now();
    let said = '';
    for (let wait = shortestWait; !isEnding(); wait = Math.min(2 * wait, longestWait)) {
      try {
        if (sole) await revive();
        client = await connectAndLock(options);
        watch();
        log.warn({ seconds: (performance.now() - lost) / 1000 }, 'the embedded PostgreSQL restarted');
        return;
      } catch (error) {
        const reason = reasonOf(error);
        if (sole && wait > 500 && reason !== said) log.error({ reason: (said = reason) }, 'the embedded PostgreSQL is not back yet');
      }
      if (!sole && performance.now() - lost > patienceOfTool) break;
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    if (!isEnding()) log.fatal('the embedded PostgreSQL has ended; see postgres.log in DATA_DIR');
  };
  watch();
  return {
    async end() {
      ending.abort();
      // One that is being started can be stopped only when it runs.
      await returning;
      try {
        await client.query(`select pg_advisory_unlock_shared(${inUse})`);
        return await asked(client, `pg_try_advisory_lock(${inUse})`);
      } catch {
        // Without a session there is no way to ask; a server that lost its database stops what it started.
        return sole;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}

async function connectAndLock({ folder, password, port, dataDir, sole, log }: SessionOptions): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: owner,
    password,
    database: 'postgres',
    application_name: `accord ${process.pid}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', (error) => log.debug({ reason: reasonOf(error) }, 'the session that holds the cluster was lost'));
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    if (realpathSync(rows[0]?.folder ?? '') !== folder) throw new Error('another cluster answers there');
    await client.query(`select pg_advisory_lock_shared(${inUse})`);
    if (sole) await beTheServer(client, dataDir);
    await createDatabase(client);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function beTheServer(client: pg.Client, dataDir: string): Promise<void> {
  const limit = Date.now() + momentOfDeath;
  while (!(await asked(client, `pg_try_advisory_lock(${serving})`))) {
    if (Date.now() > limit) {
      const other = await nameOfServer(client);
      throw new ConfigError(`DATA_DIR=${dataDir} is in use by another Accord server${other}: stop that one, or set another DATA_DIR.`);
    }
    await pause(100);
  }
}

async function nameOfServer(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and (classid, objid) = (${serving})`,
  );
  const pid = rows[0]?.name.split(' ')[1];
  return pid ? ` (process ${pid})` : '';
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'accord'`);
  if (rowCount) return;
  try {
    await client.query('create database accord');
  } catch (error) {
    // Another program started in the same moment and made it.
    const { code } = error as { code?: string };
    if (code !== '42P04' && code !== '23505') throw error;
  }
}

async function asked(client: pg.Client, condition: string): Promise<boolean> {
  const { rows } = await client.query<{ answer: boolean }>(`select ${condition} as answer`);
  return rows[0]?.answer === true;
}
