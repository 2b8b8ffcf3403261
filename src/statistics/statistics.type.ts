import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { CodeFilter, QuantityFilter } from '../platform/graphql/filter.input.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { scopes } from './rights.ts';
import { statisticsDimensions } from './statistics-dimensions.ts';

export const StatisticsDimensionEnum = enumOf(statisticsDimensions);
registerEnumType(StatisticsDimensionEnum, {
  name: 'StatisticsDimension',
  description: bilingual('By what statistics are grouped.', '统计分组维度。'),
  valuesConfig: enumValues({
    ROUND: ['By round.', '按批次。'],
    LOT: ['By lot.', '按竞价单元。'],
    PRODUCT: ['By product.', '按产品。'],
    ENTERPRISE: ['By the enterprise that holds the product.', '按产品持有企业。'],
    PROVINCE: [
      'By the province of the pooling area; a pooling area without one above it is its own.',
      '按统筹区所属省级地区;无上级地区的统筹区即其本身。',
    ],
    AREA: ['By pooling area.', '按统筹区。'],
    INSTITUTION: ['By institution; needs a filter by roundCode or areaCode.', '按医疗机构;须同时以 roundCode 或 areaCode 筛选。'],
    AGREEMENT_YEAR: ['By agreement year.', '按协议年度。'],
    MONTH: [
      'By month of the order, delivery, acceptance or payment; what is overdue by the month in which it fell due. Agreed volumes have none.',
      '按订单、到货、验收或付款的月份;逾期货款按到期月份。约定采购量不分月。',
    ],
  }),
});

const StatisticsScopeEnum = enumOf(scopes);
registerEnumType(StatisticsScopeEnum, {
  name: 'StatisticsScope',
  description: bilingual('Of whose orders, deliveries and payments sums tell.', '订单、到货与付款统计所涵盖的范围。'),
  valuesConfig: enumValues({
    ALL: ['Of all.', '全部。'],
    OWN_AREA: ["Of the caller's pooling area.", '调用者所在统筹区。'],
    OWN_PRODUCTS: ['Of the products that the calling enterprise holds.', '调用企业持有的产品。'],
    OWN_PURCHASES: ['Of what the calling institution buys.', '调用医疗机构的采购。'],
    NONE: ['Of none; their measures are null.', '不可见,相应指标为空。'],
  }),
});

@InputType({
  description: bilingual('What statistics are about; all fields given must hold.', '统计范围,所给各项须同时满足。'),
})
export class StatisticsFilter {
  @Field(() => CodeFilter, maybe("The round's business code.", '批次代码。')) roundCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The lot's code.", '竞价单元代码。')) lotCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe("The product's business code.", '产品业务代码。')) productCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe('The business code of the enterprise that holds the product.', '产品持有企业业务代码。'))
  enterpriseCode?: CodeFilter | null;
  @Field(() => CodeFilter, maybe('The code of the pooling area.', '统筹区代码。')) areaCode?: CodeFilter | null;
  @Field(() => QuantityFilter, maybe('The agreement year.', '协议年度。')) agreementYear?: QuantityFilter | null;
  @Field(() => Boolean, maybe('True: demonstration data alone. False: without it.', 'true 仅统计演示数据,false 不含演示数据。'))
  synthetic?: boolean | null;
}

const notTold = 'null to whoever sees none of it';
const notToldZh = '无权查看者为空';

@ObjectType('StatisticsRow', {
  simpleResolvers: true,
  description: bilingual('The measures of one group.', '一个分组的统计指标。'),
})
export class StatisticsRowType {
  roundId!: string | null;
  lotId!: string | null;
  productId!: string | null;
  enterpriseId!: string | null;
  provinceCode!: string | null;
  areaCode!: string | null;
  institutionId!: string | null;

  @Field(() => Int, maybe('The agreement year; null where it is no dimension.', '协议年度;未按其分组时为空。'))
  agreementYear!: number | null;
  @Field(
    () => DateScalar,
    maybe('The first day of the month; null where it is no dimension, and for agreed volumes.', '月份首日;未按其分组时及约定采购量为空。'),
  )
  month!: string | null;
  @Field(
    () => Boolean,
    always('Whether demonstration data (confidence SYNTHETIC) is in the group.', '是否含演示数据(可信程度为 SYNTHETIC)。'),
  )
  containsSynthetic!: boolean;
  @Field(() => Int, always('How many agreed volumes are summed.', '约定采购量条数。')) volumeCount!: number;
  @Field(() => QuantityScalar, always('Agreed, in counting units.', '约定采购量(计数单位)。')) agreedQuantity!: number;
  @Field(
    () => DecimalScalar,
    maybe(
      'Agreed quantity × winning price in yuan, 2 decimals, each volume rounded half up once; null where a price per counting unit is not on record.',
      '约定采购量×中选价(元),两位小数,逐条四舍五入一次;有单位价格未记录时为空。',
    ),
  )
  agreedAmount!: string | null;
  @Field(
    () => Int,
    always('How many of the volumes have no price on record, and no amount therefore.', '无价格记录、因而无金额的约定采购量条数。'),
  )
  volumesWithoutPrice!: number;
  @Field(
    () => DecimalScalar,
    maybe(
      'Agreed quantity × (price before − winning price) in yuan, rounded as the amount; null where a price is not on record.',
      '约定采购量×(原价−中选价)(元),舍入同金额;有价格未记录时为空。',
    ),
  )
  savings!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'What the fund saves of it, in yuan: savings × the ratio of each pooling area for the scheme on the day, rounded half up once in each group; null without a scheme, and where a price or a ratio is not on record.',
      '其中基金节约金额(元):节约金额×各统筹区当日该险种支付比例,每组四舍五入一次;未给险种,或价格、比例未记录时为空。',
    ),
  )
  fundSavings!: string | null;
  @Field(
    () => DecimalScalar,
    maybe('What patients save of it, in yuan: savings less what the fund saves.', '其中患者节约金额(元):节约金额减去基金节约金额。'),
  )
  patientSavings!: string | null;
  @Field(
    () => Int,
    always(
      'How many of the volumes lack one of the two prices, and savings therefore.',
      '缺原价或中选价、因而无节约金额的约定采购量条数。',
    ),
  )
  volumesWithoutSavings!: number;
  @Field(() => QuantityScalar, maybe(`Ordered, in counting units; ${notTold}.`, `订购量(计数单位);${notToldZh}。`))
  orderedQuantity!: number | null;
  @Field(() => QuantityScalar, maybe(`Delivered, in counting units; ${notTold}.`, `到货量(计数单位);${notToldZh}。`))
  deliveredQuantity!: number | null;
  @Field(
    () => QuantityScalar,
    maybe(`Accepted and not returned, in counting units; ${notTold}.`, `验收合格且未退货的数量(计数单位);${notToldZh}。`),
  )
  acceptedQuantity!: number | null;
  @Field(
    () => DecimalScalar,
    maybe(
      `Accepted quantity ÷ agreed quantity, 4 decimals, half up; null where nothing is agreed, and ${notTold}.`,
      `验收量÷约定采购量,四位小数,四舍五入;无约定采购量时及${notToldZh}。`,
    ),
  )
  completionRatio!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      `What is payable for accepted goods, less returns, in yuan, 2 decimals; ${notTold}.`,
      `验收货款扣除退货后的金额(元),两位小数;${notToldZh}。`,
    ),
  )
  acceptedAmount!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(`Paid, less reversals, in yuan, 2 decimals; ${notTold}.`, `已付货款扣除冲正后的金额(元),两位小数;${notToldZh}。`),
  )
  paidAmount!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      `Fell due before the day and was not paid by it, in yuan, 2 decimals; ${notTold}.`,
      `截至该日已逾期而未付的货款(元),两位小数;${notToldZh}。`,
    ),
  )
  overdueAmount!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      `Prepaid by the fund, top-ups included, in yuan, 2 decimals; null by round, lot, product or enterprise, of which it is not, and ${notTold}.`,
      `医保基金已预付金额(含追加,元),两位小数;按批次、竞价单元、产品或企业分组或筛选时为空,${notToldZh}。`,
    ),
  )
  prepaidAmount!: string | null;
}

@ObjectType('ProcurementStatistics', {
  simpleResolvers: true,
  description: bilingual('Sums of agreed volumes, and of what became of them, by group.', '约定采购量及其履行情况的分组统计。'),
})
export class ProcurementStatisticsType {
  @Field(
    () => DateTimeScalar,
    maybe('When the latest of what is summed was recorded; null where nothing is.', '所统计数据的最近录入时刻;无数据时为空。'),
  )
  dataThrough!: Date | null;
  @Field(
    () => StatisticsScopeEnum,
    maybe(
      'Of whose orders, deliveries and payments the answer is, agreed volumes then included; null where none of their measures is asked for.',
      '订单、到货与付款指标(及同一答复中的约定采购量)所涵盖的范围;未查询此类指标时为空。',
    ),
  )
  scope!: (typeof scopes)[number] | null;
  @Field(() => [StatisticsRowType], always('The groups, by their codes in the order of the dimensions.', '各分组,依维度次序按代码排列。'))
  rows!: StatisticsRowType[];
}
