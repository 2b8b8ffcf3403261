import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'JournalRecord',
  tableName: 'journal_record',
  properties: {
    chain: p.text().primary(),
    seq: p.bigint('number').primary(),
    previousHash: p.blob(),
    hash: p.blob(),
    content: p.text(),
    place: p.text(),
    operation: p.text(),
    tableName: p.text(),
    rowKey: p.text().nullable(),
    subject: p.text().nullable(),
    requestId: p.text().nullable(),
  },
});

/** One record of the journal. Everything after the content follows from it, as `verify-journal` sees; the place is computed by the database. */
export class JournalRecord extends schema.class {}
schema.setClass(JournalRecord);
