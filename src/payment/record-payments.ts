import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate, today } from '../kernel/local-date.ts';
import { Money } from '../kernel/money.ts';
import type { RowOutcome } from '../platform/journal/record-batch.ts';
import type { RecordingContext } from '../platform/journal/recorded-row.ts';
import { holdDeliveries } from '../supply/index.ts';
import { deliveryUnknown } from './delivery-unknown.ts';
import { amountField, referenceField } from './figures.ts';
import { change, historiesOf, holdPayables } from './hold-payables.ts';
import { nothingPayable } from './nothing-payable.ts';
import { leastOpenFrom, paymentLimit } from './policy/index.ts';
import type { PaymentInput } from './recording.input.ts';
import { writeEntries, type NewEntry } from './write-entries.ts';

/** Records payments on payables, whole or in parts; more than is open is refused. Each row answers with its payable. */
export async function recordPayments(
  context: RecordingContext,
  em: EntityManager,
  rows: readonly PaymentInput[],
): Promise<readonly RowOutcome[]> {
  const deliveries = await holdDeliveries(em, context.caller, rows, 'FOUND');
  const payables = await holdPayables(
    em,
    deliveries.flatMap((each) => each ?? []),
  );
  const histories = await historiesOf(em, [...payables.values()]);
  const now = today(context.clock);
  const entries: NewEntry[] = [];

  const outcomes = rows.map((row, at): RowOutcome => {
    const delivery = deliveries[at];
    if (!delivery) return { refusals: [deliveryUnknown(row)] };
    const held = payables.get(delivery.id);
    if (!held) return { refusals: [nothingPayable(delivery)] };
    const { amount: text, reference, paidOn } = row;
    const malformed = [...amountField('amount', text), ...referenceField(reference)];
    if (malformed.length > 0) return { refusals: malformed };
    const history = histories.get(held.id)!;
    const amount = Money.of(text);
    const told = { amount, reference, paidOn: localDate(paidOn) };
    const open = leastOpenFrom(Money.of(held.amount), history.changes, told.paidOn);
    const refusals = paymentLimit(
      { amount: Money.of(held.amount), open, acceptedOn: held.acceptedOn, references: history.paymentReferences },
      told,
      now,
    );
    if (refusals.length > 0) return { refusals };
    change(history, told.paidOn, Money.of('0').minus(amount));
    history.paymentReferences.add(reference);
    entries.push({ payable: held, kind: 'PAYMENT', amount, occurredOn: paidOn, reference });
    return { key: `${held.areaCode}/${held.id}` };
  });
  if (entries.length > 0) await writeEntries(context, em, entries);
  return outcomes;
}
