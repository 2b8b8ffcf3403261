import { defineEntity, p } from '@mikro-orm/core';
import { Negotiation } from './negotiation.entity.ts';

const schema = defineEntity({
  name: 'ExpectedPriceCommitment',
  tableName: 'expected_price_commitment',
  properties: {
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref().primary(),
    commitment: p.text(),
    sealedOn: p.date(),
    sealedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** The hash that binds the authority to its expected price before the first quote, and tells nothing of it. Insert-only. */
export class ExpectedPriceCommitment extends schema.class {}
schema.setClass(ExpectedPriceCommitment);
