import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Who sits at the table: the experts of a group at least, the persons of the enterprise at most. This is the only place
 * of these numbers.
 * @source fx361.cc/page/2017/1114/15643014.shtml ("5 experts", "at most 3 people")
 */
export const twoSidesClauses = clauseTable<{ expertsAtLeast: number; delegatesAtMost: number }>('negotiation.two-sides', [
  {
    from: '2017-01-01',
    to: null,
    value: { expertsAtLeast: 5, delegatesAtMost: 3 },
    source: source(documents.onSite2017, '5 experts; the enterprise with at most 3 people'),
    confidence: 'MEDIUM',
    note: 'read for 2017; no later rules of the table are on record. Before 2017 nothing is',
  },
]);
