import type { Caller } from '../platform/access/caller.ts';
import type { RecordingContext } from '../platform/journal/recorded-row.ts';

/**
 * The codes of the institution and of the enterprise under whose agreements alone the caller acts; null for a side that
 * binds it to none. A claim that is missing matches nothing.
 */
export function sideOf(caller: RecordingContext['caller']): [institution: string | null, enterprise: string | null] {
  const claim = (role: Caller['role'], name: 'institution' | 'enterprise') => (caller.role === role ? (caller[name] ?? '') : null);
  return [claim('INSTITUTION', 'institution'), claim('ENTERPRISE', 'enterprise')];
}

/**
 * That an agreement `a` is of the caller's side: SQL with the two codes as the parameters that are named. Each is asked
 * for nothing by a select of its own, where the planner does not see it, and so does not make the plan anew each time.
 */
export const isOfSide = (institution: string, enterprise: string) => `(
  ((select ${institution}::text) is null or a.institution_id = (select i.id from institution i where i.code = ${institution}))
  and ((select ${enterprise}::text) is null or a.enterprise_id = (select e.id from enterprise e where e.code = ${enterprise})))`;
