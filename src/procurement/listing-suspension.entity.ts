import { defineEntity, p } from '@mikro-orm/core';
import { Area, Product } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'ListingSuspension',
  tableName: 'listing_suspension',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    effectiveFrom: p.date(),
    effectiveTo: p.date(),
    reason: p.text(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** That a province suspends the listing of a product (暂停挂网), from a day to the day before `effectiveTo`. Insert-only. */
export class ListingSuspension extends schema.class {}
schema.setClass(ListingSuspension);
