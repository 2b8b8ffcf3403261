import { realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import type { Log } from '../../process/log.ts';
import { owner, type Cluster } from './make-cluster.ts';

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
  readonly cluster: Cluster;
  readonly port: number;
  readonly dataDir: string;
  /** Whether this process is the server, of which there is one. */
  readonly sole: boolean;
  readonly log: Log;
}

/**
 * Connects, makes sure that this is the cluster of the folder, takes the locks and makes the database.
 * @throws ConfigError when another server uses the folder
 */
export async function openSession(options: SessionOptions): Promise<ClusterSession> {
  let client = await connectAndLock(options);
  let ending = false;
  const watch = () =>
    client.once('end', () => {
      if (!ending) void returnAfterLoss();
    });
  // A crash of one backend makes PostgreSQL drop every session and start again; the locks must be taken again too.
  const returnAfterLoss = async () => {
    for (let attempt = 1; attempt <= 100 && !ending; attempt += 1) {
      await pause(250);
      try {
        client = await connectAndLock(options);
        watch();
        options.log.warn('the embedded PostgreSQL restarted');
        return;
      } catch (error) {
        options.log.debug({ reason: reasonOf(error) }, 'the embedded PostgreSQL is not back yet');
      }
    }
    if (!ending) options.log.fatal('the embedded PostgreSQL has ended; see postgres.log in DATA_DIR');
  };
  watch();
  return {
    async end() {
      ending = true;
      try {
        await client.query(`select pg_advisory_unlock_shared(${inUse})`);
        return await asked(client, `pg_try_advisory_lock(${inUse})`);
      } catch {
        // Without a session there is no way to ask; a server that lost its database stops what it started.
        return options.sole;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}

async function connectAndLock({ cluster, port, dataDir, sole, log }: SessionOptions): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: owner,
    password: cluster.password,
    database: 'postgres',
    application_name: `accord ${process.pid}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', (error) => log.debug({ reason: reasonOf(error) }, 'the session that holds the cluster was lost'));
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    if (realpathSync(rows[0]?.folder ?? '') !== cluster.folder) throw new Error('another cluster answers there');
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
