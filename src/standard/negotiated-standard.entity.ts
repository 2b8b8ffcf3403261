import { defineEntity, p } from '@mikro-orm/core';
import { Product } from '../catalogue/index.ts';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'NegotiatedStandard',
  tableName: 'negotiated_standard',
  properties: {
    id: p.uuid().primary(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    amount: unitPrice(),
    priceUnit: p.text(),
    validFrom: p.date(),
    validTo: p.date(),
    document: p.text(),
    talkReference: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** The national standard of a negotiated product for its agreement period (谈判药品支付标准). Insert-only; the last recorded one of a first day counts. */
export class NegotiatedStandard extends schema.class {}
schema.setClass(NegotiatedStandard);
