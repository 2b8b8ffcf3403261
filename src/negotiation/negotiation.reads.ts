import { sql } from 'kysely';
import { EnterpriseType, ProductType } from '../catalogue/index.ts';
import { localDate } from '../kernel/local-date.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import { proposalSeen } from '../platform/approval/rights.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { all, businessCode, byCode, derived, one, pages, queries, reads, summed } from '../platform/graphql/reads.ts';
import { DecimalScalar } from '../platform/graphql/scalars.ts';
import { ExpectedPriceCommitment } from './expected-price-commitment.entity.ts';
import { biddingList, negotiationList, offerList, outcomeList, participantList } from './lists.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { NegotiationSignature } from './negotiation-signature.entity.ts';
import { NegotiationTerms } from './negotiation-terms.entity.ts';
import { NegotiationTransition } from './negotiation-transition.entity.ts';
import { Negotiation } from './negotiation.entity.ts';
import {
  ExpectedPriceType,
  NegotiationCommitmentType,
  NegotiationConnection,
  NegotiationOfferConnection,
  NegotiationOfferType,
  NegotiationParticipantConnection,
  NegotiationParticipantType,
  NegotiationSignatureType,
  NegotiationTermsType,
  NegotiationTransitionType,
  NegotiationType,
} from './negotiation.type.ts';
import { NonExclusiveBid } from './non-exclusive-bid.entity.ts';
import { NonExclusiveBidding } from './non-exclusive-bidding.entity.ts';
import { NegotiationOffer } from './offer.entity.ts';
import { OpenedExpectedPrice } from './opened-expected-price.entity.ts';
import {
  NegotiatedOutcomeConnection,
  NegotiatedOutcomeType,
  NonExclusiveBiddingConnection,
  NonExclusiveBiddingType,
  NonExclusiveBidType,
} from './outcome.type.ts';
import { NegotiationParticipant } from './participant.entity.ts';
import { explainCut, quoteCorridor } from './policy/index.ts';
import { expectedPriceSeen } from './rights.ts';

/** What is asked of negotiation by itself. */
export const NegotiationQueries = queries({
  negotiation: byCode(() => NegotiationType, negotiationList.list, maybe('The talk with this code.', '按代码取谈判。'), businessCode),
  negotiations: pages(
    () => NegotiationConnection,
    negotiationList,
    always('Price talks, the latest draw first.', '价格谈判,最近抽签的在前。'),
  ),
  negotiatedOutcomes: pages(
    () => NegotiatedOutcomeConnection,
    outcomeList,
    always('Outcomes, the latest agreement period first.', '谈判结果,最近的协议期在前。'),
  ),
  nonExclusiveBidding: byCode(
    () => NonExclusiveBiddingType,
    biddingList.list,
    maybe('The bidding with this code.', '按代码取非独家药品竞价。'),
    businessCode,
  ),
  nonExclusiveBiddings: pages(
    () => NonExclusiveBiddingConnection,
    biddingList,
    always('Biddings for non-exclusive drugs, the latest first.', '非独家药品竞价,最近的在前。'),
  ),
});

const product = one(() => ProductType, 'product', always('The drug.', '药品。'));
const enterprise = one(() => EnterpriseType, 'enterprise', always('Its enterprise.', '企业。'));

interface Corridor {
  readonly price: string;
  readonly priceUnit: string;
  readonly second: { readonly price: string | null; readonly on: string | null };
}
const secondQuote = summed(NegotiationOffer, 'negotiation', () => ({
  price: sql`(max(t.price) filter (where t.kind = 'SECOND_QUOTE'))::text`,
  on: sql`(max(t.occurred_on) filter (where t.kind = 'SECOND_QUOTE'))::text`,
}));

function corridorOf({ price, priceUnit, second }: Corridor) {
  if (second.price === null || second.on === null) return null;
  return quoteCorridor(UnitPrice.of(price, priceUnit), UnitPrice.of(second.price, priceUnit), localDate(second.on)).explanation;
}

interface Cut {
  readonly price: string;
  readonly priceBefore: string | null;
  readonly priceUnit: string;
}
const cutOf = ({ price, priceBefore, priceUnit }: Cut) =>
  priceBefore && explainCut(UnitPrice.of(priceBefore, priceUnit), UnitPrice.of(price, priceUnit)).percent;

const negotiationReads = reads(
  NegotiationType,
  'Negotiation',
  Negotiation,
  {
    product,
    enterprise,
    commitment: one(
      () => NegotiationCommitmentType,
      'id',
      maybe('To what the authority has committed itself; null until the expected price is sealed.', '底价承诺;密封前为空。'),
    ),
    expectedPrice: one(
      () => ExpectedPriceType,
      'id',
      maybe('The expected price; null until it is opened, and never told to the enterprise.', '底价;启封前为空,对企业始终不公开。'),
      expectedPriceSeen.visible,
    ),
    participants: pages(
      () => NegotiationParticipantConnection,
      participantList,
      always('Who sits at the table; an enterprise sees its own persons.', '到场人员;企业仅可见本企业人员。'),
    ),
    offers: pages(() => NegotiationOfferConnection, offerList, always('Quotes and offers, in their order.', '报价,按次序。')),
    transitions: all(() => NegotiationTransitionType, 'negotiation', always('What was done, oldest first.', '操作记录,从早到晚。')),
    terms: one(() => NegotiationTermsType, 'id', maybe('On what both sides have agreed.', '双方达成一致的条件。')),
    signatures: all(() => NegotiationSignatureType, 'negotiation', always('Who has signed, oldest first.', '签字记录,从早到晚。')),
    outcomes: pages(
      () => NegotiatedOutcomeConnection,
      outcomeList,
      always('The outcome, once three have signed; one at most.', '三方签字后的结果,至多一项。'),
      'negotiation_id',
    ),
  },
  { visible: negotiationList.list.visible },
);

const expectedPriceReads = reads(ExpectedPriceType, 'ExpectedPrice', OpenedExpectedPrice, {
  corridor: derived<Corridor>(
    () => ExplanationType,
    { price: 'price', priceUnit: 'negotiation.priceUnit', second: secondQuote },
    corridorOf,
    maybe('How the second quote was judged; null until there is one.', '第二次报价的判定;尚无时为空。'),
  ),
});

const outcomeReads = reads(
  NegotiatedOutcomeType,
  'NegotiatedOutcome',
  NegotiatedOutcome,
  {
    product,
    enterprise,
    cutPercent: derived<Cut>(
      () => DecimalScalar,
      { price: 'price', priceBefore: 'priceBefore', priceUnit: 'priceUnit' },
      cutOf,
      maybe('By how much the price fell, in percent; null where the price before is not on record.', '降幅(%);此前价格无记录时为空。'),
    ),
    negotiation: one(() => NegotiationType, 'negotiation', maybe('The talk.', '所属谈判。'), negotiationList.list.visible),
    bidding: one(() => NonExclusiveBiddingType, 'bidding', maybe('The bidding.', '所属竞价。'), biddingList.list.visible),
    follows: one(
      () => NegotiatedOutcomeType,
      'follows',
      maybe('The outcome that it takes over from.', '所接续的结果。'),
      outcomeList.list.visible,
    ),
    approval: one(() => ProposalType, 'approvalId', maybe('The approved proposal.', '已批准的提案。'), proposalSeen.visible),
  },
  { visible: outcomeList.list.visible },
);

const biddingReads = reads(
  NonExclusiveBiddingType,
  'NonExclusiveBidding',
  NonExclusiveBidding,
  {
    bids: all(() => NonExclusiveBidType, 'bidding', always('What was bid, in the order of the input.', '报价,按录入次序。')),
    outcomes: pages(() => NegotiatedOutcomeConnection, outcomeList, always('The outcome of each product.', '各产品结果。'), 'bidding_id'),
    approval: one(() => ProposalType, 'approvalId', maybe('The approved proposal.', '已批准的提案。'), proposalSeen.visible),
  },
  { visible: biddingList.list.visible },
);

/** What the fields of negotiation's types mean, beside the columns of their names. */
export const negotiationFeatureReads = [
  negotiationReads,
  expectedPriceReads,
  outcomeReads,
  biddingReads,
  reads(NegotiationCommitmentType, 'NegotiationCommitment', ExpectedPriceCommitment, {}),
  reads(NegotiationParticipantType, 'NegotiationParticipant', NegotiationParticipant, {}),
  reads(
    NegotiationOfferType,
    'NegotiationOffer',
    NegotiationOffer,
    { negotiation: one(() => NegotiationType, 'negotiation', always('The talk.', '所属谈判。')) },
    { visible: offerList.list.visible },
  ),
  reads(NegotiationTransitionType, 'NegotiationTransition', NegotiationTransition, {}),
  reads(NegotiationTermsType, 'NegotiationTerms', NegotiationTerms, {}),
  reads(NegotiationSignatureType, 'NegotiationSignature', NegotiationSignature, {}),
  reads(NonExclusiveBidType, 'NonExclusiveBid', NonExclusiveBid, { product }),
];
