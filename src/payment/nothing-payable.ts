import { fact } from '../kernel/fact.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Of what has not been accepted nothing is owed, so nothing can be paid for it or go back. */
export function nothingPayable({ number }: { readonly number: string }): Refusal {
  return {
    code: 'NOTHING_PAYABLE',
    field: 'deliveryNumber',
    message: `Nothing is payable for delivery ${number}: none of it has been accepted.`,
    messageZh: `到货 ${number} 尚无验收合格数量,没有应付货款。`,
    rule: 'payment.payable-amount',
    facts: [fact('delivery', number)],
  };
}
