/** By what statistics can be grouped. Months come with deliveries: an agreement is for a year. */
export const statisticsDimensions = ['ROUND', 'LOT', 'PRODUCT', 'ENTERPRISE', 'AREA', 'INSTITUTION', 'AGREEMENT_YEAR'] as const;
export type StatisticsDimension = (typeof statisticsDimensions)[number];
