import { defineEntity, p } from '@mikro-orm/core';
import { Area, Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { confidences, unitPrice } from '../platform/database/base-columns.ts';
import { standardBases } from './policy/index.ts';

const schema = defineEntity({
  name: 'PaymentStandard',
  tableName: 'payment_standard',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    basis: p.enum(standardBases),
    amount: unitPrice().nullable(),
    priceUnit: p.text(),
    inScope: p.boolean(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    /** The row that it follows from: a selected product, a schedule, a negotiated price. */
    claimId: p.uuid(),
    explanation: p.json<Explanation>(),
    recordedAt: p.datetime(),
    supersededAt: p.datetime().nullable(),
    provenance: p.text(),
    confidence: p.enum(confidences),
  },
});

/**
 * A payment standard (医保支付标准) of a product in a pooling area: on which days it holds (`validFrom` to the day before
 * `validTo`), and from when to when that was what the record said (`recordedAt` to `supersededAt`). Nothing of it is ever
 * changed but that it is superseded. Two that the record says at once never hold on the same day.
 */
export class PaymentStandard extends schema.class {}
schema.setClass(PaymentStandard);
