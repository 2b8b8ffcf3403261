import { defineEntity, p } from '@mikro-orm/core';
import { Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'NonExclusiveBidding',
  tableName: 'non_exclusive_bidding',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    genericName: p.text(),
    priceUnit: p.text(),
    willingPrice: unitPrice(),
    lowestPrice: unitPrice(),
    lowestProduct: () => p.manyToOne(Product).fieldName('lowest_product_id').ref(),
    isIncluded: p.boolean(),
    paymentStandard: unitPrice().nullable(),
    heldOn: p.date(),
    approvalId: p.uuid(),
    explanation: p.json<Explanation>(),
    ...provenanceColumns,
  },
});

/** A bidding of several enterprises for one drug against the price that the fund is willing to pay (非独家药品竞价). Insert-only. */
export class NonExclusiveBidding extends schema.class {}
schema.setClass(NonExclusiveBidding);
