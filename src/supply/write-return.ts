import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowChange } from '../platform/journal/row-changes.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import type { Context } from '../platform/graphql/context.ts';
import { GoodsReturn } from './goods-return.entity.ts';
import type { HeldDelivery } from './hold-deliveries.ts';
import { rollUpMovements } from './roll-up-movements.ts';

/**
 * Writes that accepted goods of a held delivery went back.
 * @returns the return, which the mapper writes, and what else changed, for the journal
 */
export async function writeReturn(
  context: Context,
  em: EntityManager,
  delivery: HeldDelivery,
  told: { readonly quantity: number; readonly returnedOn: string; readonly reason: string },
): Promise<{ readonly goodsReturn: GoodsReturn; readonly changes: readonly RowChange[] }> {
  const { areaCode, id, agreementId, returnedQuantity: before } = delivery;
  const goodsReturn = em.create(GoodsReturn, { ...recordedRow(context), areaCode, deliveryId: id, agreementId, ...told });
  const after = before + told.quantity;
  await em.flush();
  await em.execute('update delivery set returned_quantity = ? where area_code = ? and id = ?', [after, areaCode, id]);
  await rollUpMovements(em, [{ ...delivery, day: told.returnedOn, kind: 'returned', quantity: told.quantity }], goodsReturn.recordedAt);
  return {
    goodsReturn,
    changes: [
      {
        table: 'delivery',
        area: areaCode,
        key: { area_code: areaCode, id },
        from: { returned_quantity: String(before) },
        to: { returned_quantity: String(after) },
      },
    ],
  };
}
