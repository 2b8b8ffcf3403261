import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { concludeNegotiation, endNegotiation } from './conclude-negotiation.ts';
import {
  ConcludeNegotiationInput,
  EndNegotiationInput,
  OfferInput,
  PrepareNegotiationInput,
  QuoteInput,
  SealExpectedPriceInput,
  TalkInput,
} from './negotiation.input.ts';
import { NegotiationType } from './negotiation.type.ts';
import { openExpectedPrice } from './open-expected-price.ts';
import { PublishNegotiatedOutcomeInput, RecordNonExclusiveBiddingInput, RenewNegotiatedOutcomeInput } from './outcome.input.ts';
import { NegotiatedOutcomeType } from './outcome.type.ts';
import { prepareNegotiation } from './prepare-negotiation.ts';
import { publishNegotiatedOutcome } from './publish-outcome.ts';
import { recordFirstQuote, recordNegotiationOffer, recordSecondQuote } from './record-offer.ts';
import { negotiationActs } from './rights.ts';
import { sealExpectedPrice } from './seal-expected-price.ts';
import { signNegotiation } from './sign-negotiation.ts';

const { words, record, propose } = recordingBy(negotiationActs);
const theInput = always('What to record.', '录入内容。');
const talkPayload = (mutation: keyof typeof negotiationActs) => payloadOf(mutation, 'negotiation', NegotiationType, '谈判');

const PreparePayload = talkPayload('prepareNegotiation');
const SealPayload = talkPayload('sealExpectedPrice');
const FirstQuotePayload = talkPayload('recordFirstQuote');
const OpenPayload = talkPayload('openExpectedPrice');
const SecondQuotePayload = talkPayload('recordSecondQuote');
const OfferPayload = talkPayload('recordNegotiationOffer');
const ConcludePayload = talkPayload('concludeNegotiation');
const EndPayload = talkPayload('endNegotiation');
const SignPayload = talkPayload('signNegotiation');
const PublishPayload = payloadOf('publishNegotiatedOutcome', 'outcome', NegotiatedOutcomeType, '谈判结果');
const RenewPayload = payloadOf('renewNegotiatedOutcome', 'proposal', ProposalType, '提案');
const BiddingPayload = payloadOf('recordNonExclusiveBidding', 'proposal', ProposalType, '提案');

@Resolver()
export class NegotiationRecordingResolver {
  @Mutation(() => PreparePayload, words('prepareNegotiation', 'Prepares a price talk: who sits at the table.', '录入谈判及双方人员。'))
  prepareNegotiation(@Arg('input', () => PrepareNegotiationInput, theInput) input: PrepareNegotiationInput, @Ctx() context: Context) {
    return record(context, 'prepareNegotiation', 'negotiation', input, prepareNegotiation);
  }

  @Mutation(
    () => SealPayload,
    words('sealExpectedPrice', 'Seals the expected price, once and before the first quote.', '密封底价,仅一次,须在第一次报价前。'),
  )
  sealExpectedPrice(@Arg('input', () => SealExpectedPriceInput, theInput) input: SealExpectedPriceInput, @Ctx() context: Context) {
    return record(context, 'sealExpectedPrice', 'negotiation', input, sealExpectedPrice);
  }

  @Mutation(() => FirstQuotePayload, words('recordFirstQuote', 'Records the first quote.', '录入第一次报价。'))
  recordFirstQuote(@Arg('input', () => QuoteInput, theInput) input: QuoteInput, @Ctx() context: Context) {
    return record(context, 'recordFirstQuote', 'negotiation', input, recordFirstQuote);
  }

  @Mutation(
    () => OpenPayload,
    words('openExpectedPrice', 'Opens the expected price for the group, between the two quotes.', '在两次报价之间为专家组启封底价。'),
  )
  openExpectedPrice(@Arg('input', () => TalkInput, theInput) input: TalkInput, @Ctx() context: Context) {
    return record(context, 'openExpectedPrice', 'negotiation', input, openExpectedPrice);
  }

  @Mutation(
    () => SecondQuotePayload,
    words(
      'recordSecondQuote',
      'Records the second quote, which ends the talk or begins bargaining.',
      '录入第二次报价,谈判随之终止或进入磋商。',
    ),
  )
  recordSecondQuote(@Arg('input', () => QuoteInput, theInput) input: QuoteInput, @Ctx() context: Context) {
    return record(context, 'recordSecondQuote', 'negotiation', input, recordSecondQuote);
  }

  @Mutation(() => OfferPayload, words('recordNegotiationOffer', 'Records an offer in bargaining.', '录入磋商报价。'))
  recordNegotiationOffer(@Arg('input', () => OfferInput, theInput) input: OfferInput, @Ctx() context: Context) {
    return record(context, 'recordNegotiationOffer', 'negotiation', input, recordNegotiationOffer);
  }

  @Mutation(() => ConcludePayload, words('concludeNegotiation', 'Records on what both sides agree.', '录入双方达成一致的条件。'))
  concludeNegotiation(@Arg('input', () => ConcludeNegotiationInput, theInput) input: ConcludeNegotiationInput, @Ctx() context: Context) {
    return record(context, 'concludeNegotiation', 'negotiation', input, concludeNegotiation);
  }

  @Mutation(() => EndPayload, words('endNegotiation', 'Ends a talk without success.', '终止谈判。'))
  endNegotiation(@Arg('input', () => EndNegotiationInput, theInput) input: EndNegotiationInput, @Ctx() context: Context) {
    return record(context, 'endNegotiation', 'negotiation', input, endNegotiation);
  }

  @Mutation(
    () => SignPayload,
    words(
      'signNegotiation',
      'Signs the result: the leader of the group as EXPERT, the enterprise, a supervisor as APPROVER.',
      '签署谈判结果:组长以 EXPERT、企业以 ENTERPRISE、监督人员以 APPROVER 角色签字。',
    ),
  )
  signNegotiation(@Arg('input', () => TalkInput, theInput) input: TalkInput, @Ctx() context: Context) {
    return record(context, 'signNegotiation', 'negotiation', input, signNegotiation);
  }

  @Mutation(() => PublishPayload, words('publishNegotiatedOutcome', 'Publishes an outcome.', '公布谈判结果。'))
  publishNegotiatedOutcome(
    @Arg('input', () => PublishNegotiatedOutcomeInput, theInput) input: PublishNegotiatedOutcomeInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'publishNegotiatedOutcome', 'outcome', input, publishNegotiatedOutcome);
  }

  @Mutation(() => RenewPayload, words('renewNegotiatedOutcome', 'Renews an outcome by the ladders of cuts.', '按降幅规则简易续约。'))
  renewNegotiatedOutcome(
    @Arg('input', () => RenewNegotiatedOutcomeInput, theInput) input: RenewNegotiatedOutcomeInput,
    @Ctx() context: Context,
  ) {
    return propose(context, 'renewNegotiatedOutcome', input);
  }

  @Mutation(
    () => BiddingPayload,
    words('recordNonExclusiveBidding', 'Records the result of a bidding for a non-exclusive drug.', '录入非独家药品竞价结果。'),
  )
  recordNonExclusiveBidding(
    @Arg('input', () => RecordNonExclusiveBiddingInput, theInput) input: RecordNonExclusiveBiddingInput,
    @Ctx() context: Context,
  ) {
    return propose(context, 'recordNonExclusiveBidding', input);
  }
}
