import { Field, InputType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { BatchInput, RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';

const words = {
  areaCode: always('The code of the pooling area.', '统筹区代码。'),
  agreementNumber: always('The number of the agreement.', '协议编号。'),
  orderNumber: always('The number of the order under it.', '订单编号。'),
  deliveryNumber: always('The number of the delivery of that order.', '到货单编号。'),
};

@InputType({ description: bilingual('The acceptance check of one delivery.', '一次到货的验收。') })
export class DeliveryAcceptanceInput {
  @Field(() => String, words.areaCode) areaCode!: string;
  @Field(() => String, words.agreementNumber) agreementNumber!: string;
  @Field(() => String, words.orderNumber) orderNumber!: string;
  @Field(() => String, words.deliveryNumber) deliveryNumber!: string;
  @Field(() => DateScalar, always('The day of acceptance; it starts the settlement deadline.', '验收日期,付款期限自此起算。'))
  acceptedOn!: string;
  @Field(() => QuantityScalar, always('Accepted, in counting units; may be 0.', '验收合格数量(计数单位),可为 0。'))
  acceptedQuantity!: number;
  @Field(() => QuantityScalar, always('Rejected, in counting units; may be 0.', '拒收数量(计数单位),可为 0。')) rejectedQuantity!: number;
  @Field(() => String, maybe('Why; needed where something was rejected.', '拒收原因(有拒收时必填)。')) rejectionReason?: string | null;
}

@InputType({ description: bilingual('One payment on the payable of one delivery.', '就一次到货应付货款的一笔付款。') })
export class PaymentInput {
  @Field(() => String, words.areaCode) areaCode!: string;
  @Field(() => String, words.agreementNumber) agreementNumber!: string;
  @Field(() => String, words.orderNumber) orderNumber!: string;
  @Field(() => String, words.deliveryNumber) deliveryNumber!: string;
  @Field(() => DecimalScalar, always('The amount in yuan, at most 2 decimals.', '付款金额(元),最多两位小数。')) amount!: string;
  @Field(() => DateScalar, always('The day of payment.', '付款日期。')) paidOn!: string;
  @Field(() => String, always('The reference of the voucher, new for this payable.', '凭证号,在该笔应付货款内唯一。')) reference!: string;
}

@InputType({ description: bilingual('A payment to be reversed.', '要冲销的付款。') })
export class ReversePaymentInput extends RecordingInput {
  @Field(() => String, words.areaCode) areaCode!: string;
  @Field(() => String, words.agreementNumber) agreementNumber!: string;
  @Field(() => String, words.orderNumber) orderNumber!: string;
  @Field(() => String, words.deliveryNumber) deliveryNumber!: string;
  @Field(() => String, always('The reference of the payment.', '原付款凭证号。')) paymentReference!: string;
  @Field(() => DateScalar, always('The day of the reversal.', '冲销日期。')) reversedOn!: string;
  @Field(() => String, always('Why it is reversed.', '冲销原因。')) reason!: string;
}

@InputType({ description: bilingual('Accepted goods that went back.', '验收后退回的货物。') })
export class ReturnGoodsInput extends RecordingInput {
  @Field(() => String, words.areaCode) areaCode!: string;
  @Field(() => String, words.agreementNumber) agreementNumber!: string;
  @Field(() => String, words.orderNumber) orderNumber!: string;
  @Field(() => String, words.deliveryNumber) deliveryNumber!: string;
  @Field(() => QuantityScalar, always('How many went back, in counting units.', '退货数量(计数单位)。')) quantity!: number;
  @Field(() => DateScalar, always('The day of the return.', '退货日期。')) returnedOn!: string;
  @Field(() => String, always('Why they went back.', '退货原因。')) reason!: string;
}

@InputType({ description: bilingual('Acceptance checks to record.', '要录入的验收结果。') })
export class AcceptDeliveriesInput extends BatchInput {
  @Field(() => [DeliveryAcceptanceInput], always('At most 10,000.', '至多 10000 行。')) rows!: DeliveryAcceptanceInput[];
}

@InputType({ description: bilingual('Payments to record.', '要录入的付款。') })
export class RecordPaymentsInput extends BatchInput {
  @Field(() => [PaymentInput], always('At most 10,000.', '至多 10000 行。')) rows!: PaymentInput[];
}
