import type { Pool } from 'pg';
import type { Log } from '../process/log.ts';
import { reasonOf } from '../config/config-error.ts';

/** The tokens that were revoked, as a server knows them. */
export interface RevokedTokens {
  /**
   * Whether the token of this id was revoked.
   * @throws Error when the list has not been read for so long that nobody can say
   */
  has(jti: string): boolean;
}

/** The revoked tokens, read again and again until it is closed. */
export interface RevocationWatch extends RevokedTokens {
  close(): Promise<void>;
}

/** How often the list is read, and how old it may be before no token is taken any more; milliseconds. */
export interface WatchPace {
  readonly every: number;
  readonly oldest: number;
}

/** A revoked token is refused within two seconds; a server that has lost the list takes no token after thirty. */
const usualPace: WatchPace = { every: 1000, oldest: 30_000 };

/** Longer than two clocks differ and a token is taken after its end, so that no revoked one comes back to life. */
export const notOver = `(expires_at is null or expires_at > now() - interval '1 minute')`;

/**
 * Watches the list of revoked tokens: one small statement a second for the whole server and none for a request. Without
 * the list tokens are refused, for one that was stolen must not work again because a table cannot be read.
 * @throws when the list cannot be read at first
 * @source none: machinery
 */
export async function watchRevokedTokens(pool: Pool, log: Log, { every, oldest }: WatchPace = usualPace): Promise<RevocationWatch> {
  let revoked = await readRevoked(pool);
  let readAt = performance.now();
  let timer = setTimeout(() => void again(), every).unref();
  let closed = false;
  let failing = false;

  async function again(): Promise<void> {
    const asked = performance.now();
    try {
      revoked = await readRevoked(pool);
      readAt = asked;
      failing = false;
    } catch (error) {
      if (!failing && !closed) log.warn({ cause: reasonOf(error) }, 'the revoked tokens cannot be read');
      failing = true;
    }
    if (!closed) timer = setTimeout(() => void again(), every).unref();
  }

  return {
    has(jti) {
      const age = performance.now() - readAt;
      if (age > oldest) throw new Error(`the revoked tokens were last read ${Math.round(age / 1000)} s ago`);
      return revoked.has(jti);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

async function readRevoked(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ jti: string }>(`select jti from revoked_token where ${notOver}`);
  return new Set(rows.map(({ jti }) => jti));
}
