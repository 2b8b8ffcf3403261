import { sql } from 'kysely';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.ts';
import { always } from '../graphql/describe.ts';
import { JournalCheckpointType } from './journal.type.ts';

const heads = sql<{ chain: string; seq: number; hash: string }>`
  select chain, seq::float8 as seq, encode(hash, 'hex') as hash from journal_head where seq > 0 order by chain collate "C"`;

@Resolver()
export class JournalResolver {
  @Query(
    () => JournalCheckpointType,
    always(
      'Where each chain of the journal ends now. Keep it, or publish it: `npm run verify-journal -- --checkpoint` compares.',
      '审计日志各链此刻的末尾。可保存或公布,供 npm run verify-journal -- --checkpoint 比对。',
    ),
  )
  async journalCheckpoint(@Ctx() context: Context): Promise<JournalCheckpointType> {
    return { takenAt: context.clock.now(), chains: await context.snapshot.objects('journalCheckpoint', heads) };
  }
}
