import { defineEntity, p } from '@mikro-orm/core';
import { Negotiation } from './negotiation.entity.ts';

const schema = defineEntity({
  name: 'ExpectedPriceSeal',
  tableName: 'expected_price_seal',
  properties: {
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref().primary(),
    sealedPrivateKey: p.text(),
    sealedPrice: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/**
 * The envelope: the expected price (底价) under a key of its talk, and that key under the key of the server. Only the acts
 * that seal and open it meet it. Insert-only.
 */
export class ExpectedPriceSeal extends schema.class {}
schema.setClass(ExpectedPriceSeal);
