import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * One row of a share table: the number of winners it holds for (`orMore`: and any larger one), the share of the
 * base in percent (from and to, equal where the document names one), and the term in years (null: not on record).
 * @source none: a shape of this system, not a rule
 */
export interface ShareRow {
  winners: number;
  orMore: boolean;
  percentFrom: string;
  percentTo: string;
  termYears: number | null;
}

const row = (winners: number, percentFrom: string, termYears: number | null, percentTo = percentFrom): ShareRow => ({
  winners,
  orMore: false,
  percentFrom,
  percentTo,
  termYears,
});
const rowOrMore = (winners: number, percent: string, termYears: number | null): ShareRow => ({
  ...row(winners, percent, termYears),
  orMore: true,
});

/**
 * The share of the base agreed in the first year, by number of winners. An empty table, or a number of winners
 * without a row, says that the figure is not on record for that round.
 * @source baipharm.chemlinked.com (seventh round); others as cited in the rows
 */
export const volumeShareClauses = clauseTable<{ rows: readonly ShareRow[] }>('procurement.volume-share', [
  {
    from: '2018-12-06',
    to: '2019-09-24',
    scheme: 'pilot-4plus7',
    value: { rows: [row(1, '60', 1, '70')] },
    source: source(documents.pilotPlan, '60-70 % of annual use'),
    confidence: 'HIGH',
    note: 'term from memory',
  },
  {
    from: '2019-09-24',
    to: '2020-01-17',
    scheme: 'alliance-expansion-2019',
    value: { rows: [row(1, '50', 1), row(2, '60', 1), row(3, '70', 2)] },
    source: source(documents.expansion),
    confidence: 'MEDIUM',
    note: 'from memory; up to 3 winners found',
  },
  {
    from: '2020-01-17',
    to: '2020-08-20',
    scheme: 'national-drug',
    category: 'ORDINARY',
    value: { rows: [] },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'round 2: not on record',
  },
  {
    from: '2020-08-20',
    to: '2021-02-03',
    scheme: 'national-drug',
    category: 'ORDINARY',
    value: { rows: [row(1, '50', null), rowOrMore(4, '80', null)] },
    source: source(documents.round3Report),
    confidence: 'HIGH',
    note: 'round 3: one winner and four or more (printed “more than four”); two and three not on record',
  },
  {
    from: '2021-02-03',
    to: '2022-07-12',
    scheme: 'national-drug',
    category: 'ORDINARY',
    value: { rows: [] },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'rounds 4 and 5: not on record',
  },
  {
    from: '2022-07-12',
    to: '2023-03-29',
    scheme: 'national-drug',
    category: 'ORDINARY',
    value: { rows: [row(1, '50', 1), row(2, '60', 1), row(3, '70', 2), rowOrMore(4, '80', 3)] },
    source: source(documents.round7Shares, 'most chemical drugs'),
    confidence: 'HIGH',
    note: 'round 7',
  },
  {
    from: '2022-07-12',
    to: '2023-03-29',
    scheme: 'national-drug',
    category: 'ANTIBACTERIAL',
    value: { rows: [row(1, '30', 1), row(2, '40', 1), rowOrMore(3, '50', 2)] },
    source: source(documents.round7Shares, 'antibacterial and antifungal list'),
    confidence: 'HIGH',
    note: 'round 7',
  },
  {
    from: '2020-01-17',
    to: '2022-07-12',
    scheme: 'national-drug',
    category: 'ANTIBACTERIAL',
    value: { rows: [] },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'rounds 2 to 5: not on record',
  },
  {
    from: '2023-03-29',
    to: '2025-10-27',
    scheme: 'national-drug',
    category: 'ORDINARY',
    value: { rows: [] },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'rounds 8 to 10: not on record',
  },
  {
    from: '2023-03-29',
    to: null,
    scheme: 'national-drug',
    category: 'ANTIBACTERIAL',
    value: { rows: [] },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'rounds 8 to 11: not on record',
  },
  {
    from: '2025-10-27',
    to: null,
    scheme: 'national-drug',
    category: 'ORDINARY',
    value: { rows: [rowOrMore(4, '80', null)] },
    source: source(documents.round11Shares, 'generally 80 %'),
    confidence: 'HIGH',
    note: 'round 11: less with three or fewer winners, figures not on record',
  },
]);
