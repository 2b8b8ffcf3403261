import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns, quantity } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    agreementId: p.uuid(),
    number: p.text(),
    deliveredOn: p.date(),
    quantity: quantity(),
    acceptedOn: p.date().nullable(),
    acceptedQuantity: p.bigint('number').nullable(),
    rejectedQuantity: p.bigint('number').nullable(),
    rejectionReason: p.text().nullable(),
    acceptanceRecordedAt: p.datetime().nullable(),
    returnedQuantity: p.bigint('number').default(0),
    ...provenanceColumns,
  },
});

/** A delivery (到货) of part or all of an order, and its acceptance check (验收) once that is done, never changed after. */
export class Delivery extends schema.class {}
schema.setClass(Delivery);
