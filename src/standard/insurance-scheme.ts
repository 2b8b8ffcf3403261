/** Whose insurance pays: that of employees, or that of residents. */
export const insuranceSchemes = ['EMPLOYEE', 'RESIDENT'] as const;
export type InsuranceScheme = (typeof insuranceSchemes)[number];
