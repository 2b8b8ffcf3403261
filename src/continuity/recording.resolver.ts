import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { DecideSupplyComplaintInput, RecordSupplyComplaintInput, TransferSupplyInput } from './continuity.input.ts';
import { SupplyComplaintType } from './continuity.type.ts';
import { decideSupplyComplaint, recordSupplyComplaint } from './record-complaint.ts';
import { continuityActs } from './rights.ts';

const { words, record, propose } = recordingBy(continuityActs);
const theInput = always('What to record.', '录入内容。');

const RecordComplaintPayload = payloadOf('recordSupplyComplaint', 'supplyComplaint', SupplyComplaintType, '供应投诉');
const DecideComplaintPayload = payloadOf('decideSupplyComplaint', 'supplyComplaint', SupplyComplaintType, '供应投诉');
const TransferSupplyPayload = payloadOf('transferSupply', 'proposal', ProposalType, '提案');

@Resolver()
export class ContinuityRecordingResolver {
  @Mutation(
    () => RecordComplaintPayload,
    words('recordSupplyComplaint', 'Records that something agreed is not supplied.', '录入供应投诉。'),
  )
  recordSupplyComplaint(
    @Arg('input', () => RecordSupplyComplaintInput, theInput) input: RecordSupplyComplaintInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'recordSupplyComplaint', 'supplyComplaint', input, recordSupplyComplaint);
  }

  @Mutation(() => DecideComplaintPayload, words('decideSupplyComplaint', 'Verifies or dismisses a complaint.', '核实或驳回供应投诉。'))
  decideSupplyComplaint(
    @Arg('input', () => DecideSupplyComplaintInput, theInput) input: DecideSupplyComplaintInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'decideSupplyComplaint', 'supplyComplaint', input, decideSupplyComplaint);
  }

  @Mutation(
    () => TransferSupplyPayload,
    words(
      'transferSupply',
      'Moves what remains of a failing product in a region to its backup or to a replacement.',
      '将未能供应产品在某地区的剩余约定量转由备供或替补企业供应。',
    ),
  )
  transferSupply(@Arg('input', () => TransferSupplyInput, theInput) input: TransferSupplyInput, @Ctx() context: Context) {
    return propose(context, 'transferSupply', input);
  }
}
