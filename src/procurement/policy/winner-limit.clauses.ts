import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How many of the eligible bids of a lot are selected at most; null where the table "number of bidders → maximum
 * number of winners" is not on record: then there is no limit, and the finding says so.
 * @source etnet.com.hk 2018-12-07 (4+7); eva260.com (expansion 2019); not found for the later rounds
 */
export const winnerLimitClauses = clauseTable<{ maximum: number | null }>('procurement.winner-limit', [
  {
    from: '2018-12-06',
    to: '2019-09-24',
    scheme: 'pilot-4plus7',
    value: { maximum: 1 },
    source: source(documents.pilotTender, 'lowest price wins alone'),
    confidence: 'HIGH',
  },
  {
    from: '2019-09-24',
    to: '2020-01-17',
    scheme: 'alliance-expansion-2019',
    value: { maximum: 3 },
    source: source(documents.expansionWinners, 'up to 3 winners'),
    confidence: 'HIGH',
  },
  {
    from: '2020-01-17',
    to: null,
    scheme: 'national-drug',
    value: { maximum: null },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'table by number of bidders not on record; differs by round',
  },
]);
