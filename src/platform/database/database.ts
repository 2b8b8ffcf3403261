import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { EntityClass } from '@mikro-orm/core';
import type { Pool, PoolClient } from 'pg';
import { migrations } from './migrations/index.ts';

/** The open database: the mapper, the driver's pool beneath it, and the two acts that only a process start does. */
export interface Database {
  readonly orm: MikroORM;
  /** The pool that the mapper itself uses: for COPY, which the mapper has no word for. */
  readonly pool: Pool;
  /** A fresh entity manager with an identity map of its own: one for each request or use case. */
  fork(): EntityManager;
  /** Applies the migrations that are missing; two servers starting at once wait for each other. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly entities: readonly EntityClass<object>[];
  /** Connections held at most. */
  readonly connections?: number;
  /** Called with every SQL statement before it is sent; the tests count with it. */
  readonly onStatement?: (sql: string) => void;
}

/** Any number that stays the same: the advisory lock that serialises migrations between servers. */
const migrationLock = 7_236_550_119;

/** Opens the database at `url` with the given entities. Does not touch the schema: that is `migrate`. */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [...options.entities],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
    pool: { max: options.connections ?? 10 },
    driverOptions: { onPoolCreated: (pool: Pool) => options.onStatement && watchStatements(pool, options.onStatement) },
  });
  const pool = await orm.em.getDriver().getConnection().getNativeClient();
  return {
    orm,
    pool,
    fork: () => orm.em.fork(),
    migrate: () => migrateOnce(orm, pool),
    close: () => orm.close(),
  };
}

async function migrateOnce(orm: MikroORM, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await orm.migrator.up();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

/** Watches at the driver, below mapper and query builder, so that no statement can pass uncounted. */
function watchStatements(pool: Pool, onStatement: (sql: string) => void): void {
  pool.on('connect', (client: PoolClient) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [first] = args;
      onStatement(typeof first === 'string' ? first : ((first as { text?: string }).text ?? 'copy'));
      return send(...args);
    }) as typeof client.query;
  });
}
