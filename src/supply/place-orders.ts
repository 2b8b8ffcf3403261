import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import { localDate, today } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import { codeTaken } from '../kernel/unknown-code.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { insertRows } from '../platform/journal/insert-rows.ts';
import type { RowOutcome } from '../platform/journal/record-batch.ts';
import { recordedRow, type RecordingContext } from '../platform/journal/recorded-row.ts';
import { appointmentsAt, distributorOn } from './appointments.ts';
import { agreementText, holdAgreements } from './hold-agreements.ts';
import { agreementNotFound, dayOfAct, distributorMissing, orderPeriod } from './policy/index.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import type { OrderToPlaceInput } from './recording.input.ts';
import { rollUpMovements, type Moved } from './roll-up-movements.ts';

/**
 * Places orders under agreements, each with the distributor of its day. A quantity above the agreed is taken like any
 * other, at the same price (RJ3).
 */
export async function placeOrders(
  context: RecordingContext,
  em: EntityManager,
  rows: readonly OrderToPlaceInput[],
): Promise<readonly RowOutcome[]> {
  const agreements = await holdAgreements(em, context.caller, rows);
  const appointments = await appointmentsAt(em, [...agreements.values()]);
  const taken = await takenNumbers(em, rows);
  const now = today(context.clock);
  const accepted: Record<string, unknown>[] = [];
  const moved: Moved[] = [];
  const outcomes = rows.map((row): RowOutcome => {
    const agreement = agreements.get(agreementText(row));
    if (!agreement) return { refusals: [agreementNotFound(row.areaCode, row.agreementNumber)] };
    const on = localDate(row.orderedOn);
    const appointed = distributorOn(appointments(agreement), on);
    const key = orderText(row);
    const refusals = [
      ...textRefusals({ number: row.number }),
      ...quantityField('quantity', row.quantity),
      ...dayOfAct({ field: 'orderedOn', on, today: now, after: null }),
      ...orderPeriod(on, { from: agreement.inForceFrom, to: agreement.inForceTo }),
      ...(appointed ? [] : [distributorMissing(on)]),
      ...(taken.has(key) ? [codeTaken('number', 'order of this agreement', '订单', row.number)] : []),
    ];
    if (!appointed || refusals.length > 0) return { refusals };
    taken.add(key);
    const recorded = recordedRow(context);
    accepted.push({
      ...recorded,
      confidence: agreement.confidence === 'SYNTHETIC' ? 'SYNTHETIC' : 'HIGH',
      areaCode: agreement.areaCode,
      agreementId: agreement.id,
      number: row.number,
      distributor: appointed.distributorId,
      orderedOn: on,
      quantity: row.quantity,
      suppliedQuantity: 0,
    });
    moved.push({ ...agreement, agreementId: agreement.id, day: on, kind: 'ordered', quantity: row.quantity });
    return { key: `${agreement.areaCode}/${recorded.id}` };
  });
  await insertRows(em, PurchaseOrder, accepted);
  await rollUpMovements(em, moved, context.clock.now());
  return outcomes;
}

const orderText = ({ areaCode, agreementNumber, number }: Pick<OrderToPlaceInput, 'areaCode' | 'agreementNumber' | 'number'>) =>
  JSON.stringify([areaCode, agreementNumber, number]);

async function takenNumbers(em: EntityManager, rows: readonly OrderToPlaceInput[]): Promise<Set<string>> {
  const found = await sendOn(em)<{ areaCode: string; agreementNumber: string; number: string }>(
    `select a.area_code as "areaCode", a.number as "agreementNumber", o.number
     from json_to_recordset($1::json) as g("areaCode" text, "agreementNumber" text, number text)
       join agreement a on a.area_code = g."areaCode" and a.number = g."agreementNumber"
       join purchase_order o on o.area_code = a.area_code and o.agreement_id = a.id and o.number = g.number`,
    [jsonText(rows.map(({ areaCode, agreementNumber, number }) => ({ areaCode, agreementNumber, number })))],
  );
  return new Set(found.map(orderText));
}
