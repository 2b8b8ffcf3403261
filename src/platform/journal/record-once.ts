import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Context } from '../graphql/context.ts';
import { nodeId } from '../graphql/node.ts';
import { readNodeId } from '../read/node-id.ts';
import { areaOf } from './row-changes.ts';
import { Refused, underKey, type Recording } from './under-key.ts';
import { chainOf } from './write-journal.ts';

/** A use case's own work: on `em`, inside the transaction that also holds the idempotency key. */
export type Act<E extends object> = (em: EntityManager) => Promise<Verdict<E>>;

/** The answer: the key of the object, or the refusals. The object itself is read anew, as the caller: a field has one meaning. */
export interface Recorded {
  readonly key: string | null;
  readonly userErrors: readonly Refusal[];
}

/** Records one object, once under its key. */
export async function recordOnce<E extends object>(context: Context, recording: Recording, act: Act<E>): Promise<Recorded> {
  try {
    const { node } = await underKey(context, recording, async (em) => {
      const verdict = await act(em);
      if (!verdict.ok) throw new Refused(verdict.refusals);
      await em.flush();
      const object = nodeId(verdict.value);
      return { answer: { node: object }, announcements: () => [{ chain: chainOf(areaOf(verdict.value)), object }] };
    });
    return { key: readNodeId(node)!.key, userErrors: [] };
  } catch (error) {
    if (error instanceof Refused) return { key: null, userErrors: error.refusals };
    throw error;
  }
}
