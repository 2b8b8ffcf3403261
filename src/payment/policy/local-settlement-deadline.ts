import type { Clause } from '../../kernel/clause.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import type { Deadline } from './deadline.ts';
import { documents } from './documents.ts';
import { localSettlementDeadlineClauses } from './local-settlement-deadline.clauses.ts';

/**
 * An area may set a deadline of its own, which then holds instead of the national one.
 * @source reportify.ai/social-media/722443987220682 (Sichuan, draft of 2025)
 */
export const localSettlementDeadlineRule = defineRule({
  id: 'payment.local-settlement-deadline',
  title: 'Local settlement deadline',
  titleZh: '地方货款结算期限',
  statement:
    "Where the pooling area, or else its province, has a settlement deadline of its own for the category, that holds instead of the national one. A clause of confidence LOW is a draft or hearsay: it stands on record and moves nobody's due date.",
  statementZh:
    '统筹区(或其所属省份)就该类别另有货款结算期限的,从其规定。可信度为 LOW 的条款系征求意见稿或未经核实的说法,仅作记录,不据以确定付款期限。',
  source: [source(documents.sichuanDraft), source(documents.ourConvention, 'the nearest area decides; LOW is not applied')],
  clauses: localSettlementDeadlineClauses,
  traces: ['RD3'],
});

/**
 * The deadline that an area has set for a category, null where the national one holds.
 * @param on the day of acceptance
 * @param areas the codes of the pooling area and of what it lies in, the nearest first
 * @source reportify.ai/social-media/722443987220682 (Sichuan, draft of 2025)
 */
export function localSettlementDeadline(on: LocalDate, category: string, areas: readonly string[]): Clause<Deadline> | null {
  for (const area of areas) {
    const clause = localSettlementDeadlineClauses.find(on, { area, category });
    if (clause && clause.confidence !== 'LOW') return clause;
  }
  return null;
}
