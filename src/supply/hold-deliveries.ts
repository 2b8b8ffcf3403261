import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Caller, Operator } from '../platform/access/caller.ts';
import { isOfSide, sideOf } from './own-agreement.ts';

/** A delivery by its codes: the pooling area, and the numbers of the agreement, of the order under it, and of the delivery of that. */
export interface DeliveryReference {
  readonly areaCode: string;
  readonly agreementNumber: string;
  readonly orderNumber: string;
  readonly deliveryNumber: string;
}

/** A delivery with what its acceptance and its payable need to know of the agreement and the order. */
export interface HeldDelivery {
  readonly areaCode: string;
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly deliveredOn: LocalDate;
  readonly quantity: number;
  readonly acceptedOn: LocalDate | null;
  readonly acceptedQuantity: number | null;
  readonly returnedQuantity: number;
  readonly confidence: string;
  readonly agreementId: string;
  readonly inForceFrom: LocalDate;
  readonly inForceTo: LocalDate;
  readonly unitPrice: string;
  readonly priceUnit: string;
  readonly unitsPerPriceUnit: number;
  readonly selectedProductId: string;
  readonly category: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly payeeId: string;
  /** The pooling area and what it lies in, the nearest first. */
  readonly areas: readonly string[];
}

const given = `json_to_recordset($1::json) as given (at integer, area_code text, agreement_number text, order_number text, delivery_number text)
  join agreement a on a.area_code = given.area_code and a.number = given.agreement_number
  join purchase_order o on o.area_code = a.area_code and o.agreement_id = a.id and o.number = given.order_number
  join delivery d on d.area_code = o.area_code and d.order_id = o.id and d.number = given.delivery_number`;

const own = isOfSide('$2', '$3');

/** How deliveries are held until the transaction ends: not at all, alone, or after their orders, which may change with them. */
export type Hold = 'FOUND' | 'HELD' | 'HELD_WITH_ORDERS';

/**
 * Finds deliveries by their codes and holds them, in one order, until the transaction ends.
 * @returns one for each reference in its place; null where none is found that the caller may act on
 */
export async function holdDeliveries(
  em: EntityManager,
  caller: Caller | Operator,
  references: readonly DeliveryReference[],
  hold: Hold,
): Promise<(HeldDelivery | null)[]> {
  const asked = references.map((each, at) => ({
    at,
    area_code: each.areaCode,
    agreement_number: each.agreementNumber,
    order_number: each.orderNumber,
    delivery_number: each.deliveryNumber,
  }));
  const values = [jsonText(asked), ...sideOf(caller)];
  if (hold === 'HELD_WITH_ORDERS') {
    await sendOn(em)(`select from ${given} where ${own} order by o.area_code, o.id for no key update of o`, values);
  }
  const held = await sendOn(em)<HeldDelivery & { at: number }>(
    `select given.at, d.area_code as "areaCode", d.id, d.order_id as "orderId", d.number, d.delivered_on::text as "deliveredOn",
      d.quantity::float8 as quantity, d.accepted_on::text as "acceptedOn", d.accepted_quantity::float8 as "acceptedQuantity",
      d.returned_quantity::float8 as "returnedQuantity", d.confidence, a.id as "agreementId", a.in_force_from::text as "inForceFrom",
      a.in_force_to::text as "inForceTo", a.unit_price::text as "unitPrice", a.price_unit as "priceUnit",
      a.units_per_price_unit as "unitsPerPriceUnit", a.selected_product_id as "selectedProductId", p.category,
      a.enterprise_id as "enterpriseId", a.institution_id as "institutionId",
      case a.payee when 'DISTRIBUTOR' then o.distributor_id else a.enterprise_id end as "payeeId",
      array_remove(array[r.code, r.parent_code], null) as areas
    from ${given} join product p on p.id = a.product_id join area r on r.code = a.area_code
    where ${own} order by d.area_code, d.id ${hold === 'FOUND' ? '' : 'for no key update of d'}`,
    values,
  );
  const found: (HeldDelivery | null)[] = references.map(() => null);
  for (const { at, ...delivery } of held) found[at] = delivery;
  return found;
}
