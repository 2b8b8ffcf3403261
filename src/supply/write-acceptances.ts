import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { sendOn } from '../platform/database/send.ts';
import type { RowChange } from '../platform/journal/row-changes.ts';
import type { HeldDelivery } from './hold-deliveries.ts';
import { rollUpMovements } from './roll-up-movements.ts';

/** The acceptance check of a delivery that is held with its order. */
export interface AcceptanceWritten {
  readonly delivery: HeldDelivery;
  readonly acceptedOn: string;
  readonly acceptedQuantity: number;
  readonly rejectedQuantity: number;
  readonly rejectionReason: string | null;
}

/**
 * Writes acceptance checks, each once, and gives back to the orders what was rejected, so that it may come again.
 * @returns what changed, for the journal
 */
export async function writeAcceptances(
  em: EntityManager,
  acceptances: readonly AcceptanceWritten[],
  recordedAt: Date,
): Promise<RowChange[]> {
  const rows = acceptances.map(({ delivery, ...check }) => ({
    area_code: delivery.areaCode,
    id: delivery.id,
    order_id: delivery.orderId,
    accepted_on: check.acceptedOn,
    accepted_quantity: check.acceptedQuantity,
    rejected_quantity: check.rejectedQuantity,
    rejection_reason: check.rejectionReason,
    acceptance_recorded_at: recordedAt.toISOString(),
  }));
  const columns =
    'area_code text, id uuid, order_id uuid, accepted_on date, accepted_quantity bigint, rejected_quantity bigint, rejection_reason text, acceptance_recorded_at timestamptz';
  const writing = sendOn(em)(
    `update delivery d set accepted_on = g.accepted_on, accepted_quantity = g.accepted_quantity, rejected_quantity = g.rejected_quantity,
      rejection_reason = g.rejection_reason, acceptance_recorded_at = g.acceptance_recorded_at
    from json_to_recordset($1::json) as g (${columns}) where d.area_code = g.area_code and d.id = g.id and d.accepted_on is null returning d.id`,
    [jsonText(rows)],
  );
  // Put together while the database writes.
  const changes = rows.map(acceptanceChange);
  const moved = acceptances.map(({ delivery, acceptedOn, acceptedQuantity }) => ({
    ...delivery,
    day: acceptedOn,
    kind: 'accepted' as const,
    quantity: acceptedQuantity,
  }));
  const written = await writing;
  if (written.length !== rows.length) throw new Error('a delivery was accepted that was not held');
  const rejected = rows.filter(({ rejected_quantity: quantity }) => quantity > 0);
  const orders = rejected.length === 0 ? [] : await giveBack(em, rejected, columns);
  await rollUpMovements(em, moved, recordedAt);
  return [...changes, ...orders];
}

interface OrderChanged {
  readonly areaCode: string;
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

async function giveBack(em: EntityManager, rejected: readonly object[], columns: string): Promise<RowChange[]> {
  const orders = await sendOn(em)<OrderChanged>(
    `update purchase_order o set supplied_quantity = o.supplied_quantity - g.rejected
    from (select area_code, order_id, sum(rejected_quantity)::bigint as rejected from json_to_recordset($1::json) as g (${columns})
      group by area_code, order_id) g
    where o.area_code = g.area_code and o.id = g.order_id
    returning o.area_code as "areaCode", o.id, (o.supplied_quantity + g.rejected)::text as before, o.supplied_quantity::text as after`,
    [jsonText(rejected)],
  );
  return orders.map(({ areaCode, id, before, after }) => ({
    table: 'purchase_order',
    area: areaCode,
    key: { area_code: areaCode, id },
    from: { supplied_quantity: before },
    to: { supplied_quantity: after },
  }));
}

function acceptanceChange(row: {
  readonly area_code: string;
  readonly id: string;
  readonly accepted_on: string;
  readonly accepted_quantity: number;
  readonly rejected_quantity: number;
  readonly rejection_reason: string | null;
  readonly acceptance_recorded_at: string;
}): RowChange {
  const { area_code: area, id, rejection_reason: reason } = row;
  return {
    table: 'delivery',
    area,
    key: { area_code: area, id },
    from: {
      accepted_on: null,
      accepted_quantity: null,
      rejected_quantity: null,
      acceptance_recorded_at: null,
      ...(reason !== null && { rejection_reason: null }),
    },
    to: {
      accepted_on: row.accepted_on,
      accepted_quantity: String(row.accepted_quantity),
      rejected_quantity: String(row.rejected_quantity),
      acceptance_recorded_at: row.acceptance_recorded_at,
      ...(reason !== null && { rejection_reason: reason }),
    },
  };
}
