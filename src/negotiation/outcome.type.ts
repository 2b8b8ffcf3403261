import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { outcomeBases } from './negotiated-outcome.entity.ts';
import { NegotiationOriginEnum } from './negotiation.type.ts';
import { renewalDecisions } from './policy/index.ts';
import { biddingSeen, outcomeSeen } from './rights.ts';

export const OutcomeBasisEnum = enumOf(outcomeBases);
registerEnumType(OutcomeBasisEnum, {
  name: 'NegotiatedOutcomeBasis',
  description: bilingual('How an outcome came about.', '结果的形成方式。'),
  valuesConfig: enumValues({
    NEGOTIATION: ['By a talk that three have signed.', '经谈判并由三方签字。'],
    SIMPLE_RENEWAL: ['By a simple renewal.', '简易续约。'],
    NON_EXCLUSIVE_BIDDING: ['By a bidding of several enterprises.', '非独家药品竞价。'],
  }),
});

@ObjectType('NegotiatedOutcome', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: outcomeSeen.words(
    'What the fund pays on for a negotiated product, in which scope, and from when to when.',
    '谈判结果:支付标准、支付范围与协议期。',
  ),
})
export class NegotiatedOutcomeType extends RecordedType {
  @Field(() => OutcomeBasisEnum, always('How it came about.', '形成方式。')) basis!: string;
  @Field(() => DecimalScalar, always('The price, in yuan: the payment standard.', '支付标准(元)。')) price!: string;
  @Field(() => String, always('What the price is for.', '计价单位。')) priceUnit!: string;
  @Field(() => DecimalScalar, maybe('The price before, in yuan.', '此前价格(元)。')) priceBefore!: string | null;
  @Field(() => String, maybe('For what the fund pays; null where that is not on record.', '支付范围;无记录时为空。'))
  paymentScope!: string | null;
  @Field(() => DateScalar, maybe('The first day of the agreement period; null where that is not on record.', '协议期首日;无记录时为空。'))
  inForceFrom!: string | null;
  @Field(() => DateScalar, maybe('The first day after it; null where that is not on record.', '协议期届满次日;无记录时为空。'))
  inForceTo!: string | null;
  @Field(() => DateScalar, maybe('Since when the product is negotiated without a break.', '连续谈判准入的起始日。'))
  continuousFrom!: string | null;
  @Field(() => QuantityScalar, maybe('The agreed quantity, where there is one.', '约定数量,如有。')) agreedQuantity!: number | null;
  @Field(() => ExplanationType, maybe('How the price compares, or was computed.', '价格的比较或测算过程。')) explanation!: object | null;
  @Field(() => DateScalar, maybe('The day of its publication; null until then.', '公布日期;未公布时为空。')) publishedOn!: string | null;
  @Field(() => String, maybe('A note.', '备注。')) note!: string | null;
  @Field(() => NegotiationOriginEnum, always('How it came to be on record.', '录入方式。')) origin!: string;
}
export const NegotiatedOutcomeConnection = connectionOf(NegotiatedOutcomeType, 'NegotiatedOutcome', '谈判结果');

@ObjectType('NonExclusiveBidding', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: biddingSeen.words(
    'A bidding for a drug that several enterprises make, against what the fund is willing to pay.',
    '非独家药品竞价:多家企业针对医保支付意愿报价。',
  ),
})
export class NonExclusiveBiddingType extends RecordedType {
  @Field(() => String, always('The business code.', '业务代码。')) code!: string;
  @Field(() => String, always('The generic name of the drug.', '药品通用名。')) genericName!: string;
  @Field(() => String, always('What every price is for.', '计价单位。')) priceUnit!: string;
  @Field(() => DecimalScalar, always('What the fund is willing to pay, in yuan.', '医保支付意愿(元)。')) willingPrice!: string;
  @Field(() => DecimalScalar, always('The lowest bid, in yuan.', '最低报价(元)。')) lowestPrice!: string;
  @Field(() => Boolean, always('Whether the drug is included.', '是否纳入。')) isIncluded!: boolean;
  @Field(() => DecimalScalar, maybe('The payment standard, in yuan; null where it is not included.', '支付标准(元);未纳入时为空。'))
  paymentStandard!: string | null;
  @Field(() => DateScalar, always('The day of the bidding.', '竞价日期。')) heldOn!: string;
  @Field(() => ExplanationType, always('How the result follows.', '结果的推导。')) explanation!: object;
}
export const NonExclusiveBiddingConnection = connectionOf(NonExclusiveBiddingType, 'NonExclusiveBidding', '非独家药品竞价');

@ObjectType('NonExclusiveBid', {
  simpleResolvers: true,
  description: biddingSeen.words('What was bid for one product.', '某产品的报价。'),
})
export class NonExclusiveBidType {
  @Field(() => DecimalScalar, always('The bid, in yuan.', '报价(元)。')) price!: string;
}

const RenewalDecisionEnum = enumOf(renewalDecisions);
registerEnumType(RenewalDecisionEnum, {
  name: 'RenewalDecision',
  description: bilingual('How a negotiated drug goes on.', '谈判药品的后续安排。'),
  valuesConfig: enumValues({
    RENEW: ['It is renewed at the standard computed.', '按测算的支付标准续约。'],
    RENEGOTIATE: ['It is negotiated anew.', '重新谈判。'],
    ORDINARY_LIST: ['It goes to the ordinary list.', '纳入常规目录。'],
  }),
});

@ObjectType('NegotiatedRenewal', {
  simpleResolvers: true,
  description: bilingual('How a negotiated drug would go on by given figures; nothing is recorded.', '按所给数据测算的续约结果,不作录入。'),
})
export class NegotiatedRenewalType {
  @Field(() => RenewalDecisionEnum, always('How it goes on.', '后续安排。')) decision!: string;
  @Field(() => DecimalScalar, always('A: spend against budget, in percent.', 'A 值:实际支出与预算之比(%)。')) spendPercent!: string;
  @Field(() => DecimalScalar, maybe('B: increase against the larger of both, in percent.', 'B 值:预算增加额与较高者之比(%)。'))
  increasePercent!: string | null;
  @Field(() => DecimalScalar, maybe('The whole cut, in percent.', '总降幅(%)。')) cutPercent!: string | null;
  @Field(() => DecimalScalar, maybe('The new standard, in yuan; null unless it is renewed.', '新支付标准(元);不续约时为空。'))
  standard!: string | null;
  @Field(() => ExplanationType, always('The derivation.', '推导。')) explanation!: object;
}
