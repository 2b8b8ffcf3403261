import { agencyAndApprover, allRows, seenBy } from '../platform/access/rights.ts';
import type { Acts } from '../platform/access/rights.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const standardActs = {
  putResultInEffect: ['AGENCY'],
  prescribeFundRatio: ['AGENCY'],
  recordTransactionPrice: ['AGENCY'],
  proposeConvergence: agencyAndApprover,
  proposeDrugStandard: agencyAndApprover,
  publishNegotiatedStandard: ['EXPERT'],
} as const satisfies Acts;

/** Who may ask what the fund would pay if something else were on record. */
export const counterfactualRoles = ['EXPERT', 'APPROVER', 'AUDITOR'] as const;

/** What the fund pays on is everybody's to know. */
export const standardSeen = seenBy({}, allRows);
