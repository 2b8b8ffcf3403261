import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The share of the base in a renewal, in percent: for a winner who supplied the area before, and for another.
 * @source CSJ-YD2022-1
 */
export const renewalShareClauses = clauseTable<{ incumbentPercent: string; otherPercent: string }>('procurement.renewal-share', [
  {
    from: '2022-01-01',
    to: '2023-01-01',
    scheme: 'yangtze-delta-renewal',
    category: 'ORDINARY',
    value: { incumbentPercent: '60', otherPercent: '50' },
    source: source(documents.yangtze),
    confidence: 'HIGH',
    note: 'the days are those of the year of the document number',
  },
  {
    from: '2022-01-01',
    to: '2023-01-01',
    scheme: 'yangtze-delta-renewal',
    category: 'ANTIBACTERIAL',
    value: { incumbentPercent: '50', otherPercent: '50' },
    source: source(documents.yangtze),
    confidence: 'HIGH',
  },
]);
