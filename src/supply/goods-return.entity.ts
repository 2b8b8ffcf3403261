import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns, quantity } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'GoodsReturn',
  tableName: 'goods_return',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    deliveryId: p.uuid(),
    agreementId: p.uuid(),
    returnedOn: p.date(),
    quantity: quantity(),
    reason: p.text(),
    ...provenanceColumns,
  },
});

/** Accepted goods that went back (退货), with the reason. */
export class GoodsReturn extends schema.class {}
schema.setClass(GoodsReturn);
