import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordPayload } from '../platform/journal/record-payload.ts';
import { BidType } from './bid.type.ts';
import { addLot, draftRound } from './draft-round.ts';
import { evaluateRound } from './evaluate-bids.ts';
import { expireRound, finaliseSelection, publiciseSelection, putRoundInForce, renewRound, step } from './finalise-selection.ts';
import { LotType } from './lot.type.ts';
import { openBids } from './open-bids.ts';
import { proposeSelection } from './propose-selection.ts';
import { amendAgreedVolume, recordAgreedVolumes } from './record-agreed-volumes.ts';
import { recordOutcome } from './record-outcome.ts';
import {
  AddLotInput,
  AmendAgreedVolumeInput,
  DraftRoundInput,
  EvaluateBidsInput,
  ProposeSelectionInput,
  PutRoundInForceInput,
  RecordAgreedVolumesInput,
  RecordOutcomeInput,
  RenewRoundInput,
  ReportDemandInput,
  StepInput,
  SubmitBidInput,
} from './recording.input.ts';
import { reportDemand } from './report-demand.ts';
import { RoundType } from './round.type.ts';
import { SelectedProductType } from './selected-product.type.ts';
import { submitBid } from './submit-bid.ts';
import { AgreedVolumeType, DemandReportType } from './volume.type.ts';

const theInput = always('What to record.', '录入内容。');

// Made while the module loads: type-graphql wants every type known before it builds a schema.
const DraftRoundPayload = payloadOf('draftRound', 'round', RoundType, '批次');
const OpenDemandReportingPayload = payloadOf('openDemandReporting', 'round', RoundType, '批次');
const OpenBiddingPayload = payloadOf('openBidding', 'round', RoundType, '批次');
const OpenBidsPayload = payloadOf('openBids', 'round', RoundType, '批次');
const EvaluateBidsPayload = payloadOf('evaluateBids', 'round', RoundType, '批次');
const ProposeSelectionPayload = payloadOf('proposeSelection', 'round', RoundType, '批次');
const PubliciseSelectionPayload = payloadOf('publiciseSelection', 'round', RoundType, '批次');
const FinaliseSelectionPayload = payloadOf('finaliseSelection', 'round', RoundType, '批次');
const PutRoundInForcePayload = payloadOf('putRoundInForce', 'round', RoundType, '批次');
const ExpireRoundPayload = payloadOf('expireRound', 'round', RoundType, '批次');
const RenewRoundPayload = payloadOf('renewRound', 'round', RoundType, '批次');
const AddLotPayload = payloadOf('addLot', 'lot', LotType, '竞价单元');
const ReportDemandPayload = payloadOf('reportDemand', 'demandReport', DemandReportType, '报量');
const SubmitBidPayload = payloadOf('submitBid', 'bid', BidType, '申报');
const RecordOutcomePayload = payloadOf('recordOutcome', 'selectedProduct', SelectedProductType, '中选产品');
const RecordAgreedVolumesPayload = payloadOf('recordAgreedVolumes', 'selectedProduct', SelectedProductType, '中选产品');
const AmendAgreedVolumePayload = payloadOf('amendAgreedVolume', 'agreedVolume', AgreedVolumeType, '约定采购量');

@Resolver()
export class ProcurementRecordingResolver {
  @Mutation(() => DraftRoundPayload, always('Drafts a round. Role EXPERT.', '起草批次。角色:EXPERT。'))
  draftRound(@Arg('input', () => DraftRoundInput, theInput) input: DraftRoundInput, @Ctx() context: Context) {
    return recordPayload(context, 'draftRound', 'round', input, draftRound);
  }

  @Mutation(
    () => AddLotPayload,
    always('Adds a lot to a round that is still being prepared. Role EXPERT.', '在准备中的批次加入竞价单元。角色:EXPERT。'),
  )
  addLot(@Arg('input', () => AddLotInput, theInput) input: AddLotInput, @Ctx() context: Context) {
    return recordPayload(context, 'addLot', 'lot', input, addLot);
  }

  @Mutation(() => OpenDemandReportingPayload, always('Lets institutions report demand. Role EXPERT.', '开始报量。角色:EXPERT。'))
  openDemandReporting(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return recordPayload(context, 'openDemandReporting', 'round', input, (...on) => step(...on, 'openDemandReporting'));
  }

  @Mutation(() => ReportDemandPayload, always('Records the demand of an institution. Role EXPERT.', '录入医疗机构报量。角色:EXPERT。'))
  reportDemand(@Arg('input', () => ReportDemandInput, theInput) input: ReportDemandInput, @Ctx() context: Context) {
    return recordPayload(context, 'reportDemand', 'demandReport', input, reportDemand);
  }

  @Mutation(
    () => OpenBiddingPayload,
    always('Ends demand reporting and lets enterprises bid. Role EXPERT.', '结束报量,开始申报。角色:EXPERT。'),
  )
  openBidding(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return recordPayload(context, 'openBidding', 'round', input, (...on) => step(...on, 'openBidding'));
  }

  @Mutation(() => SubmitBidPayload, always('Records a sealed bid. Role EXPERT.', '录入密封申报。角色:EXPERT。'))
  submitBid(@Arg('input', () => SubmitBidInput, theInput) input: SubmitBidInput, @Ctx() context: Context) {
    return recordPayload(context, 'submitBid', 'bid', input, submitBid);
  }

  @Mutation(() => OpenBidsPayload, always('Opens all bids of a round. Role EXPERT.', '开标。角色:EXPERT。'))
  openBids(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return recordPayload(context, 'openBids', 'round', input, openBids);
  }

  @Mutation(
    () => EvaluateBidsPayload,
    always('Judges every opened bid by the rules of the scheme. Role EXPERT.', '按规则评审全部已开标申报。角色:EXPERT。'),
  )
  evaluateBids(@Arg('input', () => EvaluateBidsInput, theInput) input: EvaluateBidsInput, @Ctx() context: Context) {
    return recordPayload(context, 'evaluateBids', 'round', input, evaluateRound);
  }

  @Mutation(
    () => RecordOutcomePayload,
    always(
      'Records one outcome: a selected product with price and quantity. Role EXPERT.',
      '录入一项中选结果:产品、价格与数量。角色:EXPERT。',
    ),
  )
  recordOutcome(@Arg('input', () => RecordOutcomeInput, theInput) input: RecordOutcomeInput, @Ctx() context: Context) {
    return recordPayload(context, 'recordOutcome', 'selectedProduct', input, recordOutcome);
  }

  @Mutation(
    () => ProposeSelectionPayload,
    always('Proposes the selection with its agreed volumes. Role EXPERT.', '提出拟中选结果及约定采购量。角色:EXPERT。'),
  )
  proposeSelection(@Arg('input', () => ProposeSelectionInput, theInput) input: ProposeSelectionInput, @Ctx() context: Context) {
    return recordPayload(context, 'proposeSelection', 'round', input, proposeSelection);
  }

  @Mutation(() => PubliciseSelectionPayload, always('Publishes the proposed selection. Role EXPERT.', '公示拟中选结果。角色:EXPERT。'))
  publiciseSelection(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return recordPayload(context, 'publiciseSelection', 'round', input, publiciseSelection);
  }

  @Mutation(() => FinaliseSelectionPayload, always('Makes the selection final. Role EXPERT.', '公布中选结果。角色:EXPERT。'))
  finaliseSelection(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return recordPayload(context, 'finaliseSelection', 'round', input, finaliseSelection);
  }

  @Mutation(() => PutRoundInForcePayload, always('Puts a final result in force for its term. Role EXPERT.', '执行中选结果。角色:EXPERT。'))
  putRoundInForce(@Arg('input', () => PutRoundInForceInput, theInput) input: PutRoundInForceInput, @Ctx() context: Context) {
    return recordPayload(context, 'putRoundInForce', 'round', input, putRoundInForce);
  }

  @Mutation(() => ExpireRoundPayload, always('Ends the term of a round. Role EXPERT.', '结束采购周期。角色:EXPERT。'))
  expireRound(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return recordPayload(context, 'expireRound', 'round', input, expireRound);
  }

  @Mutation(
    () => RenewRoundPayload,
    always('Marks a round as renewed by a later one. Role EXPERT.', '标记批次已由后续批次接续。角色:EXPERT。'),
  )
  renewRound(@Arg('input', () => RenewRoundInput, theInput) input: RenewRoundInput, @Ctx() context: Context) {
    return recordPayload(context, 'renewRound', 'round', input, renewRound);
  }

  @Mutation(
    () => RecordAgreedVolumesPayload,
    always('Records the agreed volumes of institutions. Role EXPERT.', '录入医疗机构约定采购量。角色:EXPERT。'),
  )
  recordAgreedVolumes(@Arg('input', () => RecordAgreedVolumesInput, theInput) input: RecordAgreedVolumesInput, @Ctx() context: Context) {
    return recordPayload(context, 'recordAgreedVolumes', 'selectedProduct', input, recordAgreedVolumes);
  }

  @Mutation(
    () => AmendAgreedVolumePayload,
    always('Changes an agreed volume by a recorded amendment. Role EXPERT.', '以变更记录调整约定采购量。角色:EXPERT。'),
  )
  amendAgreedVolume(@Arg('input', () => AmendAgreedVolumeInput, theInput) input: AmendAgreedVolumeInput, @Ctx() context: Context) {
    return recordPayload(context, 'amendAgreedVolume', 'agreedVolume', input, amendAgreedVolume);
  }
}
