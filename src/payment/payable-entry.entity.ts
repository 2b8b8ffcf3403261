import { defineEntity, p } from '@mikro-orm/core';
import { amount, provenanceColumns } from '../platform/database/base-columns.ts';

export const payableEntryKinds = ['PAYMENT', 'REVERSAL', 'RETURN'] as const;

const schema = defineEntity({
  name: 'PayableEntry',
  tableName: 'payable_entry',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    payableId: p.uuid(),
    kind: p.enum(payableEntryKinds),
    amount: amount(),
    occurredOn: p.date(),
    reference: p.text(),
    reversesId: p.uuid().nullable(),
    reason: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** What changed an open payable: a payment or a return of goods lowers it, the reversal of a payment raises it again. Insert-only. */
export class PayableEntry extends schema.class {}
schema.setClass(PayableEntry);
