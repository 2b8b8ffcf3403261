import { defineEntity, p } from '@mikro-orm/core';
import { amount, percent, provenanceColumns } from '../platform/database/base-columns.ts';
import { prepaymentAccounts, prepaymentMovementKinds } from './prepayment-kinds.ts';

const schema = defineEntity({
  name: 'PrepaymentMovement',
  tableName: 'prepayment_movement',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    prepaymentId: p.uuid(),
    kind: p.enum(prepaymentMovementKinds),
    amount: amount(),
    fromAccount: p.enum(prepaymentAccounts),
    toAccount: p.enum(prepaymentAccounts),
    occurredOn: p.date(),
    reference: p.text(),
    agreedAmount: amount(),
    prepaidAmount: amount(),
    ratioPercent: percent().nullable(),
    ratioSource: p.text().nullable(),
    purchasedAmount: amount().nullable(),
    ...provenanceColumns,
  },
});

/**
 * One movement of a prepayment: an amount leaves one account and comes to another, so that the ledger's sum stays zero.
 * Insert-only. It keeps the figures that it was judged by: an agreement may be amended later, and the explanation of what
 * was done must not change with it. `prepaidAmount` is what had been prepaid for the year with it.
 */
export class PrepaymentMovement extends schema.class {}
schema.setClass(PrepaymentMovement);
