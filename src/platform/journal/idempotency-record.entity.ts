import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'IdempotencyRecord',
  tableName: 'idempotency_record',
  properties: {
    caller: p.text().primary(),
    operation: p.text().primary(),
    key: p.text().primary(),
    inputHash: p.text(),
    answer: p.json<Record<string, unknown>>(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** The answer given to a caller's operation under an idempotency key, with the hash of the input that it answered. */
export class IdempotencyRecord extends schema.class {}
schema.setClass(IdempotencyRecord);
