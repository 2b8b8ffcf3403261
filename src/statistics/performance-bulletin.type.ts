import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { suppressionReasons, type SuppressionReason } from './policy/index.ts';
import { bulletinSeen } from './rights.ts';

export const SuppressionReasonEnum = enumOf(suppressionReasons);
registerEnumType(SuppressionReasonEnum, {
  name: 'SuppressionReason',
  description: bilingual('Why figures of a bulletin are withheld.', '通报数据不予公布的原因。'),
  valuesConfig: enumValues({
    FEW_CONTRIBUTORS: [
      'Few institutions or enterprises stand behind them (procurement.small-cell).',
      '所涉机构或企业过少(procurement.small-cell)。',
    ],
    FEW_CHANGED: [
      'Few institutions or enterprises changed them since they were last told (statistics.told-block).',
      '自上次公布以来的变动所涉机构或企业过少(statistics.told-block)。',
    ],
    DERIVABLE: [
      'Their difference from other figures of the bulletin would tell of few institutions (statistics.derivable-block).',
      '与其他公布数据相减会透露少数机构的情况(statistics.derivable-block)。',
    ],
  }),
});

const withheld = 'null where withheld';
const withheldZh = '不予公布时为空';

/** What every row of a bulletin tells of itself. */
@ObjectType({ implements: NodeInterface, simpleResolvers: true })
abstract class ToldType extends RecordedType {
  @Field(() => DateScalar, always('The day of the figures.', '数据截止日。')) asOf!: string;
  @Field(() => DateTimeScalar, maybe('As of the bulletin.', '同通报。')) dataThrough!: Date | null;
  @Field(
    () => Boolean,
    always('Whether it is of demonstration data, which is never summed with real rows.', '是否为演示数据;演示数据与真实数据分别统计。'),
  )
  synthetic!: boolean;
  @Field(() => SuppressionReasonEnum, maybe('Why its figures are withheld; null where they are told.', '不予公布的原因;已公布时为空。'))
  suppressed!: SuppressionReason | null;
}

@ObjectType('PublishedAreaPayment', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bulletinSeen.words(
    'What fell due in a pooling area before the day of a bulletin, less returns, and how it was paid.',
    '某统筹区截至通报日前到期的应付货款(扣除退货)及其支付情况。',
  ),
})
export class PublishedAreaPaymentType extends ToldType {
  @Field(() => Int, maybe(`Institutions that owed it; ${withheld}.`, `应付机构数;${withheldZh}。`)) institutions!: number | null;
  @Field(() => Int, maybe(`Enterprises that it was owed to; ${withheld}.`, `应收企业数;${withheldZh}。`)) enterprises!: number | null;
  @Field(() => Int, maybe(`Payables that fell due; ${withheld}.`, `到期应付货款笔数;${withheldZh}。`)) payables!: number | null;
  @Field(() => DecimalScalar, maybe(`What fell due, yuan; ${withheld}.`, `到期金额(元);${withheldZh}。`)) dueAmount!: string | null;
  @Field(() => DecimalScalar, maybe(`What was paid of it by the day, yuan; ${withheld}.`, `其中已付金额(元);${withheldZh}。`))
  paidAmount!: string | null;
  @Field(() => Int, maybe(`Payables paid in whole by their due date; ${withheld}.`, `按时结清笔数;${withheldZh}。`))
  onTimePayables!: number | null;
  @Field(() => DecimalScalar, maybe(`Their amount, yuan; ${withheld}.`, `按时结清金额(元);${withheldZh}。`)) onTimeAmount!: string | null;
  @Field(() => DecimalScalar, maybe(`What is overdue on the day, yuan; ${withheld}.`, `截止日逾期未付金额(元);${withheldZh}。`))
  overdueAmount!: string | null;
}
export const PublishedAreaPaymentConnection = connectionOf(PublishedAreaPaymentType, 'PublishedAreaPayment', '统筹区回款通报');

@ObjectType('PaymentPunctuality', {
  simpleResolvers: true,
  description: bilingual('How much of what fell due was paid on time.', '货款按时结清率。'),
})
export class PaymentPunctualityType {
  @Field(
    () => DecimalScalar,
    always('By amount: paid on time ÷ fell due, 4 decimals, half up.', '按金额:按时结清÷到期,四位小数,四舍五入。'),
  )
  byAmount!: string;
  @Field(() => DecimalScalar, always('By count, likewise.', '按笔数,计算方法同上。')) byCount!: string;
  @Field(() => ExplanationType, always('How both were derived.', '推导过程。')) explanation!: Explanation;
}

@ObjectType('PublishedAreaPrepayment', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bulletinSeen.words(
    'What the fund of a pooling area must prepay for an agreement year, and has prepaid by the day of a bulletin.',
    '某统筹区某协议年度截至通报日医保基金应预付及已预付的情况。',
  ),
})
export class PublishedAreaPrepaymentType extends ToldType {
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => Int, maybe(`Institutions with agreements of the year; ${withheld}.`, `签有当年协议的医疗机构数;${withheldZh}。`))
  institutions!: number | null;
  @Field(() => Int, maybe(`Of them, those below the minimum; ${withheld}.`, `其中预付低于下限的机构数;${withheldZh}。`))
  institutionsBelow!: number | null;
  @Field(() => DecimalScalar, maybe(`The minimum that is to be prepaid, yuan; ${withheld}.`, `应预付下限合计(元);${withheldZh}。`))
  requiredAmount!: string | null;
  @Field(() => DecimalScalar, maybe(`What is prepaid, yuan; ${withheld}.`, `已预付合计(元);${withheldZh}。`)) paidAmount!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      `What institutions below the minimum miss, yuan, closed prepayments left out; ${withheld}.`,
      `预付低于下限机构的差额合计(元),已清结的不计;${withheldZh}。`,
    ),
  )
  missingAmount!: string | null;
}
export const PublishedAreaPrepaymentConnection = connectionOf(PublishedAreaPrepaymentType, 'PublishedAreaPrepayment', '统筹区预付通报');

@ObjectType('PublishedCompletion', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bulletinSeen.words(
    'What is agreed of a selected product for an agreement year, and what of it was accepted by the day of a bulletin.',
    '某中选产品某协议年度的约定采购量,及截至通报日的验收量。',
  ),
})
export class PublishedCompletionType extends ToldType {
  @Field(() => String, always("The round's business code.", '批次代码。')) roundCode!: string;
  @Field(() => String, always("The product's business code.", '产品业务代码。')) productCode!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, always('The first day of the first agreement of the year.', '当年首份协议的首日。')) periodFrom!: string;
  @Field(() => DateScalar, always('The first day after the last agreement of the year.', '当年末份协议期满后的首日。')) periodTo!: string;
  @Field(() => QuantityScalar, always('Agreed, in counting units.', '约定采购量(计数单位)。')) agreedQuantity!: number;
  @Field(() => Int, maybe(`Institutions that bought of it; ${withheld}.`, `已采购机构数;${withheldZh}。`)) institutions!: number | null;
  @Field(
    () => QuantityScalar,
    maybe(`Accepted and not returned, in counting units; ${withheld}.`, `验收合格且未退货的数量(计数单位);${withheldZh}。`),
  )
  acceptedQuantity!: number | null;
}
export const PublishedCompletionConnection = connectionOf(PublishedCompletionType, 'PublishedCompletion', '中选产品完成率通报');

@ObjectType('CompletionAgainstTime', {
  simpleResolvers: true,
  description: bilingual('How much of what is agreed was bought, against how much of the year is gone.', '约定采购量完成率与时间进度。'),
})
export class CompletionAgainstTimeType {
  @Field(
    () => DecimalScalar,
    maybe(
      'Accepted ÷ agreed, in percent, 2 decimals, half up; null where withheld.',
      '完成率:验收量÷约定采购量,百分比,两位小数,四舍五入;不予公布时为空。',
    ),
  )
  completionPercent!: string | null;
  @Field(
    () => DecimalScalar,
    always('Days gone ÷ days of the year, in percent, 2 decimals, half up.', '时间进度:已过天数÷年度天数,百分比,两位小数,四舍五入。'),
  )
  timePercent!: string;
  @Field(() => ExplanationType, maybe('How both were derived; null where withheld.', '推导过程;不予公布时为空。'))
  explanation!: Explanation | null;
}

@ObjectType('PerformanceTotal', {
  simpleResolvers: true,
  description: bilingual(
    'The told pooling areas of a bulletin, summed; what is withheld is in no sum.',
    '通报中已公布统筹区的合计;不予公布的不计入。',
  ),
})
export class PerformanceTotalType {
  @Field(() => Boolean, always('Whether it is of demonstration data.', '是否为演示数据。')) synthetic!: boolean;
  @Field(() => DecimalScalar, always('What fell due in the told pooling areas, yuan.', '已公布统筹区到期金额合计(元)。'))
  dueAmount!: string;
  @Field(() => DecimalScalar, always('What of it was paid, yuan.', '其中已付金额(元)。')) paidAmount!: string;
  @Field(() => DecimalScalar, always('What of it is overdue, yuan.', '其中逾期未付金额(元)。')) overdueAmount!: string;
  @Field(
    () => PaymentPunctualityType,
    maybe('How much was paid on time; null where nothing fell due.', '货款按时结清率;无到期货款时为空。'),
  )
  punctuality!: PaymentPunctualityType | null;
  @Field(() => DecimalScalar, always('What is to be prepaid in the told pooling areas, yuan.', '已公布统筹区应预付合计(元)。'))
  requiredAmount!: string;
  @Field(() => DecimalScalar, always('What is prepaid, yuan.', '已预付合计(元)。')) prepaidAmount!: string;
  @Field(() => DecimalScalar, always('What is missing, yuan.', '预付差额合计(元)。')) missingAmount!: string;
  @Field(
    () => Int,
    always(
      'How many figures of pooling areas are withheld: payments, and prepayments of each agreement year.',
      '不予公布的统筹区数据块数(回款,及各协议年度预付)。',
    ),
  )
  suppressed!: number;
}

@ObjectType('PerformanceBulletin', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bulletinSeen.words(
    'A bulletin: what everybody is told of deliveries, payments and prepayments as of the last day of a month, published once.',
    '履行情况通报:截至某月末的交货、回款与预付情况,一次性公布。',
  ),
})
export class PerformanceBulletinType extends RecordedType {
  @Field(() => DateScalar, always('The day of the figures.', '数据截止日。')) asOf!: string;
  @Field(() => String, always('On what occasion it was published.', '通报事由。')) reason!: string;
  @Field(
    () => DateTimeScalar,
    maybe('When the latest of what is summed was recorded; null where nothing is.', '所统计数据的最近录入时刻;无数据时为空。'),
  )
  dataThrough!: Date | null;
}
export const PerformanceBulletinConnection = connectionOf(PerformanceBulletinType, 'PerformanceBulletin', '履行情况通报');

@InputType({ description: bilingual('Of which day everybody is told.', '通报的截止日与事由。') })
export class PublishPerformanceInput extends RecordingInput {
  @Field(() => DateScalar, always('The last day of a month, not in the future.', '截止日,须为月末且不晚于今日。')) asOf!: string;
  @Field(() => String, always('On what occasion it is published.', '通报事由。')) reason!: string;
}
