import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * What the price ratio limit is a multiple of: the lowest bid, or the larger of the lowest bid and a share of the
 * average of the shortlisted bids.
 * @source flcube.com/?p=30512 (seventh round); flcube.com/?p=41082 (eleventh round)
 */
export const anchorPriceClauses = clauseTable<{ basis: 'LOWEST' } | { basis: 'LOWEST_OR_SHARE_OF_AVERAGE'; percentOfAverage: string }>(
  'procurement.anchor-price',
  [
    {
      from: '2020-01-17',
      to: '2025-10-27',
      scheme: 'national-drug',
      value: { basis: 'LOWEST' },
      source: source(documents.round7Rules, 'lowest unit price'),
      confidence: 'MEDIUM',
      note: 'stated for round 7, taken over for rounds 2 to 10',
    },
    {
      from: '2025-10-27',
      to: null,
      scheme: 'national-drug',
      value: { basis: 'LOWEST_OR_SHARE_OF_AVERAGE', percentOfAverage: '50' },
      source: source(documents.round11Rules, 'anchor price'),
      confidence: 'HIGH',
    },
    {
      from: '2020-11-05',
      to: '2022-11-29',
      scheme: 'national-stent',
      value: { basis: 'LOWEST' },
      source: source(documents.fieldPractice, 'lowest bid'),
      confidence: 'MEDIUM',
    },
  ],
);
