import type { RowCheck } from '../platform/tables/table-import.ts';

/** For files about selected products: the product was selected, and it is clear in which lot. */
export const selectedChecks: readonly RowCheck[] = [
  {
    code: 'NOT_SELECTED',
    column: 'product_code',
    reads: ['round_code', 'lot_code', 'product_code'],
    broken: 'line.selected_product_id is null',
    words: { en: 'The product was not selected in this round and lot.', zh: '该产品未在此批次(竞价单元)中选。' },
  },
  {
    code: 'LOT_NEEDED',
    column: 'lot_code',
    reads: ['round_code', 'lot_code', 'product_code'],
    broken: 'line.selected_in_lots > 1',
    words: {
      en: 'The product was selected in more than one lot of the round: name the lot.',
      zh: '该产品在本批次多个竞价单元中选,请填写竞价单元代码。',
    },
  },
];
