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
const notOver = `(expires_at is null or expires_at > now() - interval '1 minute')`;

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

/** A token to be revoked; null where its issuer or its end is not known, or no reason is given. */
export interface Revocation {
  readonly jti: string;
  readonly issuer: string | null;
  readonly expiresAt: Date | null;
  readonly reason: string | null;
  readonly revokedBy: string;
}

/**
 * Puts a token on the list, and takes those off it that have expired. One that is on it stays on it for the longer of the
 * two times; who revoked it first, and why, is kept.
 * @returns false when it was on the list already
 * @source none: machinery
 */
export async function revokeToken(pool: Pool, { jti, issuer, expiresAt, reason, revokedBy }: Revocation): Promise<boolean> {
  await pool.query(`delete from revoked_token where not ${notOver}`);
  const { rows } = await pool.query<{ added: boolean }>(
    `insert into revoked_token as known (jti, issuer, expires_at, reason, revoked_by) values ($1, $2, $3, $4, $5)
     on conflict (jti) do update set expires_at = nullif(greatest(coalesce(known.expires_at, 'infinity'), coalesce(excluded.expires_at, 'infinity')), 'infinity')
     returning (xmax = 0) as added`,
    [jti, issuer, expiresAt, reason, revokedBy],
  );
  return rows[0]!.added;
}
