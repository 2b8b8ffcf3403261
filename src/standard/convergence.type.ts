import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType, UserErrorType } from '../platform/graphql/explanation.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { ConvergenceModeEnum } from './convergence.input.ts';
import type { ConvergenceMode, StandardBasis } from './policy/index.ts';
import { standardSeen } from './rights.ts';
import { StandardBasisEnum } from './standard.type.ts';

@ObjectType('TransactionPrice', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standardSeen.words('What a product was bought for in a pooling area on a day.', '某统筹区某日某产品的实际成交价。'),
})
export class TransactionPriceType extends RecordedType {
  @Field(() => DateScalar, always('The day of the purchase.', '成交日期。')) tradedOn!: string;
  @Field(() => DecimalScalar, always('Yuan per price unit, 4 decimals.', '每计价单位价格(元),四位小数。')) price!: string;
  @Field(() => String, always('What the price is for.', '计价单位。')) priceUnit!: string;
  @Field(() => QuantityScalar, always('How many price units.', '成交数量(计价单位)。')) quantity!: number;
  @Field(() => String, always('Where that is recorded.', '依据。')) source!: string;
}
export const TransactionPriceConnection = connectionOf(TransactionPriceType, 'TransactionPrice', '成交价');

@ObjectType('NegotiatedStandard', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standardSeen.words(
    'The national standard of a negotiated product; the last recorded one of a first day counts.',
    '谈判药品的全国支付标准;同一首日以最后录入的为准。',
  ),
})
export class NegotiatedStandardType extends RecordedType {
  @Field(() => DecimalScalar, always('Yuan per price unit, 4 decimals.', '每计价单位金额(元),四位小数。')) amount!: string;
  @Field(() => String, always('What the amount is for.', '计价单位。')) priceUnit!: string;
  @Field(() => DateScalar, always('The first day of the agreement.', '协议首日。')) validFrom!: string;
  @Field(() => DateScalar, always('The first day after the agreement.', '协议期满后的首日。')) validTo!: string;
  @Field(() => String, always('The document that publishes it.', '公布文件。')) document!: string;
  @Field(() => String, maybe('The price talk that it comes from.', '所依据的价格谈判编号。')) talkReference!: string | null;
}
export const NegotiatedStandardConnection = connectionOf(NegotiatedStandardType, 'NegotiatedStandard', '谈判药品支付标准');

@ObjectType('ConvergenceStep', { simpleResolvers: true, description: bilingual('An amount from a day on.', '自某日起的金额。') })
export class ConvergenceStepType {
  @Field(() => DateScalar, always('The first day.', '执行首日。')) effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Yuan per price unit, 4 decimals.', '每计价单位金额(元),四位小数。')) amount!: string;
}

@ObjectType('ConvergenceSchedule', {
  simpleResolvers: true,
  description: bilingual(
    'What a pooling area set for a product that was not selected, and how it comes down to its target.',
    '统筹区为非中选产品设定的支付标准及其逐步调整方案。',
  ),
})
export class ConvergenceScheduleType {
  productId!: string;
  areaCode!: string;
  roundId!: string;
  approvalId!: string;

  @Field(() => StandardBasisEnum, always('What it is: a cap of a stent, or the standard of a drug.', '类型:支架支付上限或药品支付标准。'))
  basis!: StandardBasis;
  @Field(() => DateScalar, always('The first day.', '起始日。')) startsOn!: string;
  @Field(() => DateScalar, always('The last day on which it may reach its target.', '调整到位的最后期限(含当日)。')) deadline!: string;
  @Field(
    () => DecimalScalar,
    always('The amount from the first day on, yuan per price unit, 4 decimals.', '起始金额(元/计价单位),四位小数。'),
  )
  startAmount!: string;
  @Field(() => DecimalScalar, always('What it comes down to, fixed when the schedule was made.', '目标价,方案制定时确定。'))
  targetAmount!: string;
  @Field(() => String, always('What the amounts are for.', '计价单位。')) priceUnit!: string;
  @Field(() => ConvergenceModeEnum, always('How it comes down.', '调整方式。')) mode!: ConvergenceMode;
  @Field(() => DecimalScalar, maybe('Of a drug: its price at the end of the year before.', '药品的上年底价格。')) priceBefore!:
    | string
    | null;
  @Field(() => String, always('The notice that sets it.', '依据文件。')) source!: string;
  @Field(
    () => [ConvergenceStepType],
    always('The steps after the first amount, in the order of their days.', '起始金额之后的各步,按日期先后。'),
  )
  steps!: readonly ConvergenceStepType[];
  @Field(() => ExplanationType, always('How it was derived.', '推导。')) explanation!: Explanation;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

export const warningKinds = ['SINGLE_JUMP', 'CAP_ABOVE_TRANSACTION_PRICES'] as const;

const ConvergenceWarningKindEnum = enumOf(warningKinds);
registerEnumType(ConvergenceWarningKindEnum, {
  name: 'ConvergenceWarningKind',
  description: bilingual('What is allowed, but should be looked at.', '允许但须留意的事项。'),
  valuesConfig: enumValues({
    SINGLE_JUMP: ['The whole way down is one step.', '一步调整到位。'],
    CAP_ABOVE_TRANSACTION_PRICES: ['The cap lies above every price that it rests on.', '支付上限高于全部成交价。'],
  }),
});

@ObjectType('ConvergenceWarning', {
  simpleResolvers: true,
  description: bilingual('Something that is allowed, but should be looked at.', '允许但须留意的事项。'),
})
export class ConvergenceWarningType {
  @Field(() => ConvergenceWarningKindEnum, always('What it is.', '类型。')) kind!: (typeof warningKinds)[number];
  @Field(() => String, always('In English.', '说明(英文)。')) message!: string;
  @Field(() => String, always('In Chinese.', '说明(中文)。')) messageZh!: string;
}

@ObjectType('ConvergenceTrial', {
  simpleResolvers: true,
  description: bilingual('What would be said of a schedule if it were proposed; nothing is recorded.', '对拟提方案的试算结果,不作录入。'),
})
export class ConvergenceTrialType {
  @Field(() => [UserErrorType], always('Everything that stands against it; empty when it can be proposed.', '全部不符之处;可提出时为空。'))
  userErrors!: Refusal[];
  @Field(() => [ConvergenceWarningType], always('What should be looked at.', '须留意的事项。')) warnings!: ConvergenceWarningType[];
  @Field(() => DateScalar, maybe('The first day; null where it is not known.', '起始日;不详时为空。')) startsOn!: string | null;
  @Field(() => DateScalar, maybe('The last day on which it may reach its target.', '调整到位的最后期限(含当日)。')) deadline!:
    | string
    | null;
  @Field(() => DecimalScalar, maybe('What it has to come down to, yuan per price unit.', '目标价(元/计价单位)。')) targetAmount!:
    | string
    | null;
  @Field(() => String, maybe('What the amounts are for.', '计价单位。')) priceUnit!: string | null;
  @Field(() => [ConvergenceStepType], always('The steps, as computed or given.', '各步,测算所得或所给。')) steps!: ConvergenceStepType[];
}
