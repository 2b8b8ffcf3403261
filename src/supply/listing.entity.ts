import { defineEntity, p } from '@mikro-orm/core';
import { Area, Enterprise, Product } from '../catalogue/index.ts';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';

const schema = defineEntity({
  name: 'Listing',
  tableName: 'listing',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref().nullable(),
    price: unitPrice(),
    priceUnit: p.text(),
    priceBefore: unitPrice().nullable(),
    effectiveFrom: p.date(),
    effectiveTo: p.date().nullable(),
    reason: p.text().nullable(),
    ...provenanceColumns,
  },
});

/**
 * The price at which a product is listed (挂网) on a provincial platform from `effectiveFrom` to the day before a later
 * listing of it; the area is the province. Every price that a product was listed at stays.
 */
export class Listing extends schema.class {}
schema.setClass(Listing);
