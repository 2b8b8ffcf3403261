import { Extensions, Field, InputType } from 'type-graphql';
import { InstitutionLevelEnum, type InstitutionLevel } from '../catalogue/index.ts';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { InsuranceSchemeEnum } from './fund-ratio.type.ts';
import type { InsuranceScheme } from './insurance-scheme.ts';

/** What is said of an argument `knownAt`. */
export const knownAtWords = maybe(
  'As it was on record at this moment, which is past; as it is now unless given. The same moment is answered the same for ever.',
  '以该时刻(须已过去)的记载为准,默认现行记载。同一时刻的答复永远相同。',
);

@Extensions({ lines: true })
@InputType({
  description: bilingual('A product in an area on a day, of which the payment standard is asked.', '所查询的产品、地区与日期。'),
})
export class PaymentStandardLookup {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the area.', '地区代码。')) areaCode!: string;
  @Field(() => DateScalar, always('The day.', '适用日期。')) asOf!: string;
}

@Extensions({ lines: true })
@InputType({ description: bilingual('A line of a claim, to be split between the fund and the patient.', '待分担的费用明细。') })
export class ClaimLineInput {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the pooling area that pays.', '支付的统筹区代码。')) areaCode!: string;
  @Field(() => InsuranceSchemeEnum, always('The scheme of the patient.', '患者参保险种。')) scheme!: InsuranceScheme;
  @Field(
    () => InstitutionLevelEnum,
    maybe('The level of the institution; without it only a ratio for all levels counts.', '医疗机构等级;不填时仅采用适用全部等级的比例。'),
  )
  institutionLevel?: InstitutionLevel | null;
  @Field(() => DateScalar, always('The day of the claim.', '费用发生日期。')) asOf!: string;
  @Field(
    () => DecimalScalar,
    always('The actual price: yuan per price unit, above 0, up to 4 decimals.', '实际价格:每计价单位金额(元),大于 0,至多四位小数。'),
  )
  price!: string;
  @Field(() => QuantityScalar, always('How many price units, above 0.', '计价单位数量,大于 0。')) quantity!: number;
}

@InputType({
  description: bilingual('A payment standard that is taken to hold instead of those on record.', '假设适用、替代现行记载的支付标准。'),
})
export class StandardOverride {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => String, maybe('The code of the area; all unless given.', '地区代码;不填则适用全部地区。')) areaCode?: string | null;
  @Field(() => DateScalar, maybe('The first day; from the beginning unless given.', '首日;不填则自始适用。')) from?: string | null;
  @Field(() => DateScalar, maybe('The first day after; without end unless given.', '失效首日(不含);不填则无终止日。')) to?: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'Yuan per price unit, above 0, up to 4 decimals; none where no standard holds.',
      '每计价单位金额(元),大于 0,至多四位小数;不填表示无支付标准。',
    ),
  )
  amount?: string | null;
}

@InputType({
  description: bilingual('A ratio of the fund that is taken to hold instead of those on record.', '假设适用、替代现行记载的基金支付比例。'),
})
export class FundRatioOverride {
  @Field(() => String, maybe('The code of the area; all unless given.', '地区代码;不填则适用全部地区。')) areaCode?: string | null;
  @Field(() => InsuranceSchemeEnum, maybe('The scheme; both unless given.', '险种;不填则适用两种。')) scheme?: InsuranceScheme | null;
  @Field(() => InstitutionLevelEnum, maybe('The level of institution; all unless given.', '医疗机构等级;不填则适用全部等级。'))
  institutionLevel?: InstitutionLevel | null;
  @Field(() => DateScalar, maybe('The first day; from the beginning unless given.', '首日;不填则自始适用。')) from?: string | null;
  @Field(() => DateScalar, maybe('The first day after; without end unless given.', '失效首日(不含);不填则无终止日。')) to?: string | null;
  @Field(() => DecimalScalar, always('In percent, above 0 and at most 100, up to 3 decimals.', '百分比,大于 0 且不超过 100,至多三位小数。'))
  ratioPercent!: string;
}

@InputType({
  description: bilingual(
    'What is taken to be on record instead; of several that fit the last one counts.',
    '假设的记载;多项适用时以最后一项为准。',
  ),
})
export class CounterfactualInput {
  @Field(() => [StandardOverride], { ...always('Other standards.', '其他支付标准。'), defaultValue: [] }) standards!: StandardOverride[];
  @Field(() => [FundRatioOverride], { ...always('Other ratios.', '其他支付比例。'), defaultValue: [] }) ratios!: FundRatioOverride[];
}
