import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.ts';
import { always } from '../graphql/describe.ts';
import { payloadOf } from '../graphql/payload.type.ts';
import { recordingBy } from '../journal/record-payload.ts';
import { decideProposal } from './decide-proposal.ts';
import { DecideProposalInput } from './decision.input.ts';
import { ProposalType } from './proposal.type.ts';
import { approvalActs } from './rights.ts';

const { words, record } = recordingBy(approvalActs);

const DecideProposalPayload = payloadOf('decideProposal', 'proposal', ProposalType, '提案');

@Resolver()
export class ApprovalResolver {
  @Mutation(
    () => DecideProposalPayload,
    words(
      'decideProposal',
      'Decides a proposal; an approval does what was proposed, in the same transaction.',
      '对提案作出决定;批准即在同一事务中执行提案内容。',
    ),
  )
  decideProposal(
    @Arg('input', () => DecideProposalInput, always('The decision.', '决定。')) input: DecideProposalInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'decideProposal', 'proposal', input, decideProposal);
  }
}
