import { defineEntity, p } from '@mikro-orm/core';
import { unitPrice } from '../platform/database/base-columns.ts';
import { SelectedProduct } from './selected-product.entity.ts';

const schema = defineEntity({
  name: 'WinningPriceCorrection',
  tableName: 'winning_price_correction',
  properties: {
    id: p.uuid().primary(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    priceBefore: unitPrice(),
    priceAfter: unitPrice(),
    reason: p.text(),
    approvalId: p.uuid(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** An approved correction of a winning price, with its reason; insert-only, and the only way to change one. */
export class WinningPriceCorrection extends schema.class {}
schema.setClass(WinningPriceCorrection);
