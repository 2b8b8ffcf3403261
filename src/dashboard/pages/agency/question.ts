/** By what an agency's page is narrowed, as it stands in the address. */
export const filterNames = ['asOf', 'year', 'area', 'product', 'after'] as const;
export type AgencyFilter = (typeof filterNames)[number];
