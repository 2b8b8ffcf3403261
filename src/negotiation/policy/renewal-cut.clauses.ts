import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * One ladder: above each percentage the cut of its step, up to the next; above `most` no simple renewal.
 * @source none: a shape of this system, not a rule
 */
export interface Ladder {
  readonly steps: readonly { readonly above: string; readonly cut: string }[];
  readonly most: string;
}

/**
 * The ladders of cuts at a renewal, and after how many continuous years they are halved and end. This is the only place of
 * these numbers.
 * @source flcube.com/?p=15911 (110 %, 200 %, 8 years); flcube.com/?p=28711 (100 %); the steps between are known from the field
 */
export const renewalCutClauses = clauseTable<{
  readonly spend: Ladder;
  readonly increase: Ladder;
  readonly halvedFromYears: number;
  readonly ordinaryListFromYears: number;
}>('negotiation.renewal-cut', [
  {
    from: '2022-01-01',
    to: null,
    value: {
      spend: {
        steps: [
          { above: '110', cut: '5' },
          { above: '140', cut: '10' },
          { above: '170', cut: '15' },
        ],
        most: '200',
      },
      increase: {
        steps: [
          { above: '10', cut: '5' },
          { above: '40', cut: '10' },
          { above: '70', cut: '15' },
        ],
        most: '100',
      },
      halvedFromYears: 4,
      ordinaryListFromYears: 8,
    },
    source: source(documents.renewalRules, '110 % and 200 %; the steps between are known from the field'),
    confidence: 'MEDIUM',
    note: 'a larger spend in yuan adds points: known, not on record. The first day is a convention',
  },
]);
