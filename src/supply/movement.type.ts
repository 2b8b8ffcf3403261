import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { quantityEntryKinds } from './quantity-entry.entity.ts';
import { movementSeen } from './rights.ts';

@ObjectType('PurchaseOrder', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: movementSeen.words('An order of an institution under an agreement.', '医疗机构依协议下达的订单。'),
})
export class PurchaseOrderType extends RecordedType {
  @Field(() => String, always('Its number, unique under the agreement.', '订单编号,协议内唯一。')) number!: string;
  @Field(() => DateScalar, always('The day on which it was placed.', '下单日期。')) orderedOn!: string;
  @Field(() => QuantityScalar, always('What was ordered, in counting units.', '订购数量(计数单位)。')) quantity!: number;
  @Field(() => QuantityScalar, always('What of it has come and was not rejected.', '已到货且未被拒收的数量。')) suppliedQuantity!: number;
}

export const PurchaseOrderConnection = connectionOf(PurchaseOrderType, 'PurchaseOrder', '订单');

@ObjectType('Delivery', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: movementSeen.words(
    'A delivery of part or all of an order, and its acceptance once that is done.',
    '订单的一次到货(部分或全部),以及验收结果。',
  ),
})
export class DeliveryType extends RecordedType {
  @Field(() => String, always('Its number, unique within the order.', '到货单编号,订单内唯一。')) number!: string;
  @Field(() => DateScalar, always('The day on which it came.', '到货日期。')) deliveredOn!: string;
  @Field(() => QuantityScalar, always('What came, in counting units.', '到货数量(计数单位)。')) quantity!: number;
  @Field(() => DateScalar, maybe('The day of acceptance; null until the institution has checked it.', '验收日期;未验收时为空。'))
  acceptedOn!: string | null;
  @Field(() => QuantityScalar, maybe('What was accepted.', '验收合格数量。')) acceptedQuantity!: number | null;
  @Field(() => QuantityScalar, maybe('What was rejected.', '拒收数量。')) rejectedQuantity!: number | null;
  @Field(() => String, maybe('Why something was rejected.', '拒收原因。')) rejectionReason!: string | null;
  @Field(() => QuantityScalar, always('What of the accepted went back.', '已退货数量。')) returnedQuantity!: number;
}

export const DeliveryConnection = connectionOf(DeliveryType, 'Delivery', '到货');

@ObjectType('GoodsReturn', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: movementSeen.words('Accepted goods that went back.', '验收合格后退回的货物。'),
})
export class GoodsReturnType extends RecordedType {
  @Field(() => DateScalar, always('The day on which they went back.', '退货日期。')) returnedOn!: string;
  @Field(() => QuantityScalar, always('What went back, in counting units.', '退货数量(计数单位)。')) quantity!: number;
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
}

export const GoodsReturnConnection = connectionOf(GoodsReturnType, 'GoodsReturn', '退货');

export const QuantityEntryKindEnum = enumOf(quantityEntryKinds);
registerEnumType(QuantityEntryKindEnum, {
  name: 'QuantityEntryKind',
  description: bilingual('What an entry of the quantity ledger says.', '数量台账分录的类型。'),
  valuesConfig: enumValues({
    ORDERED: ['Ordered by the institution.', '医疗机构订购。'],
    DELIVERED: ['Came to the institution.', '到货。'],
    ACCEPTED: ['Accepted by the institution: purchased.', '验收合格,计入采购量。'],
    REJECTED: ['Rejected by the institution.', '拒收。'],
    RETURNED: ['Accepted before, and went back.', '验收后退货。'],
  }),
});

@ObjectType('QuantityEntry', {
  simpleResolvers: true,
  description: bilingual('One movement of the quantity of an agreement.', '协议数量的一笔变动。'),
})
export class QuantityEntryType {
  @Field(() => QuantityEntryKindEnum, always('What it says.', '类型。')) kind!: (typeof quantityEntryKinds)[number];
  @Field(() => QuantityScalar, always('How much, in counting units.', '数量(计数单位)。')) quantity!: number;
  @Field(() => DateScalar, always('On which day.', '日期。')) occurredOn!: string;
  @Field(() => String, always('The number of the order or delivery, or the reason of the return.', '订单号、到货单号或退货理由。'))
  reference!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

export const QuantityEntryConnection = connectionOf(QuantityEntryType, 'QuantityEntry', '数量台账分录');
