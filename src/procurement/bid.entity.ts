import { defineEntity, p } from '@mikro-orm/core';
import { Enterprise, Product } from '../catalogue/index.ts';
import { provenanceColumns, quantity, unitPrice } from '../platform/database/base-columns.ts';
import { Lot } from './lot.entity.ts';

/** What a bid is by itself; from its evaluation on it stands where that has put it. */
const sealStates = ['SEALED', 'OPENED'] as const;
export const bidOutcomes = [
  'INVALID',
  'NOT_SHORTLISTED',
  'NOT_SELECTED',
  'NEGOTIATE',
  'UNDECIDED',
  'PROPOSED',
  'SELECTED',
  'WITHDRAWN',
] as const;
export const bidStatuses = [...sealStates, ...bidOutcomes] as const;
/** RECORDED rows were recorded one by one and are complete; PUBLIC_SOURCE rows may lack a figure, and then say so. */
export const origins = ['RECORDED', 'PUBLIC_SOURCE'] as const;

const schema = defineEntity({
  name: 'Bid',
  tableName: 'bid',
  properties: {
    id: p.uuid().primary(),
    lot: () => p.manyToOne(Lot).fieldName('lot_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    price: unitPrice().nullable(),
    sealedPrice: p.text().nullable(),
    commitment: p.text().nullable(),
    commitmentSalt: p.text().nullable(),
    priceUnit: p.text(),
    unitsPerPriceUnit: p.integer().nullable(),
    comparableUnitPrice: unitPrice().nullable(),
    declaredCapacity: quantity().nullable(),
    declaredNotBelowCost: p.boolean().nullable(),
    status: p.enum(sealStates),
    note: p.text().nullable(),
    origin: p.enum(origins),
    ...provenanceColumns,
  },
});

/** A declared price (申报价) for one product in one lot. While sealed it has no price, but a ciphertext and a commitment. */
export class Bid extends schema.class {}
schema.setClass(Bid);
