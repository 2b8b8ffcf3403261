import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, enumOf, enumValues, bilingual, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { payableEntryKinds } from './payable-entry.entity.ts';
import { payableStatuses } from './policy/index.ts';
import { payableEntrySeen, payableSeen } from './rights.ts';

export const PayableStatusEnum = enumOf(payableStatuses);
registerEnumType(PayableStatusEnum, {
  name: 'PayableStatus',
  description: bilingual('How a payable stands on a day.', '应付货款在某日的状态。'),
  valuesConfig: enumValues({
    NOT_DUE: ['Open, and not due yet.', '未付清,未到期。'],
    DUE_SOON: ['Open, and due within days.', '未付清,即将到期。'],
    SETTLED: ['Settled by the due date.', '已按期付清。'],
    SETTLED_LATE: ['Settled after the due date.', '已付清,逾期。'],
    OVERDUE: ['Open after the due date.', '逾期未付清。'],
  }),
});

export const PayableEntryKindEnum = enumOf(payableEntryKinds);
registerEnumType(PayableEntryKindEnum, {
  name: 'PayableEntryKind',
  description: bilingual('What changed an open payable.', '应付货款分录的类型。'),
  valuesConfig: enumValues({
    PAYMENT: ['A payment; lowers what is open.', '付款,冲减未付金额。'],
    REVERSAL: ['A payment taken back; raises what is open.', '付款冲销,恢复未付金额。'],
    RETURN: ['Accepted goods that went back; lowers what is open.', '退货,冲减未付金额。'],
  }),
});

@ObjectType('Payable', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: payableSeen.words(
    'What an institution owes for one accepted delivery, and until when.',
    '应付货款:医疗机构就一次验收合格的到货应付的款项及付款期限。',
  ),
})
export class PayableType extends RecordedType {
  @Field(() => DecimalScalar, always('Accepted quantity × price in yuan, half up to 2 decimals.', '验收数量×单价(元),四舍五入到两位小数。'))
  amount!: string;
  @Field(() => DateScalar, always('The day of acceptance.', '验收日期。')) acceptedOn!: string;
  @Field(() => DateScalar, always('The last day on which it is paid in time.', '最迟付款日(含当日)。')) dueOn!: string;
  @Field(
    () => DateScalar,
    maybe(
      'The day on which what was recorded so far reached the amount; null while something is open.',
      '按现有记录的付清日期;未付清时为空。',
    ),
  )
  settledOn!: string | null;
}

export const PayableConnection = connectionOf(PayableType, 'Payable', '应付货款');

@ObjectType('PayableEntry', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: payableEntrySeen.words('One entry of a payable; entries are never changed.', '应付货款的一笔分录,录入后不再更改。'),
})
export class PayableEntryType extends RecordedType {
  @Field(() => PayableEntryKindEnum, always('What it is.', '类型。')) kind!: (typeof payableEntryKinds)[number];
  @Field(() => DecimalScalar, always('The amount in yuan, always positive.', '金额(元),恒为正。')) amount!: string;
  @Field(() => DateScalar, always('The day for which it counts.', '发生日期。')) occurredOn!: string;
  @Field(
    () => String,
    always('The reference: of a voucher, of the payment reversed, or of the return.', '凭证号:付款、被冲销付款或退货的编号。'),
  )
  reference!: string;
  @Field(() => String, maybe('The reason of a reversal or a return.', '冲销或退货的原因。')) reason!: string | null;
}

export const PayableEntryConnection = connectionOf(PayableEntryType, 'PayableEntry', '应付货款分录');
