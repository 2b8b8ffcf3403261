import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { amendAgreedVolume } from './amend-agreed-volume.ts';
import { BidType } from './bid.type.ts';
import { addLot, draftRound } from './draft-round.ts';
import { evaluateRound } from './evaluate-bids.ts';
import { expireRound, publiciseSelection, putRoundInForce, renewRound, step } from './finalise-selection.ts';
import { LotType } from './lot.type.ts';
import { openBidding } from './open-bidding.ts';
import { openBids } from './open-bids.ts';
import { proposeSelection } from './propose-selection.ts';
import { recordAgreedVolumes } from './record-agreed-volumes.ts';
import { recordOutcome } from './record-outcome.ts';
import {
  AddLotInput,
  AmendAgreedVolumeInput,
  CorrectWinningPriceInput,
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
import { procurementActs } from './rights.ts';
import { RoundType } from './round.type.ts';
import { SelectedProductType } from './selected-product.type.ts';
import { submitBid } from './submit-bid.ts';
import { AgreedVolumeType, DemandReportType } from './volume.type.ts';

const { words, record, propose } = recordingBy(procurementActs);

const theInput = always('What to record.', '录入内容。');

// Made while the module loads: type-graphql wants every type known before it builds a schema.
const DraftRoundPayload = payloadOf('draftRound', 'round', RoundType, '批次');
const OpenDemandReportingPayload = payloadOf('openDemandReporting', 'round', RoundType, '批次');
const OpenBiddingPayload = payloadOf('openBidding', 'round', RoundType, '批次');
const OpenBidsPayload = payloadOf('openBids', 'round', RoundType, '批次');
const EvaluateBidsPayload = payloadOf('evaluateBids', 'round', RoundType, '批次');
const ProposeSelectionPayload = payloadOf('proposeSelection', 'round', RoundType, '批次');
const PubliciseSelectionPayload = payloadOf('publiciseSelection', 'round', RoundType, '批次');
const FinaliseSelectionPayload = payloadOf('finaliseSelection', 'proposal', ProposalType, '提案');
const PutRoundInForcePayload = payloadOf('putRoundInForce', 'round', RoundType, '批次');
const ExpireRoundPayload = payloadOf('expireRound', 'round', RoundType, '批次');
const RenewRoundPayload = payloadOf('renewRound', 'round', RoundType, '批次');
const AddLotPayload = payloadOf('addLot', 'lot', LotType, '竞价单元');
const ReportDemandPayload = payloadOf('reportDemand', 'demandReport', DemandReportType, '报量');
const SubmitBidPayload = payloadOf('submitBid', 'bid', BidType, '申报');
const RecordOutcomePayload = payloadOf('recordOutcome', 'selectedProduct', SelectedProductType, '中选产品');
const RecordAgreedVolumesPayload = payloadOf('recordAgreedVolumes', 'selectedProduct', SelectedProductType, '中选产品');
const CorrectWinningPricePayload = payloadOf('correctWinningPrice', 'proposal', ProposalType, '提案');
const AmendAgreedVolumePayload = payloadOf('amendAgreedVolume', 'agreedVolume', AgreedVolumeType, '约定采购量');

@Resolver()
export class ProcurementRecordingResolver {
  @Mutation(() => DraftRoundPayload, words('draftRound', 'Drafts a round.', '起草批次。'))
  draftRound(@Arg('input', () => DraftRoundInput, theInput) input: DraftRoundInput, @Ctx() context: Context) {
    return record(context, 'draftRound', 'round', input, draftRound);
  }

  @Mutation(() => AddLotPayload, words('addLot', 'Adds a lot to a round that is still being prepared.', '在准备中的批次加入竞价单元。'))
  addLot(@Arg('input', () => AddLotInput, theInput) input: AddLotInput, @Ctx() context: Context) {
    return record(context, 'addLot', 'lot', input, addLot);
  }

  @Mutation(() => OpenDemandReportingPayload, words('openDemandReporting', 'Lets institutions report demand.', '开始报量。'))
  openDemandReporting(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return record(context, 'openDemandReporting', 'round', input, (...on) => step(...on, 'openDemandReporting'));
  }

  @Mutation(() => ReportDemandPayload, words('reportDemand', 'Records the demand of an institution.', '录入医疗机构报量。'))
  reportDemand(@Arg('input', () => ReportDemandInput, theInput) input: ReportDemandInput, @Ctx() context: Context) {
    return record(context, 'reportDemand', 'demandReport', input, reportDemand);
  }

  @Mutation(() => OpenBiddingPayload, words('openBidding', 'Ends demand reporting and lets enterprises bid.', '结束报量,开始申报。'))
  openBidding(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return record(context, 'openBidding', 'round', input, openBidding);
  }

  @Mutation(() => SubmitBidPayload, words('submitBid', 'Records a sealed bid.', '录入密封申报。'))
  submitBid(@Arg('input', () => SubmitBidInput, theInput) input: SubmitBidInput, @Ctx() context: Context) {
    return record(context, 'submitBid', 'bid', input, submitBid);
  }

  @Mutation(() => OpenBidsPayload, words('openBids', 'Opens all bids of a round.', '开标。'))
  openBids(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return record(context, 'openBids', 'round', input, openBids);
  }

  @Mutation(
    () => EvaluateBidsPayload,
    words('evaluateBids', 'Judges every opened bid by the rules of the scheme.', '按规则评审全部已开标申报。'),
  )
  evaluateBids(@Arg('input', () => EvaluateBidsInput, theInput) input: EvaluateBidsInput, @Ctx() context: Context) {
    return record(context, 'evaluateBids', 'round', input, evaluateRound);
  }

  @Mutation(
    () => RecordOutcomePayload,
    words('recordOutcome', 'Records one outcome: a selected product with price and quantity.', '录入一项中选结果:产品、价格与数量。'),
  )
  recordOutcome(@Arg('input', () => RecordOutcomeInput, theInput) input: RecordOutcomeInput, @Ctx() context: Context) {
    return record(context, 'recordOutcome', 'selectedProduct', input, recordOutcome);
  }

  @Mutation(
    () => ProposeSelectionPayload,
    words('proposeSelection', 'Proposes the selection with its agreed volumes.', '提出拟中选结果及约定采购量。'),
  )
  proposeSelection(@Arg('input', () => ProposeSelectionInput, theInput) input: ProposeSelectionInput, @Ctx() context: Context) {
    return record(context, 'proposeSelection', 'round', input, proposeSelection);
  }

  @Mutation(() => PubliciseSelectionPayload, words('publiciseSelection', 'Publishes the proposed selection.', '公示拟中选结果。'))
  publiciseSelection(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return record(context, 'publiciseSelection', 'round', input, publiciseSelection);
  }

  @Mutation(
    () => FinaliseSelectionPayload,
    words('finaliseSelection', 'Proposes to make the selection final, with its winning prices.', '提出公布中选结果及中选价。'),
  )
  finaliseSelection(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return propose(context, 'finaliseSelection', input);
  }

  @Mutation(() => PutRoundInForcePayload, words('putRoundInForce', 'Puts a final result in force for its term.', '执行中选结果。'))
  putRoundInForce(@Arg('input', () => PutRoundInForceInput, theInput) input: PutRoundInForceInput, @Ctx() context: Context) {
    return record(context, 'putRoundInForce', 'round', input, putRoundInForce);
  }

  @Mutation(() => ExpireRoundPayload, words('expireRound', 'Ends the term of a round.', '结束采购周期。'))
  expireRound(@Arg('input', () => StepInput, theInput) input: StepInput, @Ctx() context: Context) {
    return record(context, 'expireRound', 'round', input, expireRound);
  }

  @Mutation(() => RenewRoundPayload, words('renewRound', 'Marks a round as renewed by a later one.', '标记批次已由后续批次接续。'))
  renewRound(@Arg('input', () => RenewRoundInput, theInput) input: RenewRoundInput, @Ctx() context: Context) {
    return record(context, 'renewRound', 'round', input, renewRound);
  }

  @Mutation(
    () => RecordAgreedVolumesPayload,
    words('recordAgreedVolumes', 'Records the agreed volumes of institutions.', '录入医疗机构约定采购量。'),
  )
  recordAgreedVolumes(@Arg('input', () => RecordAgreedVolumesInput, theInput) input: RecordAgreedVolumesInput, @Ctx() context: Context) {
    return record(context, 'recordAgreedVolumes', 'selectedProduct', input, recordAgreedVolumes);
  }

  @Mutation(
    () => AmendAgreedVolumePayload,
    words('amendAgreedVolume', 'Changes an agreed volume by a recorded amendment.', '以变更记录调整约定采购量。'),
  )
  amendAgreedVolume(@Arg('input', () => AmendAgreedVolumeInput, theInput) input: AmendAgreedVolumeInput, @Ctx() context: Context) {
    return record(context, 'amendAgreedVolume', 'agreedVolume', input, amendAgreedVolume);
  }

  @Mutation(
    () => CorrectWinningPricePayload,
    words('correctWinningPrice', 'Proposes to correct a winning price that is final.', '提出更正已公布的中选价。'),
  )
  correctWinningPrice(@Arg('input', () => CorrectWinningPriceInput, theInput) input: CorrectWinningPriceInput, @Ctx() context: Context) {
    return propose(context, 'correctWinningPrice', input);
  }
}
