import { createPostgreSqlTypeParsers, MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { EntityClass } from '@mikro-orm/core';
import { PostgresDialect } from 'kysely';
import pg, { type Client, type ClientBase, type Pool } from 'pg';
import type { Session } from '../access/identity.ts';
import { giveBackLostClients } from './lost-clients.ts';
import { migrations } from './migrations/index.ts';
import { Packet } from './packet.ts';
import { PacketPool } from './packet-pool.ts';
import { makeRoles } from './server-roles.ts';
import { endInSilence } from './silent-connections.ts';

/** The open database: the mapper, the driver's pool beneath it, and the two acts that only a process start does. */
export interface Database {
  readonly orm: MikroORM;
  /** The pool that the mapper itself uses: for COPY, which the mapper has no word for. */
  readonly pool: Pool;
  /** Connections that only read, each statement within its time. */
  readonly readPool: Pool;
  /** The same for what is read beside an answer that holds one of those: it never waits for another of the same. */
  readonly apartPool: Pool;
  /**
   * A connection of its own that only reads, for what outlives requests.
   * @param silence how long the database may be silent to it, in milliseconds; for ever unless given
   */
  connect(silence?: number): Promise<Client>;
  /** A fresh entity manager with an identity map of its own: one for each request or use case, whose transactions are its caller's. */
  fork(session?: Session): EntityManager;
  /** @throws an error with PostgreSQL's code for a full disk, before the disk is full */
  requireRoom(): void;
  /** Applies the migrations that are missing; two servers starting at once wait for each other. */
  migrate(): Promise<void>;
  /** The tables that are spread over several servers; none unless Citus is there and says so. */
  distributedTables(): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Whether its disk has room to record more; only the embedded server can tell. */
  readonly hasRoom?: () => boolean;
  readonly entities: readonly EntityClass<object>[];
  /** Connections held at most. */
  readonly connections?: number;
  /** How long one statement of a read may take, in milliseconds. */
  readonly readTimeout?: number;
  /** How long the database may be silent to a recording, in milliseconds; for ever unless given: an import may take that long. */
  readonly silence?: number;
  /** Called with every SQL statement before it is sent; the tests count with it. */
  readonly onStatement?: (sql: string) => void;
}

/** Any number that stays the same: the advisory lock that serialises migrations between servers. */
const migrationLock = 7_236_550_119;

/** Opens the database at `url` with the given entities. Does not touch the schema: that is `migrate`. */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const pool = openRecordPool(url, options);
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [...options.entities],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
    driverOptions: new PostgresDialect({ pool: new PacketPool(pool, types) }),
  });
  await orm.connect();
  const readPool = openReadPool(url, options);
  const apartPool = openReadPool(url, { ...options, connections: connectionsApart }, idleApart);
  return {
    orm,
    pool,
    readPool,
    apartPool,
    connect: (silence) => connectAlone(url, silence),
    fork: (session) => orm.em.fork({ ...(session && { session: { ...session } }) }),
    requireRoom: () => {
      if (options.hasRoom?.() === false) throw Object.assign(new Error('the disk of the database is nearly full'), { code: '53100' });
    },
    migrate: () => migrateOnce(orm, pool),
    distributedTables: () => distributedTables(readPool),
    close: async () => {
      await readPool.end();
      await apartPool.end();
      await orm.close();
    },
  };
}

/** A day and a moment reach the mapper as the texts that they are. */
const types = new pg.TypeOverrides();
const textArray = 1009;
const parseArray = pg.types.getTypeParser(textArray as never) as unknown as (text: string) => string[];
for (const [type, parse] of Object.entries(createPostgreSqlTypeParsers(parseArray))) types.setTypeParser(Number(type), parse);

/** Connections that record. */
function openRecordPool(url: string, { connections = 10, silence, onStatement }: DatabaseOptions): Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections, types, ...(silence && heardWithin(silence)) });
  giveBackLostClients(pool);
  pool.on('connect', (client) => {
    // Without a listener the process would end with the connection; the statement under way fails by itself.
    client.on('error', () => undefined);
    if (onStatement) watchStatements(client, onStatement);
  });
  pool.on('error', () => undefined);
  return pool;
}

/**
 * What a pool needs so that nobody waits longer than `silence`, neither for an answer nor for a connection. The database
 * takes back what was begun by one who is gone, so that it locks nobody out.
 */
function heardWithin(silence: number): pg.PoolConfig {
  return {
    stream: endInSilence(silence),
    connectionTimeoutMillis: silence,
    idle_in_transaction_session_timeout: silence,
  };
}

/** Few ask apart, and some of them wait for a writer. */
const connectionsApart = 4;
/** They are seldom asked: given up before they are silent for so long that they are cut, perhaps beneath a question. */
const idleApart = 5000;
/** Longer than any question takes that a person waits for; with the moment more, nobody waits 15 s for a database that is gone. */
const usualReadTimeout = 10_000;

/**
 * Sessions that can change nothing. A text of a day or a moment means the same in each of them, whatever the settings of
 * the server or of the address are.
 */
function openReadPool(url: string, { connections = 10, readTimeout = usualReadTimeout, onStatement }: DatabaseOptions, idle = 0): Pool {
  const settings = `set default_transaction_read_only = on; set statement_timeout = ${readTimeout}; set timezone = 'UTC'; set datestyle = 'ISO'`;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // A timer for every answer costs more than a connection that stays.
    idleTimeoutMillis: idle,
    pipeline: true,
    // A moment more than the statement may take: the database itself says first that it took too long.
    stream: endInSilence(readTimeout + 2000),
  });
  pool.on('connect', (client) => {
    // Without a listener the process would end with the connection; the statement under way fails by itself.
    client.on('error', () => undefined);
    // Ahead of whatever it was opened for. A session that cannot be set must not be used.
    client.query(settings).catch(() => void client.end());
    // The server stops working for a client that has gone, where its system can tell.
    client.query(`set client_connection_check_interval = 1000`).catch(() => undefined);
    if (onStatement) watchStatements(client, onStatement);
  });
  pool.on('error', () => undefined);
  return pool;
}

/** What a statement of it may take is its owner's to say. */
async function connectAlone(url: string, silence?: number): Promise<Client> {
  const client = new pg.Client({ connectionString: url, ...(silence && { stream: endInSilence(silence) }) });
  // Without a listener the process would end with the connection; the statement under way fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`set default_transaction_read_only = on; set timezone = 'UTC'; set datestyle = 'ISO'`);
  return client;
}

async function distributedTables(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows: known } = await pool.query<{ known: boolean }>(`select to_regclass('pg_dist_partition') is not null as known`);
  if (!known[0]!.known) return new Set();
  const { rows } = await pool.query<{ name: string }>(`select logicalrelid::text as name from pg_dist_partition where partmethod = 'h'`);
  return new Set(rows.map(({ name }) => name));
}

async function migrateOnce(orm: MikroORM, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await makeRoles(client);
    await orm.migrator.up();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    client.release();
  }
}

/** Watches at the driver, below mapper and query builder, so that no statement can pass uncounted. */
function watchStatements(client: ClientBase, onStatement: (sql: string) => void): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const [first] = args;
    if (first instanceof Packet) first.texts.forEach(onStatement);
    else onStatement(typeof first === 'string' ? first : ((first as { text?: string }).text ?? 'copy'));
    return send(...args);
  }) as typeof client.query;
}
