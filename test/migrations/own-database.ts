import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseAt } from '../support/template.ts';

/** An empty database of the test's own, which no migration has seen. */
export interface OwnDatabase {
  readonly url: string;
  query<Row>(sql: string): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function ownDatabase(server: string): Promise<OwnDatabase> {
  const name = `m_${randomBytes(6).toString('hex')}`;
  const url = databaseAt(server, name);
  await once(server, `create database ${name}`);
  return {
    url,
    query: (sql) => once(url, sql),
    drop: async () => {
      await once(server, `drop database ${name} with (force)`);
    },
  };
}

export async function once<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
