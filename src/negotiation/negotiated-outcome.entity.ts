import { defineEntity, p } from '@mikro-orm/core';
import { Enterprise, Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { provenanceColumns, quantity, unitPrice } from '../platform/database/base-columns.ts';
import { Negotiation, negotiationOrigins } from './negotiation.entity.ts';
import { NonExclusiveBidding } from './non-exclusive-bidding.entity.ts';

export const outcomeBases = ['NEGOTIATION', 'SIMPLE_RENEWAL', 'NON_EXCLUSIVE_BIDDING'] as const;

const schema = defineEntity({
  name: 'NegotiatedOutcome',
  tableName: 'negotiated_outcome',
  properties: {
    id: p.uuid().primary(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    basis: p.enum(outcomeBases),
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref().nullable(),
    bidding: () => p.manyToOne(NonExclusiveBidding).fieldName('bidding_id').ref().nullable(),
    follows: () => p.manyToOne(NegotiatedOutcome).fieldName('follows_id').ref().nullable(),
    approvalId: p.uuid().nullable(),
    price: unitPrice(),
    priceUnit: p.text(),
    priceBefore: unitPrice().nullable(),
    paymentScope: p.text().nullable(),
    inForceFrom: p.date().nullable(),
    /** The first day after the agreement period. */
    inForceTo: p.date().nullable(),
    /** Since when the product is negotiated without a break. */
    continuousFrom: p.date().nullable(),
    agreedQuantity: quantity().nullable(),
    explanation: p.json<Explanation>().nullable(),
    publishedOn: p.date().nullable(),
    note: p.text().nullable(),
    origin: p.enum(negotiationOrigins),
    ...provenanceColumns,
  },
});

/** What the fund pays on for a negotiated product, in which scope, from when to when. Only its publication is added later. */
export class NegotiatedOutcome extends schema.class {}
schema.setClass(NegotiatedOutcome);
