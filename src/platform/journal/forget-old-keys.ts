import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../kernel/clock.ts';

const day = 24 * 60 * 60 * 1000;
/** A year, and a month for those who settle it afterwards. */
const daysKept = 400;
/** So many rows go at once that nobody waits for them. */
const portion = 5000;

/**
 * Removes idempotency keys that are older than 400 days, portion by portion.
 * @returns how many were removed
 */
export async function forgetOldKeys(pool: Pool, clock: Clock): Promise<number> {
  const before = new Date(clock.now().valueOf() - daysKept * day);
  let removed = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `delete from idempotency_record where (caller, operation, key) in (
         select caller, operation, key from idempotency_record where recorded_at < $1 order by recorded_at limit $2 for update skip locked)`,
      [before, portion],
    );
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < portion) return removed;
  }
}

/** Removes old keys now and once a day; a day on which that fails is made up for by the next. */
export function forgetOldKeysDaily(pool: Pool, clock: Clock, log: Logger): { stop(): void } {
  const forget = () =>
    forgetOldKeys(pool, clock).then(
      (removed) => removed > 0 && log.info({ removed }, 'idempotency keys older than 400 days were removed'),
      (error: unknown) => log.error({ err: error }, 'old idempotency keys could not be removed'),
    );
  void forget();
  const timer = setInterval(() => void forget(), day).unref();
  return { stop: () => clearInterval(timer) };
}
