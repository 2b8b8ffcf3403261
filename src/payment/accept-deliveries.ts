import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate, today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import type { RowOutcome } from '../platform/journal/record-batch.ts';
import type { RecordingContext } from '../platform/journal/recorded-row.ts';
import { tellJournal } from '../platform/journal/row-changes.ts';
import { holdDeliveries, writeAcceptances, type AcceptanceWritten, type HeldDelivery } from '../supply/index.ts';
import { calendarFor } from './calendar-on-record.ts';
import { deliveryUnknown } from './delivery-unknown.ts';
import { deliveryAcceptance, payableAmount, settlementDeadline, type Calendar } from './policy/index.ts';
import type { DeliveryAcceptanceInput } from './recording.input.ts';
import { writePayables, type NewPayable } from './write-payables.ts';

/**
 * Records the acceptance checks of deliveries. What was accepted makes a payable of the institution, due by the clause of
 * the day of acceptance; a delivery that was rejected whole makes none.
 */
export async function acceptDeliveries(
  context: RecordingContext,
  em: EntityManager,
  rows: readonly DeliveryAcceptanceInput[],
): Promise<readonly RowOutcome[]> {
  const mayReject = rows.some(({ rejectedQuantity }) => rejectedQuantity > 0);
  const held = await holdDeliveries(em, context.caller, rows, mayReject ? 'HELD_WITH_ORDERS' : 'HELD');
  const checked = rows.map((row, at) => ({ row, delivery: held[at]!, acceptedOn: localDate(row.acceptedOn) }));
  const calendar = await calendarFor(
    em,
    checked.flatMap(({ delivery, acceptedOn }) => (delivery ? [{ ...delivery, acceptedOn }] : [])),
  );
  const now = today(context.clock);
  const acceptances: AcceptanceWritten[] = [];
  const payables: NewPayable[] = [];
  const acceptedHere = new Map<string, string>();

  const outcomes = checked.map(({ row, delivery, acceptedOn }): RowOutcome => {
    if (!delivery) return { refusals: [deliveryUnknown(row)] };
    const { acceptedQuantity, rejectedQuantity, rejectionReason = null } = row;
    const told = { acceptedOn, acceptedQuantity, rejectedQuantity, rejectionReason };
    const acceptedBefore = delivery.acceptedOn ?? acceptedHere.get(delivery.id) ?? null;
    const refusals = [
      ...textRefusals({ rejectionReason }),
      ...deliveryAcceptance(
        {
          number: delivery.number,
          deliveredOn: delivery.deliveredOn,
          quantity: delivery.quantity,
          acceptedOn: acceptedBefore === null ? null : localDate(acceptedBefore),
          inForce: { from: delivery.inForceFrom, to: delivery.inForceTo },
        },
        told,
        now,
      ),
    ];
    // A day outside the agreement has no clause of its own to be judged by.
    if (refusals.length > 0) return { refusals };
    const payable = acceptedQuantity === 0 ? null : payableOf(delivery, told, calendar);
    if (payable && 'refusals' in payable) return payable;
    acceptedHere.set(delivery.id, acceptedOn);
    acceptances.push({ delivery, ...told });
    if (payable) payables.push(payable);
    return { key: `${delivery.areaCode}/${delivery.id}` };
  });
  if (acceptances.length > 0) {
    tellJournal(em, await writeAcceptances(em, acceptances, context.clock.now()));
    await writePayables(context, em, payables);
  }
  return outcomes;
}

function payableOf(
  delivery: HeldDelivery,
  told: { acceptedOn: HeldDelivery['deliveredOn']; acceptedQuantity: number },
  calendar: Calendar,
): NewPayable | { refusals: readonly Refusal[] } {
  const { category, areas, unitPrice, priceUnit, unitsPerPriceUnit } = delivery;
  const { acceptedOn, acceptedQuantity: accepted } = told;
  const deadline = settlementDeadline({ acceptedOn, category, areas }, calendar);
  if (!deadline.ok) return { refusals: deadline.refusals };
  return {
    delivery,
    amount: payableAmount({ accepted, price: UnitPrice.of(unitPrice, priceUnit), unitsPerPriceUnit }).toString(),
    acceptedOn,
    dueOn: deadline.value.dueOn,
    deadlineClause: deadline.value.clause,
  };
}
