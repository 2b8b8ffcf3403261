import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '../platform/journal/insert-rows.ts';
import { recordedRow, type RecordingContext } from '../platform/journal/recorded-row.ts';
import type { HeldDelivery } from '../supply/index.ts';
import { Payable } from './payable.entity.ts';
import { rollUpPayables } from './roll-up-payables.ts';

/** What is owed for one accepted delivery. */
export interface NewPayable {
  readonly delivery: HeldDelivery;
  /** Yuan, 2 decimals. */
  readonly amount: string;
  readonly acceptedOn: string;
  readonly dueOn: string;
  readonly deadlineClause: string;
}

/** Writes payables, each under the key of its delivery. What is worth nothing, to the cent, is settled when it comes about. */
export async function writePayables(context: RecordingContext, em: EntityManager, payables: readonly NewPayable[]): Promise<void> {
  const recorded = recordedRow(context);
  const rows = payables.map(({ delivery, amount, ...terms }) => ({
    ...recorded,
    ...terms,
    area: delivery.areaCode,
    id: delivery.id,
    agreementId: delivery.agreementId,
    selectedProduct: delivery.selectedProductId,
    enterprise: delivery.enterpriseId,
    institution: delivery.institutionId,
    payee: delivery.payeeId,
    amount,
    openAmount: amount,
    settledOn: amount === '0.00' ? terms.acceptedOn : null,
    confidence: confidenceOf(delivery),
  }));
  await insertRows(em, Payable, rows);
  await rollUpPayables(
    em,
    rows.map(({ area, id }) => ({ areaCode: area, id })),
  );
}

/** What follows from demonstration data is demonstration data. */
export const confidenceOf = ({ confidence }: { readonly confidence: string }) => (confidence === 'SYNTHETIC' ? 'SYNTHETIC' : 'HIGH');
