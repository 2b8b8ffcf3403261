import type { EntityManager } from '@mikro-orm/postgresql';
import type { Verdict } from '../../kernel/verdict.ts';

/**
 * What follows in one feature from an act of another that does not know it: done to the act's object in the act's own
 * transaction, once the act's rows are written and before the journal is.
 */
export type Follower = (em: EntityManager, object: object) => Promise<void>;

const known = new Map<string, readonly Follower[]>();

/** Makes known what follows from which mutation; called once while the schema is built, in the order of the features. */
export function registerFollowers(followers: readonly (readonly [operation: string, follower: Follower])[]): void {
  known.clear();
  for (const [operation, follower] of followers) known.set(operation, [...(known.get(operation) ?? []), follower]);
}

/** Does what follows from an act whose rows are written. */
export async function follow(operation: string, em: EntityManager, object: object): Promise<void> {
  for (const follower of known.get(operation) ?? []) await follower(em, object);
}

/** An act with what follows from it. */
export function followed<E extends object>(operation: string, act: (em: EntityManager) => Promise<Verdict<E>>) {
  return async (em: EntityManager): Promise<Verdict<E>> => {
    const verdict = await act(em);
    if (!verdict.ok || !known.has(operation)) return verdict;
    await em.flush();
    await follow(operation, em, verdict.value);
    return verdict;
  };
}
