import type { AreasQuery } from '../../../../schema/dashboard/graphql.ts';
import type { Language } from '../../app/language.ts';
import { count, largeAmount, ratio } from '../../parts/format.ts';

type Row = AreasQuery['procurementStatistics']['rows'][number];

/** A figure by which the provinces are compared. */
export interface Measure {
  readonly key: string;
  /** The figure as the API gives it; null where it is not told or not on record. */
  readonly of: (row: Row) => string | number | null;
  readonly shown: (value: string | number, language: Language) => string;
}

const money = (value: string | number, language: Language) => {
  const { text, unit } = largeAmount(String(value), language);
  return `${text} ${unit}`;
};

/** The figures of a province, the first as the page opens. */
export const measures: readonly Measure[] = [
  { key: 'agreedQuantity', of: (row) => row.agreedQuantity, shown: (value, language) => count(Number(value), language) },
  { key: 'completionRatio', of: (row) => row.completionRatio, shown: (value, language) => ratio(String(value), language) },
  { key: 'acceptedQuantity', of: (row) => row.acceptedQuantity, shown: (value, language) => count(Number(value), language) },
  { key: 'paidAmount', of: (row) => row.paidAmount, shown: money },
  { key: 'overdueAmount', of: (row) => row.overdueAmount, shown: money },
  { key: 'prepaidAmount', of: (row) => row.prepaidAmount, shown: money },
];
