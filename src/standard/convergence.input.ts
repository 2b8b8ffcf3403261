import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { convergenceModes, type ConvergenceMode } from './policy/index.ts';

export const ConvergenceModeEnum = enumOf(convergenceModes);
registerEnumType(ConvergenceModeEnum, {
  name: 'ConvergenceMode',
  description: bilingual('How a standard comes down to its target.', '支付标准的调整方式。'),
  valuesConfig: enumValues({
    HALF_YEARS: ['Equal steps, every half-year.', '每半年等额调整。'],
    QUARTERS: ['Equal steps, every quarter.', '每季度等额调整。'],
    YEARS: ['Equal steps, every year.', '每年等额调整。'],
    OWN_STEPS: ['The steps that are given.', '按所给步骤调整。'],
  }),
});

@InputType({ description: bilingual('What a product was bought for in your pooling area on a day.', '本统筹区某日某产品的实际成交价。') })
export class RecordTransactionPriceInput extends RecordingInput {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => DateScalar, always('The day of the purchase; not in the future.', '成交日期,不得晚于今日。')) tradedOn!: string;
  @Field(() => DecimalScalar, always('Yuan per price unit, above 0, at most 4 decimals.', '每计价单位价格(元),大于 0,最多四位小数。'))
  price!: string;
  @Field(() => String, always('What the price is for: a tablet, a box, a stent.', '计价单位。')) priceUnit!: string;
  @Field(() => QuantityScalar, always('How many price units.', '成交数量(计价单位)。')) quantity!: number;
  @Field(() => String, always('Where that is recorded.', '依据。')) source!: string;
}

@InputType({ description: bilingual('One step: the amount from a day on.', '一步:自某日起的金额。') })
export class ConvergenceStepInput {
  @Field(() => DateScalar, always('The first day.', '执行首日。')) effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Yuan per price unit, above 0, at most 4 decimals.', '每计价单位金额(元),大于 0,最多四位小数。'))
  amount!: string;
}

@InputType({ description: bilingual('A cap of a non-selected stent and how it comes down.', '非中选支架的支付上限及其调整方案。') })
export class TryConvergenceInput {
  @Field(() => String, always('The code of the product: a stent that is not selected.', '产品代码,须为非中选支架。')) productCode!: string;
  @Field(() => String, always('The code of the pooling area.', '统筹区代码。')) areaCode!: string;
  @Field(() => String, always('The code of the round whose highest winning price is the target.', '批次代码,以其最高中选价为目标。'))
  roundCode!: string;
  @Field(
    () => DecimalScalar,
    always('The cap, yuan per price unit, above 0, at most 4 decimals.', '支付上限(元/计价单位),大于 0,最多四位小数。'),
  )
  capAmount!: string;
  @Field(() => Boolean, always('Whether the product is within the payment scope of the area.', '该产品是否在当地医保支付范围内。'))
  isInScope!: boolean;
  @Field(
    () => DateScalar,
    maybe(
      'The first day; unless given the day on which the result of the round took effect in the area.',
      '起始日,默认为当地执行该批次中选结果之日。',
    ),
  )
  startsOn?: string | null;
  @Field(() => ConvergenceModeEnum, always('How it comes down.', '调整方式。')) mode!: ConvergenceMode;
  @Field(
    () => [ConvergenceStepInput],
    maybe('The steps of OWN_STEPS, at most 100; none otherwise.', 'OWN_STEPS 的各步,最多 100 步;其他方式不填。'),
  )
  steps?: ConvergenceStepInput[] | null;
}

@InputType({
  description: bilingual(
    'A cap of a non-selected stent and how it comes down, to be approved.',
    '待批准的非中选支架支付上限及其调整方案。',
  ),
})
export class ProposeConvergenceInput extends TryConvergenceInput implements RecordingInput {
  @Field(
    () => String,
    always(
      'A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.',
      '自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。',
    ),
  )
  idempotencyKey!: string;
  @Field(() => String, always('The notice that sets it.', '依据文件。')) source!: string;
}

@InputType({
  description: bilingual(
    'The standard of a drug of the same generic name as a selected one, to be approved.',
    '待批准的同通用名非中选药品支付标准。',
  ),
})
export class ProposeDrugStandardInput extends RecordingInput {
  @Field(() => String, always('The code of the drug that is not selected.', '非中选药品代码。')) productCode!: string;
  @Field(() => String, always('The code of your pooling area.', '本统筹区代码。')) areaCode!: string;
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(
    () => String,
    always(
      'The code of the selected product of the same generic name whose winning price is meant.',
      '同通用名中选产品代码,以其中选价为准。',
    ),
  )
  selectedProductCode!: string;
  @Field(
    () => DecimalScalar,
    always(
      'The price of the drug at the end of the year before, per unit of the winning price.',
      '该药品上年底价格(计价单位与中选价相同)。',
    ),
  )
  priceBefore!: string;
  @Field(() => String, always('Where that price is recorded.', '上年底价格的依据。')) priceBeforeSource!: string;
  @Field(() => Boolean, always('Whether it has passed the consistency evaluation.', '是否通过一致性评价。')) hasPassedEvaluation!: boolean;
  @Field(() => Int, maybe('Of a price that is cut: within how many years; the least unless given.', '须下调时:调整年数,默认最短年数。'))
  years?: number | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'Of a price that is cut: the first standard; the most that is allowed unless given.',
      '须下调时:首年支付标准,默认为允许的最高值。',
    ),
  )
  firstYearAmount?: string | null;
  @Field(
    () => DateScalar,
    maybe(
      'The first day; unless given the day on which the result of the round took effect in the area.',
      '起始日,默认为当地执行该批次中选结果之日。',
    ),
  )
  startsOn?: string | null;
  @Field(() => String, always('The notice that sets it.', '依据文件。')) source!: string;
}

@InputType({ description: bilingual('The national standard of a negotiated product.', '谈判药品的全国支付标准。') })
export class PublishNegotiatedStandardInput extends RecordingInput {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => DecimalScalar, always('Yuan per price unit, above 0, at most 4 decimals.', '每计价单位金额(元),大于 0,最多四位小数。'))
  amount!: string;
  @Field(() => String, always('What the amount is for: a tablet, a box.', '计价单位。')) priceUnit!: string;
  @Field(() => DateScalar, always('The first day of the agreement.', '协议首日。')) validFrom!: string;
  @Field(() => DateScalar, always('The first day after the agreement.', '协议期满后的首日。')) validTo!: string;
  @Field(() => String, always('The document that publishes it.', '公布文件。')) document!: string;
  @Field(() => String, maybe('The price talk that it comes from, as you refer to it.', '所依据的价格谈判编号。')) talkReference?:
    | string
    | null;
}
