import type { Role } from '../api/session.ts';

/** Where a role's day begins. */
const homes: Partial<Record<Role, string>> = {
  ENTERPRISE: '/payments',
  EXPERT: '/proposals',
  APPROVER: '/proposals',
  AUDITOR: '/journal',
  INSTITUTION: '/institution',
  AGENCY: '/agency',
};

/** The first page of a role; the overview for whoever has none of its own. */
export const homeOf = (role: Role | null): string => (role === null ? undefined : homes[role]) ?? '/';
