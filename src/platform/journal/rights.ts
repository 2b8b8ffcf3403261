import { allRows, noRows, seenBy } from '../access/rights.ts';

/** Who reads the journal: those who approve and those who audit. Where its chains end, anyone may know. */
export const journalSight = seenBy({ APPROVER: allRows, AUDITOR: allRows }, noRows);
