import { AreaType, EnterpriseType, InstitutionType, ProductType } from '../catalogue/index.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { all, one, pages, queries, reads } from '../platform/graphql/reads.ts';
import { AgreedVolumeType, SelectedProductType } from '../procurement/index.ts';
import { agreementFigures } from './agreement-figures.ts';
import { AgreementAmendment } from './agreement-amendment.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { AgreementAmendmentType, AgreementConnection, AgreementType } from './agreement.type.ts';
import { Delivery } from './delivery.entity.ts';
import { DistributorAppointment } from './distributor-appointment.entity.ts';
import { GoodsReturn } from './goods-return.entity.ts';
import { Listing } from './listing.entity.ts';
import { DistributorAppointmentConnection, DistributorAppointmentType, ListingConnection, ListingType } from './listing.type.ts';
import { agreementList, appointmentList, deliveryList, listingList, orderList, quantityEntryList, returnList } from './lists.ts';
import {
  DeliveryConnection,
  DeliveryType,
  GoodsReturnConnection,
  GoodsReturnType,
  PurchaseOrderConnection,
  PurchaseOrderType,
  QuantityEntryConnection,
  QuantityEntryType,
} from './movement.type.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import { QuantityEntry } from './quantity-entry.entity.ts';

/** What is asked of supply by itself. */
export const SupplyQueries = queries({
  agreements: pages(
    () => AgreementConnection,
    agreementList,
    always('Purchase-and-sale agreements, in the order of their recording.', '购销协议,按录入次序。'),
  ),
  orders: pages(
    () => PurchaseOrderConnection,
    orderList,
    always('Orders of all agreements, in the order of their recording.', '各协议的订单,按录入次序。'),
  ),
  deliveries: pages(
    () => DeliveryConnection,
    deliveryList,
    always('Deliveries of all agreements, in the order of their recording.', '各协议的到货,按录入次序。'),
  ),
  listings: pages(
    () => ListingConnection,
    listingList,
    always('Listings on the platforms of provinces, the latest first.', '省级平台挂网,最新的在前。'),
  ),
  distributorAppointments: pages(
    () => DistributorAppointmentConnection,
    appointmentList,
    always('Which distributors enterprises have chosen, the latest first.', '企业选定的配送企业,最新的在前。'),
  ),
});

const agreementReads = reads(
  AgreementType,
  'Agreement',
  Agreement,
  {
    selectedProduct: one(() => SelectedProductType, 'selectedProduct', always('The selected product.', '中选产品。')),
    product: one(() => ProductType, 'product', always('The product.', '产品。')),
    enterprise: one(() => EnterpriseType, 'enterprise', always('The winning enterprise.', '中选企业。')),
    institution: one(() => InstitutionType, 'institution', always('The institution that buys.', '采购医疗机构。')),
    distributor: one(
      () => EnterpriseType,
      'distributor',
      maybe('The distributor; null until the enterprise has appointed one.', '配送企业;企业尚未选定时为空。'),
    ),
    agreedVolume: one(
      () => AgreedVolumeType,
      ['area', 'agreedVolumeId'],
      always('The agreed volume that it is about, with every change of its quantity.', '协议所依据的约定采购量及其全部变更。'),
    ),
    ...agreementFigures,
    amendments: all(() => AgreementAmendmentType, 'agreementId', always('Every amendment, oldest first.', '全部变更,从早到晚。')),
    orders: pages(
      () => PurchaseOrderConnection,
      orderList,
      always('Its orders, in the order of their recording.', '订单,按录入次序。'),
      'agreement_id',
    ),
    deliveries: pages(
      () => DeliveryConnection,
      deliveryList,
      always('Its deliveries, in the order of their recording.', '到货,按录入次序。'),
      'agreement_id',
    ),
    returns: pages(
      () => GoodsReturnConnection,
      returnList,
      always('What went back, in the order of its recording.', '退货,按录入次序。'),
      'agreement_id',
    ),
    quantityEntries: pages(
      () => QuantityEntryConnection,
      quantityEntryList,
      always('Its quantity ledger, by day.', '数量台账,按日期。'),
      'agreement_id',
    ),
  },
  { key: ['area', 'id'], visible: agreementList.list.visible },
);

const agreement = one(() => AgreementType, ['areaCode', 'agreementId'], always('The agreement.', '所属协议。'));

const orderReads = reads(
  PurchaseOrderType,
  'PurchaseOrder',
  PurchaseOrder,
  {
    agreement,
    distributor: one(() => EnterpriseType, 'distributor', always('Who delivers it.', '配送企业。')),
    deliveries: pages(
      () => DeliveryConnection,
      deliveryList,
      always('Its deliveries, in the order of their recording.', '到货,按录入次序。'),
      'order_id',
    ),
  },
  { key: ['areaCode', 'id'], visible: orderList.list.visible },
);

const deliveryReads = reads(
  DeliveryType,
  'Delivery',
  Delivery,
  {
    agreement,
    order: one(() => PurchaseOrderType, ['areaCode', 'orderId'], always('The order that it is of.', '所属订单。')),
    returns: pages(() => GoodsReturnConnection, returnList, always('What of it went back.', '退货。'), 'delivery_id'),
  },
  { key: ['areaCode', 'id'], visible: deliveryList.list.visible },
);

const returnReads = reads(
  GoodsReturnType,
  'GoodsReturn',
  GoodsReturn,
  {
    agreement,
    delivery: one(() => DeliveryType, ['areaCode', 'deliveryId'], always('The delivery that it came with.', '所属到货。')),
  },
  { key: ['areaCode', 'id'], visible: returnList.list.visible },
);

const listingReads = reads(
  ListingType,
  'Listing',
  Listing,
  {
    area: one(() => AreaType, 'area', always('The province.', '省份。')),
    product: one(() => ProductType, 'product', always('The product.', '产品。')),
    enterprise: one(() => EnterpriseType, 'enterprise', always('Its holder.', '上市许可持有人。')),
    selectedProduct: one(
      () => SelectedProductType,
      'selectedProduct',
      maybe('As what it was selected when it was listed; null for a product that was not.', '挂网时对应的中选产品;未中选时为空。'),
    ),
  },
  { key: ['area', 'id'], visible: listingList.list.visible },
);

const appointmentReads = reads(
  DistributorAppointmentType,
  'DistributorAppointment',
  DistributorAppointment,
  {
    area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')),
    selectedProduct: one(() => SelectedProductType, 'selectedProduct', always('The selected product.', '中选产品。')),
    enterprise: one(() => EnterpriseType, 'enterprise', always('The winning enterprise.', '中选企业。')),
    distributor: one(() => EnterpriseType, 'distributor', always('The distributor.', '配送企业。')),
  },
  { key: ['area', 'id'], visible: appointmentList.list.visible },
);

/** What the fields of supply's types mean, beside the columns of their names. */
export const supplyReads = [
  agreementReads,
  orderReads,
  deliveryReads,
  returnReads,
  listingReads,
  appointmentReads,
  reads(AgreementAmendmentType, 'AgreementAmendment', AgreementAmendment, {}),
  reads(QuantityEntryType, 'QuantityEntry', QuantityEntry, {}),
];
