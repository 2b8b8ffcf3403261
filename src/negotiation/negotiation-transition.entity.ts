import { defineEntity, p } from '@mikro-orm/core';
import { Negotiation, negotiationStatuses } from './negotiation.entity.ts';

const schema = defineEntity({
  name: 'NegotiationTransition',
  tableName: 'negotiation_transition',
  properties: {
    id: p.uuid().primary(),
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref(),
    action: p.text(),
    fromStatus: p.enum(negotiationStatuses),
    toStatus: p.enum(negotiationStatuses),
    occurredOn: p.date(),
    reason: p.text().nullable(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A recorded act that moved a talk, or left it where it was; insert-only. */
export class NegotiationTransition extends schema.class {}
schema.setClass(NegotiationTransition);
