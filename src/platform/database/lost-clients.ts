import type { Pool, PoolClient } from 'pg';

/**
 * Gives back to a pool every connection that ended while it was in use. kysely, beneath the mapper, keeps the connection
 * of a transaction whose rollback fails, and after a crash of the database every rollback fails: ten of them, and a pool of
 * ten would wait for ever.
 * @source none: machinery
 */
export function giveBackLostClients(pool: Pool): void {
  const inUse = new Set<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) =>
    client.once('end', () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // Whoever has it may still come to give it back; the pool would throw at the second time.
      client.release = () => undefined;
    }),
  );
}
