import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many products of one manufacturer may be shortlisted in a lot.
 * @source en.camdi.org/news/4962 (coronary stents 2020)
 */
export const manufacturerLimitClauses = clauseTable<{ maximum: number }>('procurement.manufacturer-limit', [
  {
    from: '2020-11-05',
    to: '2022-11-29',
    scheme: 'national-stent',
    value: { maximum: 4 },
    source: source(documents.stents2020Selection, 'at most 4 products of one manufacturer'),
    confidence: 'MEDIUM',
    note: 'loose phrasing in the source',
  },
]);
