import { defineEntity, p } from '@mikro-orm/core';
import type { Explanation } from '../kernel/explanation.ts';
import { Product } from '../catalogue/index.ts';
import { provenanceColumns, quantity, unitPrice } from '../platform/database/base-columns.ts';
import { Bid, origins } from './bid.entity.ts';
import { Lot } from './lot.entity.ts';
import { Round } from './round.entity.ts';

export const selectionBases = ['BIDDING', 'NEGOTIATION', 'REPLACEMENT'] as const;

const schema = defineEntity({
  name: 'SelectedProduct',
  tableName: 'selected_product',
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    lot: () => p.manyToOne(Lot).fieldName('lot_id').ref(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    bid: () => p.manyToOne(Bid).fieldName('bid_id').ref().nullable(),
    basis: p.enum(selectionBases),
    experts: p.array(),
    rank: p.integer().nullable(),
    winningPrice: unitPrice().nullable(),
    priceUnit: p.text(),
    /** The correction that the winning price is from. */
    priceCorrectionId: p.uuid().nullable(),
    priceBefore: unitPrice().nullable(),
    agreedQuantity: quantity().nullable(),
    explanation: p.json<Explanation>().nullable(),
    withdrawnOn: p.date().nullable(),
    note: p.text().nullable(),
    origin: p.enum(origins),
    ...provenanceColumns,
  },
});

/** A selected product (中选产品) with its winning price (中选价格) and, where on record, the quantity agreed nationally. */
export class SelectedProduct extends schema.class {}
schema.setClass(SelectedProduct);
