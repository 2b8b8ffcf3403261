import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Caller, Role } from '../access/caller.ts';
import type { Acts, ActsAlone, ActsByTwo, ByTwo } from '../access/rights.ts';
import { propose } from '../approval/propose.ts';
import type { Context } from '../graphql/context.ts';
import { always } from '../graphql/describe.ts';
import { followed } from './followers.ts';
import { recordBatch, type BatchRecording, type BatchUseCase } from './record-batch.ts';
import { recordOnce } from './record-once.ts';

/** A use case: what a mutation does with its input, inside the transaction that also holds the idempotency key. */
export type UseCase<I, E extends object> = (context: Context, em: EntityManager, input: I) => Promise<Verdict<E>>;

/** What a mutation answers: the key of its object, under the name of the payload's field, and the refusals. */
interface Payload {
  readonly userErrors: readonly Refusal[];
  readonly [field: string]: unknown;
}

/** The same of a mutation over rows. */
interface BatchPayload {
  readonly results: readonly (Payload & { readonly index: number })[];
  readonly recordedRows: number;
  readonly refusedRows: number;
  readonly userErrors: readonly Refusal[];
}

/** Who has a part in which act, by its mutation: does it, proposes it or approves it. */
const parts = new Map<string, ReadonlySet<Role>>();

/** Whether a role does, proposes or approves the act; of an act that no table names nobody does. */
export const hasPartIn = (role: Caller['role'], operation: string): boolean => parts.get(operation)?.has(role as Role) ?? false;

const takesTwo = (rights: readonly Role[] | ByTwo): rights is ByTwo => 'proposedBy' in rights;

/** The mutations of a feature, by its table of who may do what. */
export function recordingBy<A extends Acts>(acts: A) {
  for (const [operation, rights] of Object.entries<readonly Role[] | ByTwo>(acts))
    parts.set(operation, new Set(takesTwo(rights) ? [...rights.proposedBy, ...rights.approvedBy] : rights));
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
      const { key, userErrors } = await recordOnce(
        context,
        { operation, input, roles },
        followed(operation, (em) => useCase(context, em, input)),
      );
      context.snapshot.recorded = key;
      return { [field]: key, userErrors };
    },
    /**
     * Records the rows of an input once under its key, and answers as the batch payload does: for each row its object's key
     * under the field, or its refusals.
     * @param of the payload's field, and the name of the objects' type
     */
    async recordBatch<R>(
      context: Context,
      operation: ActsAlone<A>,
      of: { readonly field: string; readonly type: string },
      input: BatchRecording['input'],
      rows: readonly R[],
      useCase: BatchUseCase<R>,
    ): Promise<BatchPayload> {
      const roles = acts[operation] as readonly Role[];
      const { results, userErrors } = await recordBatch(context, { operation, input, roles, type: of.type }, rows, useCase);
      return {
        results: results.map((outcome, index) => ({
          index,
          [of.field]: 'key' in outcome ? outcome.key : null,
          userErrors: 'key' in outcome ? [] : outcome.refusals,
        })),
        recordedRows: results.filter((outcome) => 'key' in outcome).length,
        refusedRows: results.filter((outcome) => 'refusals' in outcome && outcome.refusals.length > 0).length,
        userErrors,
      };
    },
    /** Records once that someone proposes an act that takes two, and answers with the proposal. */
    async propose(context: Context, operation: ActsByTwo<A>, input: { readonly idempotencyKey: string }): Promise<Payload> {
      const { key, userErrors } = await propose(context, operation, input);
      context.snapshot.recorded = key;
      return { proposal: key, userErrors };
    },
  };
}
