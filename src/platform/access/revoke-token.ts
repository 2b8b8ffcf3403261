import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { deedOf, writeJournal } from '../journal/write-journal.ts';
import { notOver } from './revoked-tokens.ts';

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
 * two times; who revoked it first, and why, is kept. What it changes is journalled with it; that a token has expired is not.
 * @returns false when it was on the list already
 * @source none: machinery
 */
export async function revokeToken(pool: Pool, revocation: Revocation): Promise<boolean> {
  const at = new Date();
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin');
    await client.query(`delete from revoked_token where not ${notOver}`);
    const change = (await added(client, revocation, at)) ?? (await extended(client, revocation));
    if (change) await journal(client, revocation, at, change);
    await client.query('commit');
    broken = false;
    return change?.from === null;
  } finally {
    // What is under way on a connection that is thrown away is taken back.
    client.release(broken);
  }
}

type Columns = Readonly<Record<string, unknown>>;

/** What changes of the row: null before where it is new, no change where it stays as it was. */
interface Change {
  readonly from: Columns | null;
  readonly to: Columns;
}

async function added(client: PoolClient, { jti, issuer, expiresAt, reason, revokedBy }: Revocation, at: Date): Promise<Change | null> {
  const row = { jti, issuer, expires_at: expiresAt, reason, revoked_by: revokedBy, revoked_at: at };
  const { rowCount } = await client.query(
    `insert into revoked_token (${Object.keys(row).join(', ')}) values ($1, $2, $3, $4, $5, $6) on conflict (jti) do nothing`,
    Object.values(row),
  );
  return rowCount === 0 ? null : { from: null, to: row };
}

async function extended(client: PoolClient, { jti, expiresAt }: Revocation): Promise<Change | null> {
  const { rows } = await client.query<{ expires_at: string }>(
    `update revoked_token t set expires_at = $2 from (select expires_at from revoked_token where jti = $1 for update) known
     where t.jti = $1 and known.expires_at < coalesce($2::timestamptz, 'infinity') returning known.expires_at`,
    [jti, expiresAt],
  );
  return rows[0] ? { from: { expires_at: new Date(rows[0].expires_at) }, to: { expires_at: expiresAt } } : null;
}

async function journal(client: PoolClient, { jti, reason, revokedBy }: Revocation, at: Date, change: Change): Promise<void> {
  await writeJournal(
    async <Row>(text: string, values: readonly unknown[]) => (await client.query<Row & QueryResultRow>(text, [...values])).rows,
    { who: { role: 'OPERATOR', subject: revokedBy }, when: at, operation: 'revokeToken', request: null, why: reason },
    [deedOf({ table: 'revoked_token', area: null, key: { jti }, ...change })],
  );
}
