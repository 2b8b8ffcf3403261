import type { Acts } from '../platform/access/rights.ts';

/** Who may record what. Its rows are everybody's to see. */
export const catalogueActs = {
  recordEnterprise: ['EXPERT'],
  recordInstitution: ['EXPERT'],
  recordProduct: ['EXPERT'],
  recordPolicyDocument: ['EXPERT'],
} as const satisfies Acts;
