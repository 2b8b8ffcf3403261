import { by, defineList } from '../platform/graphql/list.ts';
import { NegotiatedOutcome } from './negotiated-outcome.entity.ts';
import { Negotiation } from './negotiation.entity.ts';
import { NegotiationOfferKindEnum, NegotiationSideEnum, NegotiationStatusEnum } from './negotiation.type.ts';
import { NonExclusiveBidding } from './non-exclusive-bidding.entity.ts';
import { NegotiationOffer } from './offer.entity.ts';
import { OutcomeBasisEnum } from './outcome.type.ts';
import { NegotiationParticipant } from './participant.entity.ts';
import { biddingSeen, negotiationSeen, offerSeen, outcomeSeen, participantSeen } from './rights.ts';

const productCode = by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。');
const enterpriseCode = by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。');
const code = { column: 'code', type: 'text' } as const;

export const negotiationList = defineList({
  name: 'Negotiation',
  entity: Negotiation,
  visible: negotiationSeen.visible,
  defaultOrder: [[{ column: 'drawn_on', type: 'date' }, 'DESC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    status: by.enum('status', NegotiationStatusEnum, 'NegotiationStatus', 'Where it stands.', '谈判状态。'),
    drawnOn: by.date('drawn_on', 'The day of the draw.', '抽签日期。'),
    productCode,
    enterpriseCode,
  },
});

export const participantList = defineList({
  name: 'NegotiationParticipant',
  entity: NegotiationParticipant,
  visible: participantSeen.visible,
  parentColumn: 'negotiation_id',
  defaultOrder: [],
  fields: {
    side: by.enum('side', NegotiationSideEnum, 'NegotiationSide', 'For which side.', '所属一方。'),
    name: by.text('name', 'The name.', '姓名。'),
  },
});

export const offerList = defineList({
  name: 'NegotiationOffer',
  entity: NegotiationOffer,
  visible: offerSeen.visible,
  parentColumn: 'negotiation_id',
  defaultOrder: [[{ column: 'sequence', type: 'integer' }, 'ASC']],
  fields: {
    kind: by.enum('kind', NegotiationOfferKindEnum, 'NegotiationOfferKind', 'When it was named.', '报价环节。'),
    sequence: by.quantity('sequence', 'integer', 'Its place in the talk.', '次序。'),
  },
});

export const outcomeList = defineList({
  name: 'NegotiatedOutcome',
  entity: NegotiatedOutcome,
  visible: outcomeSeen.visible,
  defaultOrder: [[{ column: 'in_force_from', type: 'date' }, 'DESC']],
  fields: {
    basis: by.enum('basis', OutcomeBasisEnum, 'NegotiatedOutcomeBasis', 'How it came about.', '形成方式。'),
    inForceFrom: by.date('in_force_from', 'The first day of the agreement period.', '协议期首日。'),
    inForceTo: by.date('in_force_to', 'The first day after it.', '协议期届满次日。'),
    publishedOn: by.date('published_on', 'The day of its publication.', '公布日期。'),
    productCode,
    enterpriseCode,
  },
});

export const biddingList = defineList({
  name: 'NonExclusiveBidding',
  entity: NonExclusiveBidding,
  visible: biddingSeen.visible,
  tieBreaker: code,
  defaultOrder: [[{ column: 'held_on', type: 'date' }, 'DESC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    genericName: by.text('generic_name', 'The generic name.', '通用名。'),
    heldOn: by.date('held_on', 'The day of the bidding.', '竞价日期。'),
  },
});
