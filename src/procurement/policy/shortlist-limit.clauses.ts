import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many bids of a lot are shortlisted at most; null where the document's number is not on record.
 * @source flcube.com/?p=30512 (seventh round); en.camdi.org/news/4962 (stents 2020)
 */
export const shortlistLimitClauses = clauseTable<{ maximum: number | null }>('procurement.shortlist-limit', [
  {
    from: '2020-01-17',
    to: '2022-07-12',
    scheme: 'national-drug',
    value: { maximum: null },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'number not on record for rounds 2 to 5',
  },
  {
    from: '2022-07-12',
    to: '2023-03-29',
    scheme: 'national-drug',
    value: { maximum: 10 },
    source: source(documents.round7Rules, 'shortlist'),
    confidence: 'HIGH',
  },
  {
    from: '2023-03-29',
    to: null,
    scheme: 'national-drug',
    value: { maximum: null },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'number not on record for rounds 8 to 11',
  },
  {
    from: '2020-11-05',
    to: '2022-11-29',
    scheme: 'national-stent',
    value: { maximum: 10 },
    source: source(documents.stents2020Selection, 'ten lowest'),
    confidence: 'MEDIUM',
    note: 'loose phrasing in the source',
  },
]);
