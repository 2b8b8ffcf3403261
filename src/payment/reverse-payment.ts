import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate, today } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { holdDeliveries } from '../supply/index.ts';
import { deliveryUnknown } from './delivery-unknown.ts';
import { holdPayables } from './hold-payables.ts';
import { nothingPayable } from './nothing-payable.ts';
import { Payable } from './payable.entity.ts';
import { paymentReversal } from './policy/index.ts';
import type { ReversePaymentInput } from './recording.input.ts';
import { writeEntries } from './write-entries.ts';

interface Paid {
  readonly id: string;
  readonly amount: string;
  readonly paidOn: string;
  readonly reversedOn: string | null;
}

/** Takes a payment back by an entry of its own: whole, once, with a reason. What is open of the payable is raised again. */
export async function reversePayment(context: Context, em: EntityManager, input: ReversePaymentInput): Promise<Verdict<Payable>> {
  const [delivery] = await holdDeliveries(em, context.caller, [input], 'FOUND');
  if (!delivery) return refused([deliveryUnknown(input)]);
  const payable = (await holdPayables(em, [delivery])).get(delivery.id);
  if (!payable) return refused([nothingPayable(delivery)]);
  const { areaCode, id } = payable;
  const { paymentReference, reversedOn, reason } = input;
  // Read after the payable is held: of two reversals at once the second sees the first.
  const [paid] = await em.execute<Paid[]>(
    `select e.id, e.amount::text, e.occurred_on::text as "paidOn",
      (select r.occurred_on::text from payable_entry r where r.area_code = e.area_code and r.reverses_id = e.id) as "reversedOn"
    from payable_entry e where e.area_code = ? and e.payable_id = ? and e.kind = 'PAYMENT' and e.reference = ?`,
    [areaCode, id, paymentReference],
  );
  const refusals = textRefusals({ reason });
  if (!paid) return refused([...refusals, unknownCode('paymentReference', 'payment of the payable', '付款', paymentReference)]);
  const payment = {
    reference: paymentReference,
    paidOn: localDate(paid.paidOn),
    reversedOn: paid.reversedOn === null ? null : localDate(paid.reversedOn),
  };
  refusals.push(...paymentReversal(payment, localDate(reversedOn), today(context.clock)));
  if (refusals.length > 0) return refused(refusals);
  const amount = Money.of(paid.amount);
  const reversal = {
    payable,
    kind: 'REVERSAL',
    amount,
    occurredOn: reversedOn,
    reference: paymentReference,
    reversesId: paid.id,
    reason,
  } as const;
  await writeEntries(context, em, [reversal]);
  return accepted(await em.findOneOrFail(Payable, { area: areaCode, id }));
}
