import { FlushMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { validate } from 'uuid';
import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { personOf } from '../access/person.ts';
import { sendHeld } from '../database/send.ts';
import type { Context } from '../graphql/context.ts';
import { Forbidden } from '../graphql/errors.ts';
import { textRefusals } from '../graphql/text-input.ts';
import { follow } from '../journal/followers.ts';
import { codeOf } from '../journal/once-more.ts';
import { recordedBy } from '../journal/recorded-row.ts';
import { readNodeId } from '../read/node-id.ts';
import { actByTwo } from './approved-act.ts';
import { Decision, type Outcome } from './decision.entity.ts';
import type { DecideProposalInput } from './decision.input.ts';
import { digestOf, pendingChanges } from './preview.ts';
import { nobody } from './propose.ts';
import { Proposal } from './proposal.entity.ts';

const outcomeOf = { APPROVE: 'APPROVED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' } as const satisfies Record<string, Outcome>;

/**
 * Ends a proposal: approved or rejected by another person than proposed it, or withdrawn by that one. An approval does
 * the act in the same transaction, as it was proposed; if it would change anything else by now, it is stale.
 * @throws Forbidden when the caller's role may not decide so
 */
export async function decideProposal(context: Context, em: EntityManager, input: DecideProposalInput): Promise<Verdict<Proposal>> {
  const proposal = await proposalOf(em, input.proposalId);
  if (!proposal) return refused([unknown(input.proposalId)]);
  const { rights } = actByTwo(proposal.operation);
  const roles = input.decision === 'WITHDRAW' ? rights.proposedBy : rights.approvedBy;
  if (!roles.some((role) => role === context.caller.role)) throw new Forbidden(roles);
  const person = personOf(context.caller);
  if (person === null) return refused([nobody]);

  const { decision, reason = null } = input;
  const earlier = await em.findOne(Decision, { proposalId: proposal.id });
  const isOwn = person === proposal.proposedByPerson;
  const refusals = textRefusals({ reason });
  if (earlier) refusals.push(alreadyDecided(earlier.outcome));
  if (isOwn && decision !== 'WITHDRAW') refusals.push(ownProposal);
  if (!isOwn && decision === 'WITHDRAW') refusals.push(notOwnProposal);
  if (decision === 'REJECT' && reason === null) refusals.push(reasonMissing);
  if (refusals.length > 0) return refused(refusals);

  em.create(Decision, {
    proposalId: proposal.id,
    proposedByPerson: proposal.proposedByPerson,
    outcome: outcomeOf[decision],
    approves: decision === 'APPROVE' ? proposal.objectId : null,
    reason,
    decidedBy: recordedBy(context.caller),
    decidedByPerson: person,
    decidedAt: context.clock.now(),
  });
  try {
    // First of all: another decision on the same proposal waits here, and finds this one.
    await em.flush();
    await sendHeld(em);
  } catch (error) {
    if (codeOf(error) === '23505') return refused([alreadyDecided(null)]);
    throw error;
  }
  return decision === 'APPROVE' ? carryOut(context, em, proposal) : accepted(proposal);
}

async function carryOut(context: Context, em: EntityManager, proposal: Proposal): Promise<Verdict<Proposal>> {
  const act = actByTwo(proposal.operation);
  em.setFlushMode(FlushMode.COMMIT);
  const prepared = await act.prepare(context, em, proposal.input, proposal.id);
  if (!prepared.ok) return refused([stale, ...prepared.refusals]);
  const { object, facts, settle } = prepared.value;
  if (digestOf(pendingChanges(em), facts) !== proposal.digest) return refused([stale]);
  await em.flush();
  await settle?.(em);
  await follow(proposal.operation, em, object);
  return accepted(proposal);
}

async function proposalOf(em: EntityManager, id: string): Promise<Proposal | null> {
  const node = readNodeId(id);
  return node?.type === 'Proposal' && validate(node.key) ? em.findOne(Proposal, { id: node.key }) : null;
}

function unknown(id: string): Refusal {
  return {
    code: 'PROPOSAL_UNKNOWN',
    field: 'proposalId',
    message: 'No proposal with this id is on record.',
    messageZh: '没有此标识的提案。',
    rule: null,
    facts: [fact('proposalId', id.slice(0, 200))],
  };
}

/** Null where another decision was given at this moment. */
function alreadyDecided(outcome: Outcome | null): Refusal {
  return {
    code: 'ALREADY_DECIDED',
    field: 'proposalId',
    message: 'The proposal is decided; a decision stands.',
    messageZh: '该提案已有决定,决定不可更改。',
    rule: null,
    facts: outcome === null ? [] : [fact('outcome', outcome)],
  };
}

const ownProposal: Refusal = {
  code: 'OWN_PROPOSAL',
  field: 'proposalId',
  message: 'The person who proposed this cannot approve or reject it, with whatever account.',
  messageZh: '提案人无论使用哪个账户,均不得批准或驳回本人的提案。',
  rule: null,
  facts: [],
};

const notOwnProposal: Refusal = {
  code: 'NOT_OWN_PROPOSAL',
  field: 'proposalId',
  message: 'Only the person who proposed this can withdraw it.',
  messageZh: '仅提案人本人可撤回提案。',
  rule: null,
  facts: [],
};

const reasonMissing: Refusal = {
  code: 'REASON_MISSING',
  field: 'reason',
  message: 'A rejection needs a reason.',
  messageZh: '驳回须说明理由。',
  rule: null,
  facts: [],
};

const stale: Refusal = {
  code: 'PROPOSAL_STALE',
  field: 'proposalId',
  message: 'What was proposed would not do the same any more; it needs a new proposal.',
  messageZh: '提案内容的效果已与提出时不同,须重新提出。',
  rule: null,
  facts: [],
};
