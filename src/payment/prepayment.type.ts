import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { prepaymentAccounts, prepaymentMovementKinds } from './prepayment-kinds.ts';
import { prepaymentMovementSeen, prepaymentRatioSeen, prepaymentSeen } from './prepayment-rights.ts';

export const PrepaymentMovementKindEnum = enumOf(prepaymentMovementKinds);
registerEnumType(PrepaymentMovementKindEnum, {
  name: 'PrepaymentMovementKind',
  description: bilingual('What happened to a prepayment.', '预付金变动类型。'),
  valuesConfig: enumValues({
    PREPAID: ['The fund prepaid it.', '预付。'],
    TOP_UP: ['The fund prepaid more.', '补充预付。'],
    CARRIED_IN: ['The rest of the agreement year before came in.', '上一协议年度余额结转转入。'],
    OFFSET: ['Offset against claims as purchases progressed.', '按采购进度冲抵。'],
    RETURNED: ['The rest went back to the fund.', '余额退回基金。'],
    CARRIED_OVER: ['The rest went to the next agreement year.', '余额结转至下一协议年度。'],
  }),
});

const PrepaymentAccountEnum = enumOf(prepaymentAccounts);
registerEnumType(PrepaymentAccountEnum, {
  name: 'PrepaymentAccount',
  description: bilingual('An account of the ledger of prepayments.', '预付金分录账户。'),
  valuesConfig: enumValues({
    FUND: ['The medical insurance fund of the pooling area.', '统筹区医保基金。'],
    ADVANCE: ['What the institution holds in advance.', '医疗机构预付金。'],
    CLAIMS: ['What the fund owes the institution for claims.', '应付医疗机构医疗费用。'],
    OTHER_YEAR: ['The prepayment of the agreement year before or after.', '相邻协议年度预付金。'],
  }),
});

@ObjectType('PrepaymentMovement', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: prepaymentMovementSeen.words(
    'One movement of a prepayment, from one account to another, with the figures that it was judged by.',
    '预付金的一笔变动:金额由一个账户转入另一账户,并记录判定所用数据。',
  ),
})
export class PrepaymentMovementType extends RecordedType {
  @Field(() => PrepaymentMovementKindEnum, always('What happened.', '变动类型。')) kind!: string;
  @Field(() => DecimalScalar, always('Yuan, above 0.', '金额(元),大于零。')) amount!: string;
  @Field(() => PrepaymentAccountEnum, always('The account that it left.', '转出账户。')) fromAccount!: string;
  @Field(() => PrepaymentAccountEnum, always('The account that it came to.', '转入账户。')) toAccount!: string;
  @Field(() => DateScalar, always('The day.', '日期。')) occurredOn!: string;
  @Field(() => String, always('The reference of the agency, unique among the movements of its kind.', '经办机构凭证号,同类变动内唯一。'))
  reference!: string;
  @Field(() => DecimalScalar, always('The annual agreed amount on that day, yuan.', '当日年度约定采购金额(元)。')) agreedAmount!: string;
  @Field(() => DecimalScalar, always('What had been prepaid for the year with it, yuan.', '含本笔在内的累计预付金额(元)。'))
  prepaidAmount!: string;
  @Field(
    () => DecimalScalar,
    maybe('What had been purchased by that day, yuan; null where it did not matter.', '截至当日采购金额(元);无关时为空。'),
  )
  purchasedAmount!: string | null;
}

export const PrepaymentMovementConnection = connectionOf(PrepaymentMovementType, 'PrepaymentMovement', '预付金变动');

@ObjectType('PrepaymentRatio', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: prepaymentRatioSeen.words(
    'The least share that the fund of a pooling area prepays from a day on, as its agency recorded it.',
    '统筹区经办机构录入的、自某日起适用的预付比例下限。',
  ),
})
export class PrepaymentRatioType extends RecordedType {
  @Field(() => DateScalar, always('The first day on which it holds, until a later one.', '生效首日,至下一比例生效为止。'))
  effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Percent of the annual agreed amount, 2 decimals.', '占年度约定采购金额的百分比,两位小数。'))
  ratioPercent!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

export const PrepaymentRatioConnection = connectionOf(PrepaymentRatioType, 'PrepaymentRatio', '预付比例');

export const prepaymentStatuses = ['NONE', 'BELOW_MINIMUM', 'SUFFICIENT', 'CLOSED'] as const;
export type PrepaymentStatus = (typeof prepaymentStatuses)[number];

export const PrepaymentStatusEnum = enumOf(prepaymentStatuses);
registerEnumType(PrepaymentStatusEnum, {
  name: 'PrepaymentStatus',
  description: bilingual('How a prepayment stands.', '预付金状态。'),
  valuesConfig: enumValues({
    NONE: ['Nothing is prepaid: the whole minimum is missing.', '未预付:应预付下限全部欠付。'],
    BELOW_MINIMUM: ['Less than the minimum is prepaid.', '已预付,但低于下限。'],
    SUFFICIENT: ['At least the minimum is prepaid.', '已预付不低于下限。'],
    CLOSED: ['The year is over; the rest was returned or carried over.', '协议年度届满,余额已退回或结转。'],
  }),
});

@ObjectType('Prepayment', {
  simpleResolvers: true,
  description: prepaymentSeen.words(
    'What the fund prepays an institution for an agreement year, and where it went. It is there as soon as the institution has agreements of the year, even before anything is prepaid.',
    '医保基金按协议年度向医疗机构预付的资金及其去向。医疗机构签有当年协议即有此项,尚未预付时亦然。',
  ),
})
export class PrepaymentType {
  institutionId!: string;
  prepaymentId!: string | null;

  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, always('The day of the figures.', '数据截止日。')) asOf!: string;
  @Field(
    () => DecimalScalar,
    always('The annual agreed amount, yuan: the sum of the agreements’ lines.', '年度约定采购金额(元),为各协议金额之和。'),
  )
  agreedAmount!: string;
  @Field(() => DecimalScalar, always('The least share that is to be prepaid, 0 to 1, 4 decimals.', '预付比例下限,0 至 1,四位小数。'))
  minimumRatio!: string;
  @Field(() => DecimalScalar, always('That share of the agreed amount, yuan, rounded up to the cent.', '应预付下限(元),向上取整至分。'))
  requiredMinimum!: string;
  @Field(() => DecimalScalar, always('Prepaid, with top-ups and what was carried in, yuan.', '累计预付金额(元),含补充预付与结转转入。'))
  paidAmount!: string;
  @Field(() => DecimalScalar, always('What is missing to the minimum, yuan; 0.00 where nothing is.', '与下限的差额(元);无差额为 0.00。'))
  missingAmount!: string;
  @Field(() => DecimalScalar, always('Accepted and not returned under the agreements, yuan.', '协议项下验收合格且未退货的采购金额(元)。'))
  purchasedAmount!: string;
  @Field(() => DecimalScalar, always('Offset against claims, yuan.', '累计冲抵金额(元)。')) offsetAmount!: string;
  @Field(() => DecimalScalar, always('Returned to the fund, yuan.', '退回基金金额(元)。')) returnedAmount!: string;
  @Field(() => DecimalScalar, always('Carried over to the next agreement year, yuan.', '结转下一协议年度金额(元)。'))
  carriedAmount!: string;
  @Field(() => DecimalScalar, always('What is left, yuan; never below 0.', '余额(元),不为负。')) balance!: string;
  @Field(() => PrepaymentStatusEnum, always('How it stands.', '状态。')) status!: PrepaymentStatus;
  @Field(() => ExplanationType, always('How the minimum was derived.', '下限的推导。')) explanation!: Explanation;
}
