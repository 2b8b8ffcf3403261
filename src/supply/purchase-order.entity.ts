import { defineEntity, p } from '@mikro-orm/core';
import { Enterprise } from '../catalogue/index.ts';
import { provenanceColumns, quantity } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'PurchaseOrder',
  tableName: 'purchase_order',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    number: p.text(),
    distributor: () => p.manyToOne(Enterprise).fieldName('distributor_id').ref(),
    orderedOn: p.date(),
    quantity: quantity(),
    suppliedQuantity: p.bigint('number').default(0),
    ...provenanceColumns,
  },
});

/** An order (订单) under an agreement, with the distributor of its day; `suppliedQuantity` is what has come of it and was not rejected. */
export class PurchaseOrder extends schema.class {}
schema.setClass(PurchaseOrder);
