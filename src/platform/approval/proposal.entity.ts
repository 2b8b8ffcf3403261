import { defineEntity, p } from '@mikro-orm/core';
import type { Fact } from '../../kernel/fact.ts';
import type { Change } from './preview.ts';

const schema = defineEntity({
  name: 'Proposal',
  tableName: 'proposal',
  properties: {
    id: p.uuid().primary(),
    operation: p.text(),
    input: p.json<Record<string, unknown>>(),
    objectId: p.uuid(),
    changes: p.json<readonly Change[]>(),
    facts: p.json<readonly Fact[]>(),
    digest: p.text(),
    reason: p.text().nullable(),
    proposedBy: p.text(),
    proposedByPerson: p.text(),
    proposedAt: p.datetime().defaultRaw('now()'),
  },
});

/** An act that waits for a second person, with what it would change; insert-only. */
export class Proposal extends schema.class {}
schema.setClass(Proposal);
