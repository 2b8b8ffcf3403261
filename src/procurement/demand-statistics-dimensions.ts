/** By what reported demand can be grouped. */
export const demandDimensions = ['ROUND', 'LOT', 'PRODUCT', 'ENTERPRISE', 'AREA'] as const;
export type DemandDimension = (typeof demandDimensions)[number];
