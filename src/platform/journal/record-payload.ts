import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Role } from '../access/caller.ts';
import type { Context } from '../graphql/context.ts';
import { recordOnce } from './record-once.ts';

/** A use case: what a mutation does with its input, inside the transaction that also holds the idempotency key. */
export type UseCase<I, E extends object> = (context: Context, em: EntityManager, input: I) => Promise<Verdict<E>>;

/** Who records facts of the domain; the other roles get their mutations with the walls between them. */
const recorders: readonly Role[] = ['EXPERT'];

/** Records once under the caller's key, and answers as the payload does: the object's key under `field`, and the refusals. */
export async function recordPayload<I extends { idempotencyKey: string }, E extends object>(
  context: Context,
  operation: string,
  field: string,
  input: I,
  useCase: UseCase<I, E>,
): Promise<{ userErrors: readonly Refusal[]; [field: string]: unknown }> {
  const { key, userErrors } = await recordOnce(context, { operation, input, roles: recorders }, (em) => useCase(context, em, input));
  return { [field]: key, userErrors };
}
