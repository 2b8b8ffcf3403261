import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Up to which price (yuan per comparable unit) a bid is eligible whatever the others bid, and whether that holds
 * for oral solids only.
 * @source flcube.com/?p=30512 (seventh round); ?p=41082 (eleventh); stents 2020 from memory
 */
export const fixedPriceLimitClauses = clauseTable<{ limit: string; oralSolidsOnly: boolean }>('procurement.fixed-price-limit', [
  {
    from: '2020-01-17',
    to: '2024-12-12',
    scheme: 'national-drug',
    value: { limit: '0.1000', oralSolidsOnly: false },
    source: source(documents.round7Rules, 'unit price at most 0.10 yuan'),
    confidence: 'MEDIUM',
    note: 'rounds 2 to 9; stated for round 7',
  },
  {
    from: '2024-12-12',
    to: '2025-10-27',
    scheme: 'national-drug',
    value: { limit: '0.1000', oralSolidsOnly: false },
    source: source(documents.round10Rules),
    confidence: 'LOW',
    note: 'round 10: only the removal of the 50 % exemption is reported, so this one is taken to stay',
  },
  {
    from: '2025-10-27',
    to: null,
    scheme: 'national-drug',
    value: { limit: '0.1000', oralSolidsOnly: true },
    source: source(documents.round11Rules, 'low-priced oral solids'),
    confidence: 'HIGH',
  },
  {
    from: '2020-11-05',
    to: '2022-11-29',
    scheme: 'national-stent',
    value: { limit: '2850.0000', oralSolidsOnly: false },
    source: source(documents.fieldPractice, 'price at most 2,850 yuan'),
    confidence: 'MEDIUM',
    note: '2,850 as reference price: en.camdi.org/news/4962',
  },
]);
