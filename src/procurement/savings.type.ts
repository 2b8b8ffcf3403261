import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';

@ObjectType('PriceCut', {
  simpleResolvers: true,
  description: bilingual('The part of the price before that a winning price saves.', '中选价相对原价的降幅。'),
})
export class PriceCutType {
  @Field(() => DecimalScalar, always('The cut in percent, 2 decimals, half up.', '降幅(%),两位小数,四舍五入。')) percent!: string;
  @Field(() => ExplanationType, always('How it was derived.', '推导。')) explanation!: Explanation;
}

@ObjectType('Savings', {
  simpleResolvers: true,
  description: bilingual('What a lower price saves on the agreed quantity.', '降价在约定采购量上节约的金额。'),
})
export class SavingsType {
  @Field(() => DecimalScalar, always('In all, yuan, 2 decimals, half up.', '合计(元),两位小数,四舍五入。')) total!: string;
  @Field(() => DecimalScalar, maybe("The fund's part, where its ratio is given.", '基金部分(给出支付比例时)。')) fund!: string | null;
  @Field(() => DecimalScalar, maybe("The patients' part: the total less the fund's.", '患者部分:合计减去基金部分。')) patients!:
    | string
    | null;
  @Field(() => ExplanationType, always('How it was derived.', '推导。')) explanation!: Explanation;
}

@InputType({ description: bilingual('One side of a margin simulation.', '毛利测算的一方。') })
export class MarginCaseInput {
  @Field(() => DecimalScalar, always('The price, yuan per unit.', '价格,元/单位。')) price!: string;
  @Field(() => DecimalScalar, always('The cost, yuan per unit.', '成本,元/单位。')) cost!: string;
  @Field(() => QuantityScalar, always('The volume, in units.', '销量(单位)。')) volume!: number;
}

@ObjectType('MarginSimulation', {
  simpleResolvers: true,
  description: bilingual('Whether a larger volume makes up for a smaller margin; decides nothing.', '以量补价测算,仅供参考。'),
})
export class MarginSimulationType {
  @Field(() => DecimalScalar, always('Old margin × old volume, yuan.', '原毛利×原销量(元)。')) before!: string;
  @Field(() => DecimalScalar, always('New margin × new volume, yuan.', '新毛利×新销量(元)。')) after!: string;
  @Field(() => DecimalScalar, always('The difference, yuan.', '差额(元)。')) change!: string;
  @Field(() => Boolean, always('Whether the new total covers the old.', '新毛利总额是否不低于原总额。')) isCovered!: boolean;
  @Field(() => QuantityScalar, maybe('The smallest volume that keeps the old total; null without a margin.', '保本销量;无毛利时为空。'))
  breakEvenVolume!: number | null;
  @Field(() => ExplanationType, always('How it was derived.', '推导。')) explanation!: Explanation;
}

@ObjectType('CommittedQuantity', {
  simpleResolvers: true,
  description: bilingual(
    'What the institutions of one pooling area commit to buy of a product in an agreement year.',
    '某统筹区医疗机构某协议年度对某产品的约定采购量。',
  ),
})
export class CommittedQuantityType {
  areaCode!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => QuantityScalar, always('The quantity, in counting units.', '约定采购量(计数单位)。')) quantity!: number;
  @Field(() => Int, always('How many institutions it comes from.', '涉及医疗机构数。')) institutions!: number;
}
