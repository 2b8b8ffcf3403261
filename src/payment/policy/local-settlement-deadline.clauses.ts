import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import type { Deadline } from './deadline.ts';
import { documents } from './documents.ts';

/**
 * Deadlines of single areas, each for its pooling areas too. One with confidence LOW is kept for the record and not applied.
 * @source reportify.ai/social-media/722443987220682 (Sichuan, draft of 2025)
 */
export const localSettlementDeadlineClauses = clauseTable<Deadline>('payment.local-settlement-deadline', [
  {
    from: '2025-01-01',
    to: null,
    area: '510000',
    category: 'CONSUMABLE',
    value: { kind: 'DAYS', days: 30, counted: 'CALENDAR_DAY' },
    source: source(documents.sichuanDraft, '30 days, for consumables outside volume-based procurement'),
    confidence: 'LOW',
    note: 'a draft, for goods that no agreement here is about; its day is not on record: not applied',
  },
]);
