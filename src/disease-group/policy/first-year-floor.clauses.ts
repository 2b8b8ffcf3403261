import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * For how many months from the start a concerned group's standard is not lowered, and how that is read where an area says
 * nothing. This is the only place of that number and of the default.
 * @source source text 1: "may not be lowered in the first year"
 */
export const firstYearFloorClauses = clauseTable<{ months: number; reading: 'MUST_NOT' | 'NEED_NOT' }>('disease-group.first-year-floor', [
  {
    from: '2021-01-01',
    to: null,
    value: { months: 12, reading: 'MUST_NOT' },
    source: source(documents.stentSupport, '"may not be lowered in the first year"'),
    confidence: 'MEDIUM',
    note: 'the Chinese 首年可不下调 can mean "need not be lowered": a setting of the area; the prohibition is the default, as the text reads',
  },
]);
