/** A table of sums of agreed volumes, and the columns by which they are summed there. */
export interface Rollup {
  readonly table: string;
  readonly by: readonly string[];
}

/** What is summed. */
export const summed = ['quantity', 'amount', 'savings', 'volumes', 'last_recorded_at'] as const;

/**
 * The sums that are kept, fine to coarse. A writer changes them in this order, so that two writers never wait for each
 * other, and the sum that most others wait for is held for the shortest time. A reader takes the coarsest that has what
 * is asked for.
 */
export const rollups: readonly Rollup[] = [
  { table: 'agreed_volume_rollup', by: ['area_code', 'selected_product_id', 'agreement_year', 'synthetic'] },
  // A round has products with a price and without: each sum is of one kind, so that it either has an amount or has none.
  { table: 'agreed_volume_rollup_by_area', by: ['area_code', 'round_id', 'agreement_year', 'synthetic', 'with_amount', 'with_savings'] },
  { table: 'agreed_volume_rollup_by_product', by: ['selected_product_id', 'agreement_year', 'synthetic'] },
];
