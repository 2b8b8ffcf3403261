import type { Role, Session } from '../api/session.ts';

/** Who reads the journal. */
export const journalReaders: readonly Role[] = ['APPROVER', 'AUDITOR'];

export const mayReadJournal = (session: Session | null): boolean => session !== null && journalReaders.includes(session.role);

/** Where every change of a row stands. */
export const rowInJournal = (table: string, key: string): string => `/journal?${new URLSearchParams({ table, row: key }).toString()}`;
