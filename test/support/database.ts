import pg from 'pg';
import { inject } from 'vitest';
import { entities } from '../../src/features.ts';
import { openDatabase, type Database } from '../../src/platform/database/database.ts';
import { databaseAt, emptyTemplate, template } from './template.ts';

/** The owner's view of a database, which sees and may do everything. */
export interface TestDatabase extends Database {
  readonly url: string;
  /** The same database as the server has it: with the login of its own, and what each caller may see and do. */
  readonly served: Database;
  /** Every SQL statement that the server sent since the last `forget`, without the bounds and the identity of transactions. */
  readonly statements: string[];
  forget(): void;
  /** Rows of each table, for "nothing changed". */
  contents(): Promise<Record<string, string>>;
  /** Closes and drops the clone. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Without the reference data. */
  readonly empty?: boolean;
  /** The embedded server unless given. */
  readonly server?: string;
  /** Sessions that the server may have at once; as many as usual unless given. */
  readonly connections?: number;
  /** How long one statement of a read may take, in milliseconds. */
  readonly readTimeout?: number;
}

const bounds = /^(begin|commit|rollback|set local|select set_config)\b/i;

/** A database of the test's own: a clone of the template, which the migrations made. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { empty = false, server = inject('servers')[0]!.url, readTimeout, connections } = options;
  const { served: servedAt } = inject('servers').find(({ url }) => url === server)!;
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onServer(server, `create database ${name} template ${empty ? emptyTemplate : template}`);
  const url = databaseAt(server, name);
  const statements: string[] = [];
  const database = await openDatabase(url, { entities });
  const served = await openDatabase(databaseAt(servedAt, name), {
    entities,
    ...(readTimeout && { readTimeout }),
    ...(connections && { connections }),
    onStatement: (sql) => void (bounds.test(sql) || statements.push(sql)),
  });
  return {
    ...database,
    url,
    served,
    statements,
    forget: () => {
      statements.length = 0;
    },
    contents: () => contentsOf(database),
    drop: async () => {
      await served.close();
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A digest of each table's rows: equal digests mean that nothing was added, changed or removed. */
async function contentsOf({ pool }: Database): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
    );
    digests[name] = rows[0]!.digest;
  }
  return digests;
}
