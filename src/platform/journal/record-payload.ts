import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Acts } from '../access/rights.ts';
import type { Context } from '../graphql/context.ts';
import { always } from '../graphql/describe.ts';
import { recordOnce } from './record-once.ts';

/** A use case: what a mutation does with its input, inside the transaction that also holds the idempotency key. */
export type UseCase<I, E extends object> = (context: Context, em: EntityManager, input: I) => Promise<Verdict<E>>;

/** The mutations of a feature, by its table of who may do what. */
export function recordingBy<A extends Acts>(acts: A) {
  return {
    /** Description of a mutation, with the roles that may do it. */
    words(operation: keyof A & string, english: string, chinese: string) {
      const roles = acts[operation]!;
      return always(`${english} Role ${roles.join(' or ')}.`, `${chinese}角色:${roles.join('、')}。`);
    },
    /** Records once under the caller's key, and answers as the payload does: the object's key under `field`, and the refusals. */
    async record<I extends { idempotencyKey: string }, E extends object>(
      context: Context,
      operation: keyof A & string,
      field: string,
      input: I,
      useCase: UseCase<I, E>,
    ): Promise<{ userErrors: readonly Refusal[]; [field: string]: unknown }> {
      const roles = acts[operation]!;
      const { key, userErrors } = await recordOnce(context, { operation, input, roles }, (em) => useCase(context, em, input));
      context.snapshot.recorded = key;
      return { [field]: key, userErrors };
    },
  };
}
