import type { EntityManager } from '@mikro-orm/postgresql';
import { sendOn } from '../platform/database/send.ts';

/**
 * Writers of standards follow each other, and whoever asks what was known by a moment just past waits for the one at
 * work: what was answered for a moment is answered for it for ever.
 */
export const standardsLock = 7_105_170_020;

/** Where writers say, in their transactions, that servers have something to read. */
export const standardsChannel = 'accord_standards';

/**
 * The moment at which the record changes: later than every moment that was asked for so far, since those who ask hold
 * the same lock, and later than the last change. Its transaction holds the lock to its end, and tells all servers then.
 */
export async function nextMoment(em: EntityManager): Promise<Date> {
  await sendOn(em)('select pg_advisory_xact_lock($1)', [standardsLock]);
  const [next] = await sendOn(em)<{ moment: string }>(
    `select pg_notify('${standardsChannel}', ''), extract(epoch from greatest(date_trunc('milliseconds', clock_timestamp()), (select max(recorded_at) from payment_standard),
      (select max(superseded_at) from payment_standard), (select max(recorded_at) from fund_ratio)) + interval '1 millisecond') * 1000 as moment`,
    [],
  );
  return new Date(Number(next!.moment));
}
