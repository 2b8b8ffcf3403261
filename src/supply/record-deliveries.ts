import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today, type LocalDate } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { codeTaken } from '../kernel/unknown-code.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { sendOn } from '../platform/database/send.ts';
import { insertRows } from '../platform/journal/insert-rows.ts';
import type { RowOutcome } from '../platform/journal/record-batch.ts';
import { recordedRow, type RecordingContext } from '../platform/journal/recorded-row.ts';
import { changedRow, tellJournal } from '../platform/journal/row-changes.ts';
import { Delivery } from './delivery.entity.ts';
import { isOfSide, sideOf } from './own-agreement.ts';
import { agreementNotFound, dayOfAct, deliveryLimit } from './policy/index.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import type { DeliveryToRecordInput } from './recording.input.ts';
import { rollUpMovements, type Moved } from './roll-up-movements.ts';

/** What a row names, as far as it is on record. */
interface Named {
  readonly at: number;
  readonly agreementId: string | null;
  readonly confidence: Delivery['confidence'];
  readonly orderId: string | null;
  readonly isTaken: boolean;
}

/** Records deliveries of orders, in part or whole; the orders are held, so that together no more comes than was ordered. */
export async function recordDeliveries(
  context: RecordingContext,
  em: EntityManager,
  rows: readonly DeliveryToRecordInput[],
): Promise<readonly RowOutcome[]> {
  const named = await onRecord(em, context.caller, rows);
  const orders = await holdOrders(em, named);
  const numbers = new Set<string>();
  const now = today(context.clock);
  const accepted: Record<string, unknown>[] = [];
  const moved: Moved[] = [];
  const outcomes = rows.map((row, at): RowOutcome => {
    const of = named[at]!;
    if (of.agreementId === null) return { refusals: [agreementNotFound(row.areaCode, row.agreementNumber)] };
    const order = of.orderId === null ? undefined : orders.get(of.orderId);
    if (!order) return { refusals: [unknownOrder(row)] };
    const key = `${order.id} ${row.number}`;
    const on = localDate(row.deliveredOn);
    const malformed = quantityField('quantity', row.quantity);
    const limit =
      malformed.length === 0 ? deliveryLimit({ ordered: order.quantity, supplied: order.supplied, delivered: row.quantity }) : null;
    const refusals = [
      ...textRefusals({ number: row.number }),
      ...malformed,
      ...dayOfAct({ field: 'deliveredOn', on, today: now, after: order.orderedOn }),
      ...(of.isTaken || numbers.has(key) ? [codeTaken('number', 'delivery of this order', '到货单', row.number)] : []),
      ...(limit && !limit.ok ? limit.refusals : []),
    ];
    if (refusals.length > 0) return { refusals };
    numbers.add(key);
    order.supplied += row.quantity;
    const recorded = recordedRow(context);
    accepted.push({
      ...recorded,
      confidence: of.confidence,
      areaCode: order.areaCode,
      orderId: order.id,
      agreementId: of.agreementId,
      number: row.number,
      deliveredOn: on,
      quantity: row.quantity,
      returnedQuantity: 0,
    });
    const { agreementId, confidence } = of;
    moved.push({ areaCode: order.areaCode, agreementId, confidence, day: on, kind: 'delivered', quantity: row.quantity });
    return { key: `${order.areaCode}/${recorded.id}` };
  });
  await insertRows(em, Delivery, accepted);
  await supply(em, [...orders.values()]);
  await rollUpMovements(em, moved, context.clock.now());
  return outcomes;
}

async function onRecord(
  em: EntityManager,
  caller: RecordingContext['caller'],
  rows: readonly DeliveryToRecordInput[],
): Promise<readonly Named[]> {
  const given = rows.map(({ areaCode, agreementNumber, orderNumber, number }, at) => ({
    at,
    areaCode,
    agreementNumber,
    orderNumber,
    number,
  }));
  return sendOn(em)<Named>(
    `select g.at, a.id as "agreementId", case a.confidence when 'SYNTHETIC' then 'SYNTHETIC' else 'HIGH' end as confidence,
       o.id as "orderId", d.id is not null as "isTaken"
     from json_to_recordset($1::json) as g(at int, "areaCode" text, "agreementNumber" text, "orderNumber" text, number text)
       left join agreement a on a.area_code = g."areaCode" and a.number = g."agreementNumber" and ${isOfSide('$2', '$3')}
       left join purchase_order o on o.area_code = a.area_code and o.agreement_id = a.id and o.number = g."orderNumber"
       left join delivery d on d.area_code = o.area_code and d.order_id = o.id and d.number = g.number
     order by g.at`,
    [jsonText(given), ...sideOf(caller)],
  );
}

/** An order that is held: what it ordered, what of it had come, and what has come with the rows so far. */
interface HeldOrder {
  readonly areaCode: string;
  readonly id: string;
  readonly orderedOn: LocalDate;
  readonly quantity: number;
  readonly suppliedBefore: number;
  supplied: number;
}

/** Orders by their ids, held in the one order of all who hold several. */
async function holdOrders(em: EntityManager, named: readonly Named[]): Promise<ReadonlyMap<string, HeldOrder>> {
  const ids = [...new Set(named.flatMap(({ orderId }) => orderId ?? []))];
  const orders = await em.execute<HeldOrder[]>(
    `select o.area_code as "areaCode", o.id, o.ordered_on::text as "orderedOn", o.quantity::float8 as quantity,
       o.supplied_quantity::float8 as "suppliedBefore", o.supplied_quantity::float8 as supplied
     from purchase_order o where o.id = any(array(select json_array_elements_text(?::json)::uuid))
     order by o.area_code, o.id for no key update`,
    [jsonText(ids)],
  );
  return new Map(orders.map((order) => [order.id, order]));
}

/** Writes what of the orders has come now. That it is not more than was ordered is said once more by the statement itself. */
async function supply(em: EntityManager, orders: readonly HeldOrder[]): Promise<void> {
  const supplied = orders.filter(({ supplied: now, suppliedBefore }) => now > suppliedBefore);
  const written = await em.execute<unknown[]>(
    `update purchase_order o set supplied_quantity = g.supplied
     from json_to_recordset(?::json) as g("areaCode" text, id uuid, "suppliedBefore" bigint, supplied bigint)
     where o.area_code = g."areaCode" and o.id = g.id and o.supplied_quantity = g."suppliedBefore" and g.supplied <= o.quantity returning o.id`,
    [jsonText(supplied)],
  );
  if (written.length !== supplied.length) throw new Error('an order was supplied that was not held');
  tellJournal(
    em,
    supplied.map(({ areaCode, id, suppliedBefore, supplied: now }) =>
      changedRow(em, PurchaseOrder, { areaCode, id }, { suppliedQuantity: suppliedBefore }, { suppliedQuantity: now }),
    ),
  );
}

function unknownOrder({ orderNumber, agreementNumber }: DeliveryToRecordInput): Refusal {
  return {
    code: 'ORDER_NOT_FOUND',
    field: 'orderNumber',
    message: `No order ${orderNumber} under agreement ${agreementNumber} is on record.`,
    messageZh: `协议 ${agreementNumber} 项下没有编号为 ${orderNumber} 的订单。`,
    rule: 'supply.agreement-parties',
    facts: [fact('agreement', agreementNumber), fact('order', orderNumber)],
  };
}
