import { sql } from 'kysely';
import { personOf } from '../access/person.ts';
import { allRows, noRows, seenBy, type Acts, type Sight } from '../access/rights.ts';

/** Who may decide at all; which decision on which proposal follows from the act that was proposed. */
export const approvalActs = { decideProposal: ['EXPERT', 'APPROVER', 'AGENCY'] } as const satisfies Acts;

/** An agency proposes for its own pooling area, and is no one to read what others do. */
const own: Sight = {
  where: (caller) => sql`t.proposed_by_person = ${personOf(caller)}`,
  english: 'those that it proposed',
  chinese: '本人提出的',
};

export const proposalSeen = seenBy({ EXPERT: allRows, APPROVER: allRows, AUDITOR: allRows, AGENCY: own }, noRows);
