import { sql } from 'kysely';
import type { Acts } from '../platform/access/rights.ts';
import { agreementSeen } from '../supply/index.ts';

/** Who may record what. The schema's descriptions are rendered from it; the database says it again in its policies. */
export const paymentActs = {
  acceptDeliveries: ['EXPERT', 'INSTITUTION'],
  returnGoods: ['EXPERT', 'INSTITUTION'],
  recordPayments: ['EXPERT', 'INSTITUTION'],
  reversePayment: ['EXPERT', 'INSTITUTION'],
  setPrepaymentRatio: ['AGENCY'],
  recordPrepayment: ['AGENCY'],
  topUpPrepayment: ['AGENCY'],
  offsetPrepayment: ['AGENCY'],
  closePrepayment: ['AGENCY'],
} as const satisfies Acts;

/** Whoever sees an agreement sees what is owed for its deliveries. */
export const payableSeen = agreementSeen;

/** Entries are seen where their payable is. */
export const payableEntrySeen = {
  ...payableSeen,
  visible: (caller: Parameters<typeof payableSeen.visible>[0]) => {
    const where = payableSeen.visible(caller);
    return where && sql`t.payable_id in (select t.id from payable t where ${where})`;
  },
};
