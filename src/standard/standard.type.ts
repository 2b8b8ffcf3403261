import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { standardBases, type StandardBasis } from './policy/index.ts';
import { standardSeen } from './rights.ts';

export const StandardBasisEnum = enumOf(standardBases);
registerEnumType(StandardBasisEnum, {
  name: 'StandardBasis',
  description: bilingual('What a payment standard rests on.', '支付标准的依据。'),
  valuesConfig: enumValues({
    WINNING_PRICE: ['The winning price of a round that is in effect in the area.', '当地正在执行的中选价。'],
    NEGOTIATED_PRICE: ['The price of a negotiation, in its agreement period.', '协议期内的谈判价。'],
    LOCAL_CAP: ['The cap that the area set for a non-selected stent.', '当地为非中选支架设定的支付上限。'],
    NON_SELECTED_DRUG: [
      'What follows for a non-selected drug from its price and the winning price.',
      '非中选药品按其价格与中选价确定的标准。',
    ],
  }),
});

/** Why a look-up has no amount. */
export const standardReasons = ['PRODUCT_UNKNOWN', 'AREA_UNKNOWN', 'NOT_ON_RECORD', 'NO_STANDARD'] as const;
export type StandardReason = (typeof standardReasons)[number];

export const standardReasonWords = {
  PRODUCT_UNKNOWN: ['No product with this code is on record.', '没有此代码的产品。'],
  AREA_UNKNOWN: ['No area with this code is on record.', '没有此代码的地区。'],
  NOT_ON_RECORD: [
    'There is a standard, but its amount is not on record: a winning price that is not, or the days after a term.',
    '应有支付标准,但金额未记录:中选价未记录,或执行期届满后的价格未记录。',
  ],
  NO_STANDARD: ['No standard is set for the product in the area on that day.', '该日当地未对该产品设定支付标准。'],
} as const satisfies Record<StandardReason, readonly [string, string]>;

export const StandardReasonEnum = enumOf(standardReasons);
registerEnumType(StandardReasonEnum, {
  name: 'StandardReason',
  description: bilingual('Why there is no amount.', '无支付标准金额的原因。'),
  valuesConfig: enumValues(standardReasonWords),
});

@ObjectType('PaymentStandardPeriod', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standardSeen.words(
    'A payment standard of a product in an area over a stretch of days, and since when that is what the record says.',
    '某产品在某地区一段日期内的支付标准,及该记载自何时起有效。',
  ),
})
export class PaymentStandardPeriodType extends RecordedType {
  @Field(() => StandardBasisEnum, always('What it rests on.', '依据。')) basis!: StandardBasis;
  @Field(
    () => DecimalScalar,
    maybe('Yuan per price unit, 4 decimals; null where not on record.', '每计价单位金额(元),四位小数;未记录时为空。'),
  )
  amount!: string | null;
  @Field(() => String, always('What the amount is for: a tablet, a box, a stent.', '计价单位。')) priceUnit!: string;
  @Field(() => Boolean, always('Whether the fund pays on it at all.', '是否纳入医保支付范围。')) inScope!: boolean;
  @Field(() => DateScalar, always('The first day.', '首日。')) validFrom!: string;
  @Field(() => DateScalar, maybe('The first day after; null where no end is fixed.', '失效首日(不含);未定终止日的为空。')) validTo!:
    | string
    | null;
  @Field(
    () => DateTimeScalar,
    maybe('When the record began to say otherwise; null for what it says now.', '记载被取代的时刻;现行记载为空。'),
  )
  supersededAt!: Date | null;
  @Field(() => ExplanationType, always('How it was derived, as recorded then.', '推导,以记录当时为准。')) explanation!: Explanation;
}
export const PaymentStandardPeriodConnection = connectionOf(PaymentStandardPeriodType, 'PaymentStandardPeriod', '支付标准');

@ObjectType('RoundImplementation', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standardSeen.words(
    'From when on an area uses the result of a round; the last recorded one of an area and round counts.',
    '某地区自何日起执行某批次中选结果;同一地区同一批次以最后录入的为准。',
  ),
})
export class RoundImplementationType extends RecordedType {
  @Field(() => DateScalar, always('The first day.', '执行首日。')) effectiveFrom!: string;
  @Field(() => DateScalar, maybe('The first day after the term; null where its end is not fixed.', '届满后首日;未定期限的为空。'))
  effectiveTo!: string | null;
  @Field(() => String, always('The notice that says so.', '依据文件。')) source!: string;
}
export const RoundImplementationConnection = connectionOf(RoundImplementationType, 'RoundImplementation', '中选结果执行');

@ObjectType('PaymentStandard', {
  simpleResolvers: true,
  description: bilingual(
    'What the fund pays on for a product in an area on a day, as it was on record at a moment.',
    '某时刻的记载中,某产品在某地区某日的医保支付标准。',
  ),
})
export class PaymentStandardType {
  productId!: string;
  areaCode!: string;

  @Field(() => DateScalar, always('The day.', '适用日期。')) asOf!: string;
  @Field(
    () => DecimalScalar,
    maybe('Yuan per price unit, 4 decimals; null for the reason given.', '每计价单位金额(元),四位小数;为空时见原因。'),
  )
  amount!: string | null;
  @Field(() => String, maybe('What the amount is for; null without a standard.', '计价单位;无支付标准时为空。')) priceUnit!: string | null;
  @Field(() => StandardBasisEnum, maybe('What it rests on; null without a standard.', '依据;无支付标准时为空。'))
  basis!: StandardBasis | null;
  @Field(() => Boolean, maybe('Whether the fund pays on it; null without a standard.', '是否纳入医保支付范围;无支付标准时为空。'))
  inScope!: boolean | null;
  @Field(() => StandardReasonEnum, maybe('Why there is no amount; null where there is one.', '无金额的原因;有金额时为空。'))
  reason!: StandardReason | null;
  @Field(() => DateScalar, maybe('The first day on which it holds.', '首日。')) validFrom!: string | null;
  @Field(() => DateScalar, maybe('The first day after; null where no end is fixed.', '失效首日(不含);未定终止日的为空。')) validTo!:
    | string
    | null;
  @Field(() => DateTimeScalar, maybe('When it was recorded.', '录入时刻。')) recordedAt!: Date | null;
  @Field(() => ExplanationType, maybe('How it was derived; null without a standard.', '推导;无支付标准时为空。'))
  explanation!: Explanation | null;
}
