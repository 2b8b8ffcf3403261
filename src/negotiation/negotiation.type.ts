import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { negotiationOrigins, negotiationStatuses } from './negotiation.entity.ts';
import { offerKinds } from './offer.entity.ts';
import { sides } from './participant.entity.ts';
import { capacities } from './policy/index.ts';
import { expectedPriceSeen, negotiationSeen, offerSeen, participantSeen } from './rights.ts';

export const NegotiationStatusEnum = enumOf(negotiationStatuses);
registerEnumType(NegotiationStatusEnum, {
  name: 'NegotiationStatus',
  description: bilingual('Where a talk stands.', '谈判状态。'),
  valuesConfig: enumValues({
    PREPARED: ['The group is drawn and the sides are named.', '已抽签分组,双方已确定。'],
    ENVELOPE_SEALED: ['The expected price is sealed.', '底价已密封。'],
    FIRST_QUOTE: ['The enterprise has quoted once.', '企业已第一次报价。'],
    SECOND_QUOTE: ['The enterprise has quoted twice.', '企业已第二次报价。'],
    BARGAINING: ['The sides bargain.', '双方磋商。'],
    SUCCESS: ['Both sides agree; it counts with three signatures.', '双方达成一致,三方签字后生效。'],
    FAILED: ['It ended without success.', '谈判失败。'],
  }),
});

export const NegotiationOriginEnum = enumOf(negotiationOrigins);
registerEnumType(NegotiationOriginEnum, {
  name: 'NegotiationOrigin',
  description: bilingual('How a row came to be on record.', '数据的录入方式。'),
  valuesConfig: enumValues({
    RECORDED: ['Act by act.', '逐步录入。'],
    PUBLIC_SOURCE: ['From a public source; figures may be missing.', '取自公开来源,数据可能不全。'],
  }),
});

export const NegotiationSideEnum = enumOf(sides);
registerEnumType(NegotiationSideEnum, {
  name: 'NegotiationSide',
  description: bilingual('A side of a talk.', '谈判一方。'),
  valuesConfig: enumValues({ AUTHORITY: ["The authority's experts.", '医保方。'], ENTERPRISE: ['The enterprise.', '企业方。'] }),
});

export const NegotiationOfferKindEnum = enumOf(offerKinds);
registerEnumType(NegotiationOfferKindEnum, {
  name: 'NegotiationOfferKind',
  description: bilingual('When a price was named.', '报价环节。'),
  valuesConfig: enumValues({
    FIRST_QUOTE: ['The first quote of the enterprise.', '企业第一次报价。'],
    SECOND_QUOTE: ['The second quote of the enterprise.', '企业第二次报价。'],
    BARGAINING: ['In bargaining.', '磋商报价。'],
  }),
});

const CapacityEnum = enumOf(capacities);
registerEnumType(CapacityEnum, {
  name: 'NegotiationSignatureCapacity',
  description: bilingual('In which capacity a result is signed.', '签字身份。'),
  valuesConfig: enumValues({
    GROUP_LEADER: ['The leader of the group.', '专家组组长。'],
    ENTERPRISE: ['The enterprise.', '企业。'],
    SUPERVISOR: ['The supervisor.', '监督人员。'],
  }),
});

@ObjectType('Negotiation', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: negotiationSeen.words(
    "A price talk on one drug between the authority's experts and one enterprise.",
    '价格谈判:医保方专家与一家企业就一个药品进行的谈判。',
  ),
})
export class NegotiationType extends RecordedType {
  @Field(() => String, always('The business code.', '业务代码。')) code!: string;
  @Field(() => NegotiationStatusEnum, always('Where it stands.', '状态。')) status!: string;
  @Field(() => Int, maybe('The number of the group that was drawn.', '抽中组别序号。')) groupNumber!: number | null;
  @Field(() => Int, maybe('From how many groups it was drawn.', '参加抽签的组数。')) groupCount!: number | null;
  @Field(() => DateScalar, maybe('The day of the draw.', '抽签日期。')) drawnOn!: string | null;
  @Field(() => String, always('What every price of the talk is for.', '计价单位。')) priceUnit!: string;
  @Field(() => DecimalScalar, maybe('The price before, in yuan.', '谈判前价格(元)。')) priceBefore!: string | null;
  @Field(() => NegotiationOriginEnum, always('How it came to be on record.', '录入方式。')) origin!: string;
  @Field(() => String, maybe('A note.', '备注。')) note!: string | null;
}
export const NegotiationConnection = connectionOf(NegotiationType, 'Negotiation', '谈判');

@ObjectType('NegotiationParticipant', {
  simpleResolvers: true,
  description: participantSeen.words('Who sits at the table of a talk.', '谈判到场人员。'),
})
export class NegotiationParticipantType {
  @Field(() => NegotiationSideEnum, always('For which side.', '所属一方。')) side!: string;
  @Field(() => String, always('The person, as tokens name it.', '人员标识,与令牌一致。')) person!: string;
  @Field(() => String, always('The name.', '姓名。')) name!: string;
  @Field(() => Boolean, always('Whether the group is led by this one.', '是否为组长。')) isLeader!: boolean;
}
export const NegotiationParticipantConnection = connectionOf(NegotiationParticipantType, 'NegotiationParticipant', '谈判人员');

@ObjectType('NegotiationOffer', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: offerSeen.words('A price that was named in a talk, with its minutes.', '谈判中的一次报价及其记录。'),
})
export class NegotiationOfferType extends RecordedType {
  @Field(() => Int, always('Its place in the talk, from 1.', '次序,自 1 起。')) sequence!: number;
  @Field(() => NegotiationOfferKindEnum, always('When it was named.', '报价环节。')) kind!: string;
  @Field(() => NegotiationSideEnum, always('Who named it.', '报价方。')) side!: string;
  @Field(() => DecimalScalar, always('The price, in yuan.', '价格(元)。')) price!: string;
  @Field(() => String, maybe('The minutes; null of a talk from a public source.', '记录;取自公开来源的为空。')) minutes!: string | null;
  @Field(() => DateScalar, maybe('The day; null where that is not on record.', '日期;无记录时为空。')) occurredOn!: string | null;
  @Field(() => String, always('Who took the minutes.', '记录人。')) recordedBy!: string;
}
export const NegotiationOfferConnection = connectionOf(NegotiationOfferType, 'NegotiationOffer', '报价');

@ObjectType('NegotiationTransition', {
  simpleResolvers: true,
  description: bilingual('A recorded act of a talk.', '谈判的一项操作记录。'),
})
export class NegotiationTransitionType {
  @Field(() => String, always('The act.', '操作。')) action!: string;
  @Field(() => NegotiationStatusEnum, always('From this status.', '原状态。')) fromStatus!: string;
  @Field(() => NegotiationStatusEnum, always('To this status.', '新状态。')) toStatus!: string;
  @Field(() => DateScalar, always('The day of the act.', '操作日期。')) occurredOn!: string;
  @Field(() => String, maybe('The reason given.', '理由。')) reason!: string | null;
  @Field(() => String, always('Who recorded it.', '录入人。')) recordedBy!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

@ObjectType('NegotiationCommitment', {
  simpleResolvers: true,
  description: bilingual(
    'The hash by which an opened expected price can be checked; it tells nothing of the price.',
    '底价承诺值,可据以核对启封后的底价,本身不透露价格。',
  ),
})
export class NegotiationCommitmentType {
  @Field(() => String, always('SHA-256 in hex over seven lines; the README of the feature names them.', '七行文本的 SHA-256(十六进制)。'))
  commitment!: string;
  @Field(() => DateScalar, always('The day of the sealing.', '密封日期。')) sealedOn!: string;
}

@ObjectType('ExpectedPrice', {
  simpleResolvers: true,
  description: expectedPriceSeen.words('The expected price of a talk, once it is opened.', '启封后的谈判底价。'),
})
export class ExpectedPriceType {
  @Field(() => DecimalScalar, always('The price, in yuan.', '底价(元)。')) price!: string;
  @Field(() => String, always('The salt that the commitment was made with.', '承诺值所用的盐。')) salt!: string;
  @Field(() => DateScalar, always('The day of the opening.', '启封日期。')) openedOn!: string;
  @Field(() => String, always('Who opened it.', '启封人。')) openedBy!: string;
}

@ObjectType('NegotiationTerms', {
  simpleResolvers: true,
  description: bilingual('On what both sides have agreed; it counts with three signatures.', '双方达成一致的条件,三方签字后生效。'),
})
export class NegotiationTermsType {
  @Field(() => DecimalScalar, always('The price, in yuan.', '成交价(元)。')) price!: string;
  @Field(() => String, always('For what the fund pays.', '支付范围。')) paymentScope!: string;
  @Field(() => DateScalar, always('The first day of the agreement period.', '协议期首日。')) inForceFrom!: string;
  @Field(() => DateScalar, always('The first day after it.', '协议期届满次日。')) inForceTo!: string;
  @Field(() => QuantityScalar, maybe('The agreed quantity, where there is one.', '约定数量,如有。')) agreedQuantity!: number | null;
  @Field(() => String, always('The minutes.', '记录。')) minutes!: string;
  @Field(() => DateScalar, always('The day of the agreement.', '达成一致之日。')) agreedOn!: string;
}

@ObjectType('NegotiationSignature', {
  simpleResolvers: true,
  description: bilingual('One of the three signatures under a result.', '谈判结果的一方签字。'),
})
export class NegotiationSignatureType {
  @Field(() => CapacityEnum, always('In which capacity.', '签字身份。')) capacity!: string;
  @Field(() => String, always('The person, as tokens name it.', '人员标识,与令牌一致。')) person!: string;
  @Field(() => DateScalar, always('The day.', '签字日期。')) signedOn!: string;
}
