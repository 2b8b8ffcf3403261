import type { Feature } from '../feature.ts';
import { IdempotencyRecord } from './idempotency-record.entity.ts';
import { JournalHead } from './journal-head.entity.ts';
import { JournalRecord } from './journal-record.entity.ts';
import { JournalQueries, journalReads } from './journal.reads.ts';
import { JournalResolver } from './journal.resolver.ts';
import { OutboxEvent } from './outbox-event.entity.ts';

/** What every feature's recordings leave behind, and how it is asked for. */
export const journal: Feature = {
  name: 'journal',
  entities: [IdempotencyRecord, JournalRecord, JournalHead, OutboxEvent],
  resolvers: [JournalQueries, JournalResolver],
  reads: journalReads,
  tables: [],
};
