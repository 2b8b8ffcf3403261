import { defineEntity, p } from '@mikro-orm/core';
import { Area, Institution, Product } from '../catalogue/index.ts';
import { provenanceColumns, quantity } from '../platform/database/base-columns.ts';
import { Lot } from './lot.entity.ts';

const schema = defineEntity({
  name: 'DemandReport',
  tableName: 'demand_report',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    lot: () => p.manyToOne(Lot).fieldName('lot_id').ref(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref().nullable(),
    quantity: quantity(),
    ...provenanceColumns,
  },
});

/** Reported demand (报量) of one institution in one lot, by generic name or, where the round asks for it, by product. */
export class DemandReport extends schema.class {}
schema.setClass(DemandReport);
