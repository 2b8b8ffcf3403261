import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * The least part (percent) that each next winner takes of what is left, by number of winners; the last takes the
 * rest. `fourOrMore` holds for four winners and more.
 * @source www.rdbxg.com/archive/haocaidailiang (intraocular lenses "3+6", 2020)
 */
export const shareAmongWinnersClauses = clauseTable<{ two: string; three: string; fourOrMore: string }>('procurement.share-among-winners', [
  {
    from: '2020-01-01',
    to: '2021-01-01',
    scheme: 'intraocular-lens-3plus6',
    value: { two: '60', three: '60', fourOrMore: '50' },
    source: source(documents.lens2020),
    confidence: 'MEDIUM',
    note: 'the document gives minima; the day is only known to the year',
  },
]);
