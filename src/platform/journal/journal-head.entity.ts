import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'JournalHead',
  tableName: 'journal_head',
  properties: {
    chain: p.text().primary(),
    seq: p.bigint('number'),
    hash: p.blob(),
    events: p.bigint('number'),
  },
});

/** Where a chain of the journal ends, and how many events it has. Whoever writes the chain holds this row until its commit. */
export class JournalHead extends schema.class {}
schema.setClass(JournalHead);
