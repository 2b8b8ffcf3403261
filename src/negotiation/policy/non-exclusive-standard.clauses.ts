import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Below which part of the fund's willing price no standard goes, in percent. This is the only place of that number.
 * @source known from the field
 */
export const nonExclusiveStandardClauses = clauseTable<{ floorPercent: string }>('negotiation.non-exclusive-standard', [
  {
    from: '2022-01-01',
    to: null,
    value: { floorPercent: '70' },
    source: source(documents.fieldPractice, 'not below 70 % of the willing price'),
    confidence: 'LOW',
    note: 'no public text read; the first day is a convention',
  },
]);
