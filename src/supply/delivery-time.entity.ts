import { defineEntity, p } from '@mikro-orm/core';
import { quantity } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'DeliveryTime',
  tableName: 'delivery_time',
  view: true,
  // The migration makes the view; the mapper wants to know one as well.
  expression: 'select * from delivery_time',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    deliveredOn: p.date(),
    quantity: quantity(),
    days: p.integer(),
    isFirst: p.boolean(),
  },
});

/** How many days after its order a delivery came, and whether it was the first of it. */
export class DeliveryTime extends schema.class {}
schema.setClass(DeliveryTime);
