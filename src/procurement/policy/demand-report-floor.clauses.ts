import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The least demand an institution reports, in percent of its average annual use.
 * @source qwxb.com.cn 2025-08-07; flcube.com/?p=38794 (eleventh round)
 */
export const demandReportFloorClauses = clauseTable<{ percent: string | null }>('procurement.demand-report-floor', [
  {
    from: '2018-12-06',
    to: '2025-08-01',
    value: { percent: null },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'no floor on record before round 11',
  },
  {
    from: '2025-08-01',
    to: null,
    scheme: 'national-drug',
    value: { percent: '80' },
    source: source(documents.round11Demand, '80 % of average annual use of 2023 and 2024'),
    confidence: 'HIGH',
    note: 'round 11; the first day is the month of the report',
  },
]);
