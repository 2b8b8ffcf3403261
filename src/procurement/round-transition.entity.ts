import { defineEntity, p } from '@mikro-orm/core';
import { Round } from './round.entity.ts';

const schema = defineEntity({
  name: 'RoundTransition',
  tableName: 'round_transition',
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    action: p.text(),
    fromStatus: p.text(),
    toStatus: p.text(),
    occurredOn: p.date(),
    reason: p.text().nullable(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** One recorded act that moved a round from one status to the next; insert-only. */
export class RoundTransition extends schema.class {}
schema.setClass(RoundTransition);
