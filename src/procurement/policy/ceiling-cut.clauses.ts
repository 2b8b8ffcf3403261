import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * From which cut against the ceiling (%) on a bid is eligible whatever the others bid. Removed in round 10.
 * @source flcube.com/?p=30512 (seventh round); ?p=14910 (tenth)
 */
export const ceilingCutClauses = clauseTable<{ percent: string }>('procurement.ceiling-cut', [
  {
    from: '2020-01-17',
    to: '2024-12-12',
    scheme: 'national-drug',
    value: { percent: '50' },
    source: source(documents.round7Rules, 'cut of at least 50 %'),
    confidence: 'MEDIUM',
    note: 'rounds 2 to 9; stated for round 7; removed in round 10',
  },
]);
