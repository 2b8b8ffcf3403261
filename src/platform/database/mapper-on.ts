import type { EntityManager } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { PoolClient } from 'pg';
import type { Database } from './database.ts';

/**
 * An entity manager, with an identity map of its own, in the transaction that a client has begun: for a use case beside
 * COPY, which the mapper has no word for. The transaction stays the client's.
 * @source none: machinery
 */
export function managerOn(database: Database, client: PoolClient): EntityManager {
  const connection = {
    query: (text: string, values: readonly unknown[]) => client.query(text, [...values]),
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { options: {}, connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  const em = database.fork();
  em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool }) }));
  return em;
}
