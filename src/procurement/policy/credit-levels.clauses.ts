import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * Every level that a scheme has had, mildest first within each: four of 2020, three of 2025.
 * @source 医保发〔2020〕34号; flcube.com/?p=34833
 */
export const creditLevels = [
  'GENERAL',
  'MEDIUM',
  'SERIOUS',
  'ESPECIALLY_SERIOUS',
  'DISHONEST',
  'SERIOUSLY_DISHONEST',
  'ESPECIALLY_SERIOUSLY_DISHONEST',
] as const;

/**
 * A level of credit, of whatever scheme.
 * @source 医保发〔2020〕34号; flcube.com/?p=34833
 */
export type CreditLevel = (typeof creditLevels)[number];

/**
 * One level of a scheme and what it leads to.
 * @source none: a shape of this system, not a rule
 */
export interface LevelTerms {
  level: CreditLevel;
  consequence: string;
}

/**
 * The schemes of levels by the day of the rating, mildest level first.
 * @source as cited in the rows
 */
export const creditLevelClauses = clauseTable<readonly LevelTerms[]>('procurement.credit-levels', [
  {
    from: '2020-08-28',
    to: '2025-07-01',
    value: [
      { level: 'GENERAL', consequence: 'reminder or written notice' },
      { level: 'MEDIUM', consequence: 'risk prompt shown with the product' },
      { level: 'SERIOUS', consequence: 'listing and bidding of the product concerned suspended' },
      { level: 'ESPECIALLY_SERIOUS', consequence: 'all products of the enterprise suspended in the province' },
    ],
    source: source(documents.creditSystem),
    confidence: 'MEDIUM',
    note: 'the date of the document is from memory; the consequences of the two mild levels too',
  },
  {
    from: '2025-07-01',
    to: null,
    value: [
      { level: 'DISHONEST', consequence: 'distributor: suspended 1 year' },
      { level: 'SERIOUSLY_DISHONEST', consequence: 'distributor: suspended 3 years' },
      {
        level: 'ESPECIALLY_SERIOUSLY_DISHONEST',
        consequence: 'distributor: suspended 5 years; manufacturer: all products in the province',
      },
    ],
    source: source(documents.creditLevels2025),
    confidence: 'MEDIUM',
    note: 'from the third quarter of 2025; the first day of it is taken',
  },
]);
