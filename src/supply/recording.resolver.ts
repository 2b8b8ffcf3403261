import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always } from '../platform/graphql/describe.ts';
import { batchPayloadOf, payloadOf } from '../platform/graphql/payload.type.ts';
import { recordingBy } from '../platform/journal/record-payload.ts';
import { AgreementType } from './agreement.type.ts';
import { amendAgreement } from './amend-agreement.ts';
import { appointDistributor, endDistributorAppointment } from './appoint-distributor.ts';
import { listProduct } from './list-product.ts';
import { DistributorAppointmentType, ListingType } from './listing.type.ts';
import { DeliveryType, PurchaseOrderType } from './movement.type.ts';
import { placeOrders } from './place-orders.ts';
import { recordDeliveries } from './record-deliveries.ts';
import {
  AmendAgreementInput,
  AppointDistributorInput,
  EndDistributorAppointmentInput,
  ListProductInput,
  PlaceOrdersInput,
  RecordDeliveriesInput,
  SignAgreementsInput,
} from './recording.input.ts';
import { supplyActs } from './rights.ts';
import { signAgreements } from './sign-agreements.ts';

const { words, record, recordBatch } = recordingBy(supplyActs);

const theInput = always('What to record.', '录入内容。');

// Made while the module loads: type-graphql wants every type known before it builds a schema.
const SignAgreementsPayload = batchPayloadOf('signAgreements', 'agreement', AgreementType, '协议');
const PlaceOrdersPayload = batchPayloadOf('placeOrders', 'order', PurchaseOrderType, '订单');
const RecordDeliveriesPayload = batchPayloadOf('recordDeliveries', 'delivery', DeliveryType, '到货');
const AmendAgreementPayload = payloadOf('amendAgreement', 'agreement', AgreementType, '协议');
const AppointDistributorPayload = payloadOf('appointDistributor', 'appointment', DistributorAppointmentType, '配送企业选定');
const EndDistributorAppointmentPayload = payloadOf('endDistributorAppointment', 'appointment', DistributorAppointmentType, '配送企业选定');
const ListProductPayload = payloadOf('listProduct', 'listing', ListingType, '挂网');

@Resolver()
export class SupplyRecordingResolver {
  @Mutation(
    () => SignAgreementsPayload,
    words('signAgreements', 'Records agreements that were signed about agreed volumes.', '录入就约定采购量签订的协议。'),
  )
  signAgreements(@Arg('input', () => SignAgreementsInput, theInput) input: SignAgreementsInput, @Ctx() context: Context) {
    return recordBatch(context, 'signAgreements', { field: 'agreement', type: 'Agreement' }, input, input.rows, signAgreements);
  }

  @Mutation(
    () => PlaceOrdersPayload,
    words('placeOrders', 'Records orders; an institution records its own.', '录入订单;医疗机构仅可录入本机构的。'),
  )
  placeOrders(@Arg('input', () => PlaceOrdersInput, theInput) input: PlaceOrdersInput, @Ctx() context: Context) {
    return recordBatch(context, 'placeOrders', { field: 'order', type: 'PurchaseOrder' }, input, input.rows, placeOrders);
  }

  @Mutation(
    () => RecordDeliveriesPayload,
    words('recordDeliveries', 'Records deliveries; an enterprise records its own.', '录入到货;企业仅可录入本企业的。'),
  )
  recordDeliveries(@Arg('input', () => RecordDeliveriesInput, theInput) input: RecordDeliveriesInput, @Ctx() context: Context) {
    return recordBatch(context, 'recordDeliveries', { field: 'delivery', type: 'Delivery' }, input, input.rows, recordDeliveries);
  }

  @Mutation(
    () => AmendAgreementPayload,
    words('amendAgreement', 'Changes a signed agreement by a recorded amendment.', '以变更记录调整已签协议。'),
  )
  amendAgreement(@Arg('input', () => AmendAgreementInput, theInput) input: AmendAgreementInput, @Ctx() context: Context) {
    return record(context, 'amendAgreement', 'agreement', input, amendAgreement);
  }

  @Mutation(
    () => AppointDistributorPayload,
    words(
      'appointDistributor',
      'Appoints a distributor for a selected product of its own in a pooling area.',
      '中选企业就本企业中选产品在某统筹区选定配送企业。',
    ),
  )
  appointDistributor(@Arg('input', () => AppointDistributorInput, theInput) input: AppointDistributorInput, @Ctx() context: Context) {
    return record(context, 'appointDistributor', 'appointment', input, appointDistributor);
  }

  @Mutation(
    () => EndDistributorAppointmentPayload,
    words('endDistributorAppointment', 'Ends the appointment of a distributor.', '终止配送企业选定。'),
  )
  endDistributorAppointment(
    @Arg('input', () => EndDistributorAppointmentInput, theInput) input: EndDistributorAppointmentInput,
    @Ctx() context: Context,
  ) {
    return record(context, 'endDistributorAppointment', 'appointment', input, endDistributorAppointment);
  }

  @Mutation(
    () => ListProductPayload,
    words(
      'listProduct',
      'Lists a product on the platform of a province; an enterprise lists its own.',
      '在省级平台挂网;企业仅可为本企业产品挂网。',
    ),
  )
  listProduct(@Arg('input', () => ListProductInput, theInput) input: ListProductInput, @Ctx() context: Context) {
    return record(context, 'listProduct', 'listing', input, listProduct);
  }
}
