import { sql, type RawBuilder } from 'kysely';
import type { Caller, Role } from '../platform/access/caller.ts';
import { allRows, seenBy, type Acts } from '../platform/access/rights.ts';
import type { StatisticsDimension } from './statistics-dimensions.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const statisticsActs = { publishPerformance: ['EXPERT'] } as const satisfies Acts;

/** What a bulletin tells is everybody's; it holds nothing else. */
export const bulletinSeen = seenBy({}, allRows);

export const scopes = ['ALL', 'OWN_AREA', 'OWN_PRODUCTS', 'OWN_PURCHASES', 'NONE'] as const;

/** Of whose orders, deliveries and payments a caller is told sums. */
export interface PerformanceScope {
  readonly kind: (typeof scopes)[number];
  /** By what its lines must be told apart. */
  readonly by: readonly StatisticsDimension[];
  /** Which lines `t` are the caller's; all where none is given. */
  readonly where?: (caller: Caller) => RawBuilder<unknown>;
}

const all: PerformanceScope = { kind: 'ALL', by: [] };
const none: PerformanceScope = { kind: 'NONE', by: [] };

const byRole: Partial<Record<Role, PerformanceScope>> = {
  EXPERT: all,
  APPROVER: all,
  AUDITOR: all,
  AGENCY: { kind: 'OWN_AREA', by: ['AREA'], where: (caller) => sql`t.area_code = ${caller.area}` },
  ENTERPRISE: {
    kind: 'OWN_PRODUCTS',
    by: ['ENTERPRISE'],
    where: (caller) => sql`t.enterprise_id = (select e.id from enterprise e where e.code = ${caller.enterprise})`,
  },
  INSTITUTION: {
    kind: 'OWN_PURCHASES',
    by: ['INSTITUTION'],
    where: (caller) => sql`t.institution_id = (select i.id from institution i where i.code = ${caller.institution})`,
  },
};

/**
 * What a caller is told. The public is told nothing here: a sum of few enterprises tells of each of them, and what follows
 * each recording tells it by the difference of before and after. It is told by bulletins.
 */
export const performanceScope = ({ role }: Caller): PerformanceScope => (role === 'ANONYMOUS' ? none : (byRole[role] ?? none));
