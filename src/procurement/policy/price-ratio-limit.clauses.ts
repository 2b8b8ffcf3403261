import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many times the anchor price a bid may be (the "1.8x rule"). This is the only place of that number: to
 * change it or its day, change a row here and the table in `price-ratio-limit.spec.ts`.
 * @source flcube.com/?p=30512 (seventh round); ?p=14910 (tenth); ?p=41082 (eleventh)
 */
export const priceRatioLimitClauses = clauseTable<{ multiple: string }>('procurement.price-ratio-limit', [
  {
    from: '2020-01-17',
    to: '2024-12-12',
    scheme: 'national-drug',
    value: { multiple: '1.8' },
    source: source(documents.round7Rules, '1.8 times the lowest unit price'),
    confidence: 'MEDIUM',
    note: 'rounds 2 to 9; stated for round 7',
  },
  {
    from: '2024-12-12',
    to: '2025-10-27',
    scheme: 'national-drug',
    value: { multiple: '1.8' },
    source: source(documents.round10Rules, 'rule one'),
    confidence: 'HIGH',
    note: 'round 10',
  },
  {
    from: '2025-10-27',
    to: null,
    scheme: 'national-drug',
    value: { multiple: '1.8' },
    source: source(documents.round11Rules, '1.8 times the anchor price'),
    confidence: 'HIGH',
    note: 'round 11, until the document of a later round replaces it',
  },
  {
    from: '2020-11-05',
    to: '2022-11-29',
    scheme: 'national-stent',
    value: { multiple: '1.8' },
    source: source(documents.fieldPractice, '1.8 times the lowest bid'),
    confidence: 'MEDIUM',
    note: 'stents 2020; from memory',
  },
]);
