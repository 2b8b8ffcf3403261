import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { SelectedProduct } from './selected-product.entity.ts';

export const supplyRoles = ['PRIMARY', 'BACKUP'] as const;

const schema = defineEntity({
  name: 'SupplyRegion',
  tableName: 'supply_region',
  properties: {
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref().primary(),
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    role: p.enum(supplyRoles),
    ...provenanceColumns,
  },
});

/** A supply region (供应地区): the area that a winner serves first (主供) or takes over when its primary fails (备供). */
export class SupplyRegion extends schema.class {}
schema.setClass(SupplyRegion);
