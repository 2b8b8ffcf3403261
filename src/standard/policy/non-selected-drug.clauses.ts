import { clauseTable } from '../../kernel/clause.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/** Numbers of the rule: multiples of the winning price, percent of the price before, years. */
export interface NonSelectedDrugNumbers {
  /** A price above this multiple of the winning price is cut. */
  readonly multiple: string;
  /** Whether a price at exactly the multiple is cut as well (T15). */
  readonly isCutAtMultiple: boolean;
  /** The first standard is at most this share of the price before. */
  readonly firstYearPercent: string;
  readonly leastYears: number;
  readonly mostYears: number;
}

/**
 * The numbers of drugs that were not selected. This is the only place of them.
 * @source 医保发〔2019〕18号
 */
export const nonSelectedDrugClauses = clauseTable<NonSelectedDrugNumbers>('standard.non-selected-drug', [
  {
    from: '2019-01-01',
    to: null,
    value: { multiple: '2', isCutAtMultiple: false, firstYearPercent: '70.00', leastYears: 2, mostYears: 3 },
    source: source(documents.drugSupport, 'above twice the winning price: cut by not less than 30 %, to it within 2 to 3 years'),
    confidence: 'MEDIUM',
    note: 'the text may be read either way at exactly twice (T15): strictly above is cut here; the day of the year is not on record',
  },
]);
