import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { batchPayloadOf, payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { DeliveryType } from '../supply/index.ts';
import { acceptDeliveries } from './accept-deliveries.ts';
import { PayableType } from './payable.type.ts';
import { recordPayments } from './record-payments.ts';
import { AcceptDeliveriesInput, RecordPaymentsInput, ReturnGoodsInput, ReversePaymentInput } from './recording.input.ts';
import { returnGoods } from './return-goods.ts';
import { reversePayment } from './reverse-payment.ts';
import { paymentActs } from './rights.ts';

const { words, record, recordBatch } = recordingBy(paymentActs);

const theInput = always('What to record.', '录入内容。');

const AcceptDeliveriesPayload = batchPayloadOf('acceptDeliveries', 'delivery', DeliveryType, '到货');
const RecordPaymentsPayload = batchPayloadOf('recordPayments', 'payable', PayableType, '应付货款');
const ReversePaymentPayload = payloadOf('reversePayment', 'payable', PayableType, '应付货款');
const ReturnGoodsPayload = payloadOf('returnGoods', 'payable', PayableType, '应付货款');

@Resolver()
export class PaymentRecordingResolver {
  @Mutation(
    () => AcceptDeliveriesPayload,
    words('acceptDeliveries', 'Records acceptance checks; what was accepted becomes payable.', '录入验收结果;验收合格部分形成应付货款。'),
  )
  acceptDeliveries(@Arg('input', () => AcceptDeliveriesInput, theInput) input: AcceptDeliveriesInput, @Ctx() context: Context) {
    return recordBatch(context, 'acceptDeliveries', { field: 'delivery', type: 'Delivery' }, input, input.rows, acceptDeliveries);
  }

  @Mutation(
    () => RecordPaymentsPayload,
    words('recordPayments', 'Records payments on payables, whole or in parts.', '录入应付货款的付款,可分次支付。'),
  )
  recordPayments(@Arg('input', () => RecordPaymentsInput, theInput) input: RecordPaymentsInput, @Ctx() context: Context) {
    return recordBatch(context, 'recordPayments', { field: 'payable', type: 'Payable' }, input, input.rows, recordPayments);
  }

  @Mutation(() => ReversePaymentPayload, words('reversePayment', 'Takes a payment back, by an entry of its own.', '冲销付款,另立分录。'))
  reversePayment(@Arg('input', () => ReversePaymentInput, theInput) input: ReversePaymentInput, @Ctx() context: Context) {
    return record(context, 'reversePayment', 'payable', input, reversePayment);
  }

  @Mutation(() => ReturnGoodsPayload, words('returnGoods', 'Records that accepted goods went back.', '录入验收后的退货。'))
  returnGoods(@Arg('input', () => ReturnGoodsInput, theInput) input: ReturnGoodsInput, @Ctx() context: Context) {
    return record(context, 'returnGoods', 'payable', input, returnGoods);
  }
}
