import { allRows, noRows, seenBy, type Acts } from '../access/rights.ts';

/** Who may decide at all; which decision on which proposal follows from the act that was proposed. */
export const approvalActs = { decideProposal: ['EXPERT', 'APPROVER'] } as const satisfies Acts;

export const proposalSeen = seenBy({ EXPERT: allRows, APPROVER: allRows, AUDITOR: allRows }, noRows);
