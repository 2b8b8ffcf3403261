import { defineEntity, p } from '@mikro-orm/core';
import { Negotiation } from './negotiation.entity.ts';
import { capacities } from './policy/index.ts';

const schema = defineEntity({
  name: 'NegotiationSignature',
  tableName: 'negotiation_signature',
  properties: {
    id: p.uuid().primary(),
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref(),
    capacity: p.enum(capacities),
    person: p.text(),
    signedOn: p.date(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** One of the three signatures under the result of a talk; insert-only. */
export class NegotiationSignature extends schema.class {}
schema.setClass(NegotiationSignature);
