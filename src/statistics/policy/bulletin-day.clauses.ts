import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many months lie at least between two bulletins. This is the only place of that number.
 * @source none: our convention; institutions settle by the month, so that in fewer days few of them change anything
 */
export const bulletinDayClauses = clauseTable<{ leastMonths: number }>('statistics.bulletin-day', [
  {
    from: '2019-01-01',
    to: null,
    value: { leastMonths: 1 },
    source: source(documents.ourConvention, 'a bulletin a month'),
    confidence: 'HIGH',
    note: 'from the first rule of prepayments on',
  },
]);
