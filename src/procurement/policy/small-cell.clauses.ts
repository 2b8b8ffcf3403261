import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many must stand behind a figure before everybody is told it.
 * @source none: our convention; three is the least at which no contributor can subtract its own and have another's
 */
export const smallCellClauses = clauseTable<{ minimum: number }>('procurement.small-cell', [
  {
    from: '2018-01-01',
    to: null,
    value: { minimum: 3 },
    source: source(documents.ourConvention, 'at least three contributors'),
    confidence: 'HIGH',
    note: 'since the first round',
  },
]);
