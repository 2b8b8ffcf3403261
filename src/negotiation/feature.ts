import type { Feature } from '../platform/feature.ts';
import { negotiationActsByTwo } from './acts-by-two.ts';
import { ExpectedPriceCommitment } from './expected-price-commitment.entity.ts';
import { ExpectedPriceSeal } from './expected-price-seal.entity.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { NegotiationSignature } from './negotiation-signature.entity.ts';
import { NegotiationTerms } from './negotiation-terms.entity.ts';
import { NegotiationTransition } from './negotiation-transition.entity.ts';
import { Negotiation } from './negotiation.entity.ts';
import { negotiationImport } from './negotiation.import.ts';
import { NegotiationQueries, negotiationFeatureReads } from './negotiation.reads.ts';
import { NonExclusiveBid } from './non-exclusive-bid.entity.ts';
import { NonExclusiveBidding } from './non-exclusive-bidding.entity.ts';
import { NegotiationOffer } from './offer.entity.ts';
import { OpenedExpectedPrice } from './opened-expected-price.entity.ts';
import { NegotiationParticipant } from './participant.entity.ts';
import { NegotiationRecordingResolver } from './recording.resolver.ts';
import { RenewalResolver } from './renewal.resolver.ts';
import { sealedElsewhere } from './sealed-elsewhere.ts';
import { rules } from './policy/index.ts';

/** Price talks on drugs: the sealed expected price, quotes, bargaining, three signatures; renewals and biddings. */
export const negotiation: Feature = {
  name: 'negotiation',
  entities: [
    Negotiation,
    NegotiationParticipant,
    ExpectedPriceCommitment,
    ExpectedPriceSeal,
    OpenedExpectedPrice,
    NegotiationOffer,
    NegotiationTransition,
    NegotiationTerms,
    NegotiationSignature,
    NonExclusiveBidding,
    NonExclusiveBid,
    NegotiatedOutcome,
  ],
  actsByTwo: negotiationActsByTwo,
  rules,
  resolvers: [NegotiationQueries, NegotiationRecordingResolver, RenewalResolver],
  reads: negotiationFeatureReads,
  tables: [negotiationImport],
  prepare: sealedElsewhere,
};
