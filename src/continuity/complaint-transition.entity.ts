import { defineEntity, p } from '@mikro-orm/core';
import { complaintStatuses } from './supply-complaint.entity.ts';

const complaintActions = ['verify', 'dismiss', 'succeed'] as const;

const schema = defineEntity({
  name: 'ComplaintTransition',
  tableName: 'complaint_transition',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    complaintId: p.uuid(),
    action: p.enum(complaintActions),
    fromStatus: p.enum(complaintStatuses),
    toStatus: p.enum(complaintStatuses),
    occurredOn: p.date(),
    reason: p.text(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A recorded act that moved a complaint to its next status; insert-only. */
export class ComplaintTransition extends schema.class {}
schema.setClass(ComplaintTransition);
