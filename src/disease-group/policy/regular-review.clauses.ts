import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How often the standard of a concerned group is reviewed once its first year is over, in months. This is the only place of
 * that number.
 * @source source text 1: "will be adjusted regularly in accordance with the rules in the future"
 */
export const regularReviewClauses = clauseTable<{ months: number }>('disease-group.regular-review', [
  {
    from: '2021-01-01',
    to: null,
    value: { months: 12 },
    source: source(documents.ourConvention, 'how often "regularly" is'),
    confidence: 'LOW',
    note: 'the Opinions say "regularly" and name no period; once a year is our choice',
  },
]);
