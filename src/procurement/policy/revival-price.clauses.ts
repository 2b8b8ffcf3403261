import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * When a shortlisted enterprise that failed the price ratio limit may revive by accepting a price.
 * @source flcube.com/?p=14910 (tenth round)
 */
export const revivalPriceClauses = clauseTable<{ loneWinnerMultiplied: boolean }>('procurement.revival-price', [
  {
    from: '2024-12-12',
    to: '2025-10-27',
    scheme: 'national-drug',
    value: { loneWinnerMultiplied: true },
    source: source(documents.round10Rules, 'revival'),
    confidence: 'HIGH',
  },
]);
