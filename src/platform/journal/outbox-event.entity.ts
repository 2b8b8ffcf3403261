import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'OutboxEvent',
  tableName: 'outbox_event',
  properties: {
    chain: p.text().primary(),
    seq: p.bigint('number').primary(),
    id: p.uuid(),
    topic: p.text(),
    object: p.text(),
    requestId: p.text().nullable(),
    recordedAt: p.datetime(),
    content: p.text(),
  },
});

/** One recording that was done, for those who listen; numbered without gaps in each chain, in the order of commits. */
export class OutboxEvent extends schema.class {}
schema.setClass(OutboxEvent);
