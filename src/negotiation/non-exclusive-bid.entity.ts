import { defineEntity, p } from '@mikro-orm/core';
import { Product } from '../catalogue/index.ts';
import { unitPrice } from '../platform/database/base-columns.ts';
import { NonExclusiveBidding } from './non-exclusive-bidding.entity.ts';

const schema = defineEntity({
  name: 'NonExclusiveBid',
  tableName: 'non_exclusive_bid',
  properties: {
    id: p.uuid().primary(),
    bidding: () => p.manyToOne(NonExclusiveBidding).fieldName('bidding_id').ref(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    price: unitPrice(),
  },
});

/** What was bid for one product; insert-only. */
export class NonExclusiveBid extends schema.class {}
schema.setClass(NonExclusiveBid);
