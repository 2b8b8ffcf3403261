import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many days before its due date an open payable is called due soon.
 * @source none: our convention; a week leaves an institution time for one round of payments
 */
export const payableStatusClauses = clauseTable<{ dueSoonDays: number }>('payment.payable-status', [
  {
    from: '1900-01-01',
    to: null,
    value: { dueSoonDays: 7 },
    source: source(documents.ourConvention, 'due soon: within a week'),
    confidence: 'HIGH',
    note: 'a word of the screen, on every day that can be asked for; nothing is owed earlier or later for it',
  },
]);
