import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Below which share of the time progress a completion is behind, in percent.
 * @source task file of a hospital in a public repository
 */
export const paceWarningClauses = clauseTable<{ percent: number }>('supply.pace-warning', [
  {
    from: '2018-01-01',
    to: null,
    value: { percent: 80 },
    source: source(documents.hospitalPractice, 'warning below 80 % of time progress'),
    confidence: 'LOW',
    note: 'practice of one hospital; no national value is known',
  },
]);
