import { defineEntity, p } from '@mikro-orm/core';

/** How a proposal ends. */
export const outcomes = ['APPROVED', 'REJECTED', 'WITHDRAWN'] as const;
export type Outcome = (typeof outcomes)[number];

const schema = defineEntity({
  name: 'Decision',
  tableName: 'decision',
  properties: {
    proposalId: p.uuid().primary(),
    proposedByPerson: p.text(),
    outcome: p.enum(outcomes),
    /** The object of the proposal, where it was approved: what stands on an approval points to both. */
    approves: p.uuid().nullable(),
    reason: p.text().nullable(),
    decidedBy: p.text(),
    decidedByPerson: p.text(),
    decidedAt: p.datetime().defaultRaw('now()'),
  },
});

/** The one decision on a proposal; insert-only. */
export class Decision extends schema.class {}
schema.setClass(Decision);
