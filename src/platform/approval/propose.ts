import { FlushMode, wrap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Refusal } from '../../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { personOf } from '../access/person.ts';
import type { Context } from '../graphql/context.ts';
import { recordOnce, type Recorded } from '../journal/record-once.ts';
import { recordedBy } from '../journal/recorded-row.ts';
import { actByTwo } from './approved-act.ts';
import { digestOf, pendingChanges } from './preview.ts';
import { Proposal } from './proposal.entity.ts';

interface ProposedInput {
  readonly idempotencyKey: string;
  readonly reason?: string | null;
}

/** Records that someone proposes an act: the refusals that it would meet come at once, else what it would change. */
export function propose(context: Context, operation: string, input: ProposedInput): Promise<Recorded> {
  const { rights } = actByTwo(operation);
  return recordOnce(context, { operation, input, roles: rights.proposedBy }, (em) => makeProposal(context, em, operation, input));
}

async function makeProposal(
  context: Context,
  em: EntityManager,
  operation: string,
  { idempotencyKey: _key, ...given }: ProposedInput,
): Promise<Verdict<Proposal>> {
  const person = personOf(context.caller);
  if (person === null) return refused([nobody]);
  const act = actByTwo(operation);
  const id = uuidv7();
  const input = { ...given, ...act.fix?.(context, given) };
  // Reads and locks in this transaction; what it makes ends with it.
  const trial = em.fork({ clear: true, keepTransactionContext: true, flushMode: FlushMode.COMMIT });
  const prepared = await act.prepare(context, trial, input, id);
  if (!prepared.ok) return prepared;
  const { object, facts } = prepared.value;
  const changes = pendingChanges(trial);
  return accepted(
    em.create(Proposal, {
      id,
      operation,
      input,
      objectId: String(wrap(object, true).getPrimaryKey()),
      changes,
      facts,
      digest: digestOf(changes, facts),
      reason: given.reason ?? null,
      proposedBy: recordedBy(context.caller),
      proposedByPerson: person,
      proposedAt: context.clock.now(),
    }),
  );
}

/** One who cannot be told apart from another cannot be the other person. */
export const nobody: Refusal = {
  code: 'PERSON_MISSING',
  field: null,
  message: 'The token names no person; what takes two persons needs to know who they are.',
  messageZh: '令牌未注明人员;须由两人完成的操作必须知道操作人是谁。',
  rule: null,
  facts: [],
};
