import { defineEntity, p } from '@mikro-orm/core';
import { Negotiation } from './negotiation.entity.ts';

export const sides = ['AUTHORITY', 'ENTERPRISE'] as const;

const schema = defineEntity({
  name: 'NegotiationParticipant',
  tableName: 'negotiation_participant',
  properties: {
    id: p.uuid().primary(),
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref(),
    side: p.enum(sides),
    /** As tokens name the person. */
    person: p.text(),
    name: p.text(),
    isLeader: p.boolean(),
  },
});

/** Who sits at the table of a talk: an expert of the group, or a person of the enterprise. Insert-only. */
export class NegotiationParticipant extends schema.class {}
schema.setClass(NegotiationParticipant);
