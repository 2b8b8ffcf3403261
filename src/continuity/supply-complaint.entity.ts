import { defineEntity, p } from '@mikro-orm/core';
import { Area, Enterprise, Institution } from '../catalogue/index.ts';
import { provenanceColumns, quantity } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';

export const complaintStatuses = ['RECORDED', 'VERIFIED', 'DISMISSED', 'SUCCEEDED'] as const;

const schema = defineEntity({
  name: 'SupplyComplaint',
  tableName: 'supply_complaint',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid().nullable(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref().nullable(),
    missingQuantity: quantity(),
    notSuppliedSince: p.date(),
    evidence: p.text(),
    status: p.enum(complaintStatuses),
    successionId: p.uuid().nullable(),
    ...provenanceColumns,
  },
});

/** A supply complaint (供应投诉): what was not supplied under an agreement, or of a product in a pooling area, and since when. */
export class SupplyComplaint extends schema.class {}
schema.setClass(SupplyComplaint);
