import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';
import { Negotiation } from './negotiation.entity.ts';
import { sides } from './participant.entity.ts';

export const offerKinds = ['FIRST_QUOTE', 'SECOND_QUOTE', 'BARGAINING'] as const;

const schema = defineEntity({
  name: 'NegotiationOffer',
  tableName: 'negotiation_offer',
  properties: {
    id: p.uuid().primary(),
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref(),
    sequence: p.integer(),
    kind: p.enum(offerKinds),
    side: p.enum(sides),
    price: unitPrice(),
    minutes: p.text().nullable(),
    occurredOn: p.date().nullable(),
    recordedBy: p.text(),
    ...provenanceColumns,
  },
});

/** A quote of the enterprise, or an offer of either side in bargaining, with its minutes. Insert-only. */
export class NegotiationOffer extends schema.class {}
schema.setClass(NegotiationOffer);
