import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How far the second quote may lie above the expected price, in percent of it. This is the only place of that number.
 * @source fx361.cc/page/2017/1114/15643014.shtml ("more than 15 % above the expected price ends it")
 */
export const quoteCorridorClauses = clauseTable<{ percent: string }>('negotiation.quote-corridor', [
  {
    from: '2017-01-01',
    to: null,
    value: { percent: '115' },
    source: source(documents.onSite2017, 'second quote more than 15 % above the expected price ends it'),
    confidence: 'HIGH',
    note: 'read for 2017; reported unchanged since',
  },
]);
