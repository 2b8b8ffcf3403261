import { defineEntity, p } from '@mikro-orm/core';
import { Area, Product } from '../catalogue/index.ts';
import { provenanceColumns, quantity, unitPrice } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'TransactionPrice',
  tableName: 'transaction_price',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    tradedOn: p.date(),
    price: unitPrice(),
    priceUnit: p.text(),
    quantity: quantity(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** What a product was really bought for in a pooling area on a day (实际成交价): what a cap rests on. Insert-only. */
export class TransactionPrice extends schema.class {}
schema.setClass(TransactionPrice);
