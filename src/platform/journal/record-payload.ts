import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Role } from '../access/caller.ts';
import type { Acts, ActsByTwo, ByTwo } from '../access/rights.ts';
import { propose } from '../approval/propose.ts';
import type { Context } from '../graphql/context.ts';
import { always } from '../graphql/describe.ts';
import { recordOnce } from './record-once.ts';

/** A use case: what a mutation does with its input, inside the transaction that also holds the idempotency key. */
export type UseCase<I, E extends object> = (context: Context, em: EntityManager, input: I) => Promise<Verdict<E>>;

/** What a mutation answers: the key of its object, under the name of the payload's field, and the refusals. */
interface Payload {
  readonly userErrors: readonly Refusal[];
  readonly [field: string]: unknown;
}

/** The acts of a table that one person does alone. */
type ActsAlone<A extends Acts> = Exclude<keyof A & string, ActsByTwo<A>>;

const takesTwo = (rights: readonly Role[] | ByTwo): rights is ByTwo => 'proposedBy' in rights;

/** The mutations of a feature, by its table of who may do what. */
export function recordingBy<A extends Acts>(acts: A) {
  return {
    /** Description of a mutation, with the roles that may do it. */
    words(operation: keyof A & string, english: string, chinese: string) {
      const rights: readonly Role[] | ByTwo = acts[operation]!;
      if (!takesTwo(rights)) return always(`${english} Role ${rights.join(' or ')}.`, `${chinese}角色:${rights.join('、')}。`);
      const { proposedBy, approvedBy } = rights;
      return always(
        `${english} Proposed by ${proposedBy.join(' or ')}, approved by ${approvedBy.join(' or ')}, another person.`,
        `${chinese}由${proposedBy.join('、')}提出,由另一人以${approvedBy.join('、')}角色批准。`,
      );
    },
    /** Records once under the caller's key, and answers as the payload does: the object's key under `field`, and the refusals. */
    async record<I extends { idempotencyKey: string }, E extends object>(
      context: Context,
      operation: ActsAlone<A>,
      field: string,
      input: I,
      useCase: UseCase<I, E>,
    ): Promise<Payload> {
      const roles = acts[operation] as readonly Role[];
      const { key, userErrors } = await recordOnce(context, { operation, input, roles }, (em) => useCase(context, em, input));
      context.snapshot.recorded = key;
      return { [field]: key, userErrors };
    },
    /** Records once that someone proposes an act that takes two, and answers with the proposal. */
    async propose(context: Context, operation: ActsByTwo<A>, input: { readonly idempotencyKey: string }): Promise<Payload> {
      const { key, userErrors } = await propose(context, operation, input);
      context.snapshot.recorded = key;
      return { proposal: key, userErrors };
    },
  };
}
