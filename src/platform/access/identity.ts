import pg from 'pg';
import type { Caller } from './caller.ts';
import { personOf } from './person.ts';

/**
 * The database role that a caller's transactions run as. A session without one is the anonymous caller's.
 * @source none: machinery
 */
export const databaseRole = (role: Caller['role']) => `accord_${role.toLowerCase()}`;

/** The role in which a server reads what was recorded; no caller's. */
export const outboxRole = 'accord_outbox';

/** The claims of a caller that the policies ask for, by their setting. */
function claimsOf(caller: Caller): [string, string][] {
  const { enterprise, institution, area } = caller;
  const claims = {
    'accord.person': personOf(caller),
    'accord.enterprise': enterprise,
    'accord.institution': institution,
    'accord.area': area,
  };
  return Object.entries(claims).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
}

/**
 * The statements that make a transaction a caller's, for it alone. A caller without a token needs none: it is what every
 * session is. By SET LOCAL and not by set_config, which a distributed PostgreSQL does not tell its workers.
 * @param recorded the key of the row that the caller has just recorded
 * @source none: machinery
 */
export function identityStatements(caller: Caller, recorded: string | null = null): readonly string[] {
  if (caller.role === 'ANONYMOUS') return nothing;
  const settings = recorded === null ? claimsOf(caller) : [...claimsOf(caller), ['accord.recorded', recorded] as const];
  const claims = settings.map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
  return [`set local role ${databaseRole(caller.role)}`, ...claims];
}
const nothing: readonly string[] = [];

/** What a recording is known by: the policies of the tables that it writes ask for it. */
export interface Recorder {
  /** The caller as idempotency keys know it. */
  readonly key: string;
  /** The name of the mutation. */
  readonly act: string;
}

/** The same for the mapper, which sets it after each begin. */
export interface Session {
  readonly role: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * The session of a caller, and of what it records.
 * @source none: machinery
 */
export function sessionOf(caller: Caller, recorder?: Recorder): Session {
  const recording: [string, string][] = recorder
    ? [
        ['accord.caller', recorder.key],
        ['accord.act', recorder.act],
      ]
    : [];
  return { role: databaseRole(caller.role), variables: Object.fromEntries([...claimsOf(caller), ...recording]) };
}
