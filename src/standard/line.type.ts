import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { InstitutionLevelEnum, type InstitutionLevel } from '../catalogue/index.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { InsuranceSchemeEnum } from './fund-ratio.type.ts';
import type { InsuranceScheme } from './insurance-scheme.ts';
import type { StandardBasis } from './policy/index.ts';
import { StandardBasisEnum, StandardReasonEnum, standardReasons, standardReasonWords, type StandardReason } from './standard.type.ts';

/** Why a line is not split: no amount, no ratio, or a line that is none. */
export const lineReasons = [...standardReasons, 'NO_RATIO', 'MALFORMED_PRICE', 'MALFORMED_QUANTITY'] as const;
export type LineReason = (typeof lineReasons)[number];

const LineReasonEnum = enumOf(lineReasons);
registerEnumType(LineReasonEnum, {
  name: 'LineReason',
  description: bilingual('Why a line is not split.', '明细未能分担的原因。'),
  valuesConfig: enumValues({
    ...standardReasonWords,
    NO_RATIO: [
      'No ratio of the fund is prescribed for the area, scheme, level and day.',
      '未规定该地区、险种、机构等级在该日的基金支付比例。',
    ],
    MALFORMED_PRICE: ['A price is above 0 and has at most 4 decimals.', '价格须大于 0,至多四位小数。'],
    MALFORMED_QUANTITY: ['A quantity is above 0.', '数量须大于 0。'],
  }),
});

@ObjectType('PaymentStandardLine', {
  simpleResolvers: true,
  description: bilingual('What one of many look-ups found, in the order asked.', '批量查询中一项的结果,与所问次序相同。'),
})
export class PaymentStandardLineType {
  @Field(() => String, always('The code of the product, as asked.', '所查询的产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the area, as asked.', '所查询的地区代码。')) areaCode!: string;
  @Field(() => DateScalar, always('The day, as asked.', '所查询的日期。')) asOf!: string;
  @Field(
    () => DecimalScalar,
    maybe('Yuan per price unit, 4 decimals; null for the reason given.', '每计价单位金额(元),四位小数;为空时见原因。'),
  )
  amount!: string | null;
  @Field(() => StandardBasisEnum, maybe('What it rests on; null without a standard.', '依据;无支付标准时为空。'))
  basis!: StandardBasis | null;
  @Field(() => Boolean, maybe('Whether the fund pays on it; null without a standard.', '是否纳入医保支付范围;无支付标准时为空。'))
  inScope!: boolean | null;
  @Field(() => StandardReasonEnum, maybe('Why there is no amount; null where there is one.', '无金额的原因;有金额时为空。'))
  reason!: StandardReason | null;
  @Field(() => String, maybe('What the amount is for; null without a standard.', '计价单位;无支付标准时为空。')) priceUnit!: string | null;
}

@ObjectType('PricedLine', {
  simpleResolvers: true,
  description: bilingual(
    'A line of a claim, split between the fund and the patient: fund + patient = total, in scope + above the standard = total.',
    '费用明细的分担:基金支付 + 患者负担 = 总额,纳入支付范围 + 超出支付标准 = 总额。',
  ),
})
export class PricedLineType {
  @Field(() => String, always('The code of the product, as asked.', '产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the area, as asked.', '地区代码。')) areaCode!: string;
  @Field(() => InsuranceSchemeEnum, always('The scheme, as asked.', '险种。')) scheme!: InsuranceScheme;
  @Field(() => InstitutionLevelEnum, maybe('The level, as asked.', '医疗机构等级。')) institutionLevel!: InstitutionLevel | null;
  @Field(() => DateScalar, always('The day, as asked.', '日期。')) asOf!: string;
  @Field(() => DecimalScalar, always('The actual price, as asked.', '实际价格。')) price!: string;
  @Field(() => QuantityScalar, always('The quantity, as asked.', '数量。')) quantity!: number;
  @Field(() => DecimalScalar, maybe('Price times quantity, yuan; null for a line that is none.', '价格乘以数量(元);明细无效时为空。'))
  total!: string | null;
  @Field(() => DecimalScalar, maybe('The payment standard: yuan per price unit.', '医保支付标准:每计价单位金额(元)。')) standard!:
    | string
    | null;
  @Field(() => StandardBasisEnum, maybe('What the standard rests on.', '支付标准的依据。')) basis!: StandardBasis | null;
  @Field(() => String, maybe('What standard and price are for.', '计价单位。')) priceUnit!: string | null;
  @Field(() => Boolean, maybe('Whether the fund pays on it.', '是否纳入医保支付范围。')) inScope!: boolean | null;
  @Field(() => DecimalScalar, maybe('The ratio of the fund, in percent.', '基金支付比例(百分比)。')) ratioPercent!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'The lower of price and standard times the quantity, yuan; null for the reason given, as all that follow.',
      '价格与支付标准中较低者乘以数量(元);为空时见原因,以下各项同。',
    ),
  )
  inScopeAmount!: string | null;
  @Field(() => DecimalScalar, maybe('What the fund pays, yuan, rounded half up once.', '基金支付金额(元),四舍五入一次。'))
  fundAmount!: string | null;
  @Field(() => DecimalScalar, maybe('What the patient pays: the total less the fund, yuan.', '患者负担金额(元):总额减基金支付。'))
  patientAmount!: string | null;
  @Field(() => DecimalScalar, maybe('What of the patient’s is above the standard, yuan.', '患者负担中超出支付标准的金额(元)。'))
  aboveStandardAmount!: string | null;
  @Field(() => LineReasonEnum, maybe('Why it is not split; null where it is.', '未能分担的原因;已分担时为空。')) reason!: LineReason | null;
  @Field(() => ExplanationType, maybe('How it was split; null where it is not.', '分担的推导;未分担时为空。'))
  explanation!: Explanation | null;
}

@ObjectType('CounterfactualLine', {
  simpleResolvers: true,
  description: bilingual(
    'A line of a claim as it is split by the record, and as it would be; a difference is what would be less what is.',
    '费用明细按现行记载与按假设的分担;差额为假设减现行。',
  ),
})
export class CounterfactualLineType {
  @Field(() => String, always('The code of the product, as asked.', '产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the area, as asked.', '地区代码。')) areaCode!: string;
  @Field(() => InsuranceSchemeEnum, always('The scheme, as asked.', '险种。')) scheme!: InsuranceScheme;
  @Field(() => DateScalar, always('The day, as asked.', '日期。')) asOf!: string;
  @Field(() => DecimalScalar, maybe('The payment standard on record.', '现行支付标准。')) standard!: string | null;
  @Field(() => DecimalScalar, maybe('The payment standard as it would be.', '假设的支付标准。')) changedStandard!: string | null;
  @Field(() => DecimalScalar, maybe('The ratio on record, in percent.', '现行支付比例(百分比)。')) ratioPercent!: string | null;
  @Field(() => DecimalScalar, maybe('The ratio as it would be, in percent.', '假设的支付比例(百分比)。')) changedRatioPercent!:
    | string
    | null;
  @Field(() => DecimalScalar, maybe('What the fund pays, yuan.', '基金支付金额(元)。')) fundAmount!: string | null;
  @Field(() => DecimalScalar, maybe('What the fund would pay, yuan.', '假设的基金支付金额(元)。')) changedFundAmount!: string | null;
  @Field(() => DecimalScalar, maybe('The difference for the fund, yuan; null where one of them is.', '基金支付差额(元);任一为空时为空。'))
  fundDifference!: string | null;
  @Field(() => DecimalScalar, maybe('What the patient pays, yuan.', '患者负担金额(元)。')) patientAmount!: string | null;
  @Field(() => DecimalScalar, maybe('What the patient would pay, yuan.', '假设的患者负担金额(元)。')) changedPatientAmount!: string | null;
  @Field(
    () => DecimalScalar,
    maybe('The difference for the patient, yuan; null where one of them is.', '患者负担差额(元);任一为空时为空。'),
  )
  patientDifference!: string | null;
  @Field(() => LineReasonEnum, maybe('Why it is not split.', '未能分担的原因。')) reason!: LineReason | null;
  @Field(() => LineReasonEnum, maybe('Why it would not be split.', '假设下未能分担的原因。')) changedReason!: LineReason | null;
}

@ObjectType('Counterfactual', {
  simpleResolvers: true,
  description: bilingual(
    'What lines of claims would cost if something else were on record; the sums are over the lines that are split both ways.',
    '若记载有所不同,各费用明细的分担;合计仅含两种情形均可分担的明细。',
  ),
})
export class CounterfactualType {
  @Field(() => [CounterfactualLineType], always('The lines, in the order asked.', '各明细,与所问次序相同。'))
  lines!: CounterfactualLineType[];
  @Field(() => Int, always('How many lines are split both ways.', '两种情形均可分担的明细数。')) comparedLines!: number;
  @Field(() => Int, always('How many of them would be split otherwise.', '其中分担有变化的明细数。')) changedLines!: number;
  @Field(() => DecimalScalar, always('What the fund pays, yuan.', '基金支付合计(元)。')) fundAmount!: string;
  @Field(() => DecimalScalar, always('What the fund would pay, yuan.', '假设的基金支付合计(元)。')) changedFundAmount!: string;
  @Field(() => DecimalScalar, always('The difference for the fund, yuan.', '基金支付差额合计(元)。')) fundDifference!: string;
  @Field(() => DecimalScalar, always('What the patients pay, yuan.', '患者负担合计(元)。')) patientAmount!: string;
  @Field(() => DecimalScalar, always('What the patients would pay, yuan.', '假设的患者负担合计(元)。')) changedPatientAmount!: string;
  @Field(() => DecimalScalar, always('The difference for the patients, yuan.', '患者负担差额合计(元)。')) patientDifference!: string;
}
