import { sql } from 'kysely';
import { by, defineList } from '../platform/graphql/list.ts';
import { Agreement } from './agreement.entity.ts';
import { Delivery } from './delivery.entity.ts';
import { DistributorAppointment } from './distributor-appointment.entity.ts';
import { GoodsReturn } from './goods-return.entity.ts';
import { Listing } from './listing.entity.ts';
import { QuantityEntryKindEnum } from './movement.type.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import { QuantityEntry } from './quantity-entry.entity.ts';
import { agreementSeen, appointmentSeen, listingSeen, movementSeen } from './rights.ts';

const areaCode = by.text('area_code', 'The code of the pooling area.', '统筹区代码。');
const enterpriseCode = by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。');
const productCode = by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。');

const heldOn = (day: string) => sql`(t.effective_from <= ${day}::date and (t.effective_to is null or t.effective_to > ${day}::date))`;

export const agreementList = defineList({
  name: 'Agreement',
  entity: Agreement,
  visible: agreementSeen.visible,
  defaultOrder: [],
  fields: {
    number: by.text('number', 'The number.', '协议编号。'),
    agreementYear: by.quantity('agreement_year', 'integer', 'The agreement year.', '协议年度。'),
    inForceOn: by.on(
      (day) => sql`(t.in_force_from <= ${day}::date and t.in_force_to > ${day}::date)`,
      'The agreement is in force on this day.',
      '协议在该日有效。',
    ),
    inForceTo: by.date('in_force_to', 'The first day on which it no longer holds.', '失效首日(不含)。'),
    areaCode,
    institutionCode: by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。'),
    enterpriseCode,
    productCode,
  },
});

export const orderList = defineList({
  name: 'PurchaseOrder',
  entity: PurchaseOrder,
  visible: movementSeen.visible,
  defaultOrder: [],
  fields: {
    number: by.text('number', 'The number.', '订单编号。'),
    orderedOn: by.date('ordered_on', 'The day on which it was placed.', '下单日期。'),
    areaCode,
    distributorCode: by.codeOf('distributor_id', 'enterprise', "The distributor's business code.", '配送企业业务代码。'),
  },
});

export const deliveryList = defineList({
  name: 'Delivery',
  entity: Delivery,
  visible: movementSeen.visible,
  defaultOrder: [],
  fields: {
    number: by.text('number', 'The number.', '到货单编号。'),
    deliveredOn: by.date('delivered_on', 'The day on which it came.', '到货日期。'),
    acceptedOn: by.date('accepted_on', 'The day of acceptance; null until it is accepted.', '验收日期;未验收时为空。'),
    areaCode,
  },
});

export const returnList = defineList({
  name: 'GoodsReturn',
  entity: GoodsReturn,
  visible: movementSeen.visible,
  defaultOrder: [],
  fields: { returnedOn: by.date('returned_on', 'The day on which it went back.', '退货日期。'), areaCode },
});

export const quantityEntryList = defineList({
  name: 'QuantityEntry',
  entity: QuantityEntry,
  visible: movementSeen.visible,
  defaultOrder: [
    [{ column: 'occurred_on', type: 'date' }, 'ASC'],
    [{ column: 'step', type: 'integer' }, 'ASC'],
  ],
  fields: {
    kind: by.enum('kind', QuantityEntryKindEnum, 'QuantityEntryKind', 'What it says.', '类型。'),
    occurredOn: by.date('occurred_on', 'The day.', '日期。'),
  },
});

export const listingList = defineList({
  name: 'Listing',
  entity: Listing,
  visible: listingSeen.visible,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'DESC']],
  fields: {
    effectiveFrom: by.date('effective_from', 'The first day of the listing.', '挂网首日。'),
    listedOn: by.on(heldOn, 'The listing holds on this day.', '挂网在该日有效。'),
    areaCode: by.text('area_code', 'The code of the province.', '省份代码。'),
    productCode,
    enterpriseCode,
  },
});

export const appointmentList = defineList({
  name: 'DistributorAppointment',
  entity: DistributorAppointment,
  visible: appointmentSeen.visible,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'DESC']],
  fields: {
    effectiveFrom: by.date('effective_from', 'The first day of the appointment.', '选定首日。'),
    appointedOn: by.on(heldOn, 'The appointment holds on this day.', '选定在该日有效。'),
    areaCode,
    enterpriseCode,
    distributorCode: by.codeOf('distributor_id', 'enterprise', "The distributor's business code.", '配送企业业务代码。'),
  },
});
