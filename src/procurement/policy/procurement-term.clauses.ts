import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * How long a result holds: by the share table's row, for years, to a fixed last day, by the number of bidders, or
 * not on record.
 * @source none: a shape of this system, not a rule
 */
export type TermTerms =
  | { kind: 'BY_WINNERS' }
  | { kind: 'YEARS'; years: number }
  | { kind: 'LAST_DAY'; lastDay: string }
  | { kind: 'BY_BIDDERS'; years: number; biddersAbove: number; yearsAbove: number }
  | { kind: 'NOT_ON_RECORD' };

/**
 * The terms of the schemes by opening day.
 * @source as cited in the rows
 */
export const procurementTermClauses = clauseTable<TermTerms>('procurement.procurement-term', [
  {
    from: '2018-12-06',
    to: '2019-09-24',
    scheme: 'pilot-4plus7',
    value: { kind: 'BY_WINNERS' },
    source: source(documents.pilotPlan),
    confidence: 'MEDIUM',
  },
  {
    from: '2019-09-24',
    to: '2020-01-17',
    scheme: 'alliance-expansion-2019',
    value: { kind: 'BY_WINNERS' },
    source: source(documents.expansion),
    confidence: 'MEDIUM',
  },
  {
    from: '2020-01-17',
    to: '2022-07-12',
    scheme: 'national-drug',
    value: { kind: 'NOT_ON_RECORD' },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'rounds 2 to 5',
  },
  {
    from: '2022-07-12',
    to: '2023-03-29',
    scheme: 'national-drug',
    value: { kind: 'BY_WINNERS' },
    source: source(documents.round7Shares),
    confidence: 'HIGH',
    note: 'round 7',
  },
  {
    from: '2023-03-29',
    to: '2023-11-06',
    scheme: 'national-drug',
    value: { kind: 'NOT_ON_RECORD' },
    source: source(documents.fieldPractice),
    confidence: 'LOW',
    note: 'round 8',
  },
  {
    from: '2023-11-06',
    to: '2024-12-12',
    scheme: 'national-drug',
    value: { kind: 'LAST_DAY', lastDay: '2027-12-31' },
    source: source(documents.fieldPractice, 'round 9 to the end of 2027'),
    confidence: 'LOW',
    note: 'round 9, from memory',
  },
  {
    from: '2024-12-12',
    to: '2025-10-27',
    scheme: 'national-drug',
    value: { kind: 'LAST_DAY', lastDay: '2027-12-31' },
    source: source(documents.round10Rules),
    confidence: 'HIGH',
    note: 'round 10',
  },
  {
    from: '2025-10-27',
    to: null,
    scheme: 'national-drug',
    value: { kind: 'LAST_DAY', lastDay: '2028-12-31' },
    source: source(documents.round11Rules),
    confidence: 'HIGH',
    note: 'round 11, until the document of a later round replaces it',
  },
  {
    from: '2021-11-26',
    to: '2024-04-23',
    scheme: 'national-insulin',
    value: { kind: 'YEARS', years: 2 },
    source: source('yicaiglobal.com 2024-04-24 (insulin)'),
    confidence: 'HIGH',
  },
  {
    from: '2020-11-05',
    to: '2022-11-29',
    scheme: 'national-stent',
    value: { kind: 'YEARS', years: 2 },
    source: source(documents.stents2020),
    confidence: 'HIGH',
  },
  {
    from: '2022-11-29',
    to: null,
    scheme: 'national-stent',
    value: { kind: 'YEARS', years: 3 },
    source: source(documents.stents2022),
    confidence: 'HIGH',
  },
  {
    from: '2022-01-01',
    to: '2023-01-01',
    scheme: 'yangtze-delta-renewal',
    value: { kind: 'BY_BIDDERS', years: 2, biddersAbove: 5, yearsAbove: 3 },
    source: source(documents.yangtze),
    confidence: 'HIGH',
  },
]);
