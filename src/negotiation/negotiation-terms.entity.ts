import { defineEntity, p } from '@mikro-orm/core';
import { quantity, unitPrice } from '../platform/database/base-columns.ts';
import { Negotiation } from './negotiation.entity.ts';

const schema = defineEntity({
  name: 'NegotiationTerms',
  tableName: 'negotiation_terms',
  properties: {
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref().primary(),
    price: unitPrice(),
    paymentScope: p.text(),
    inForceFrom: p.date(),
    inForceTo: p.date(),
    agreedQuantity: quantity().nullable(),
    minutes: p.text(),
    agreedOn: p.date(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** On what both sides have agreed, waiting for three signatures; it counts for nothing before. Insert-only. */
export class NegotiationTerms extends schema.class {}
schema.setClass(NegotiationTerms);
