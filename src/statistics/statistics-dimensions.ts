/** By what statistics can be grouped. */
export const statisticsDimensions = [
  'ROUND',
  'LOT',
  'PRODUCT',
  'ENTERPRISE',
  'PROVINCE',
  'AREA',
  'INSTITUTION',
  'AGREEMENT_YEAR',
  'MONTH',
] as const;
export type StatisticsDimension = (typeof statisticsDimensions)[number];
