import { defineEntity, p } from '@mikro-orm/core';
import { Area, Enterprise } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';
import { payees } from './agreement.entity.ts';

const schema = defineEntity({
  name: 'DistributorAppointment',
  tableName: 'distributor_appointment',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    distributor: () => p.manyToOne(Enterprise).fieldName('distributor_id').ref(),
    payee: p.enum(payees).default('ENTERPRISE'),
    effectiveFrom: p.date(),
    effectiveTo: p.date().nullable(),
    reason: p.text().nullable(),
    ...provenanceColumns,
  },
});

/**
 * That the winning enterprise has chosen a distributor (配送企业) for a selected product in a pooling area, from
 * `effectiveFrom` to the day before `effectiveTo`; nobody else may choose it (S1-10).
 */
export class DistributorAppointment extends schema.class {}
schema.setClass(DistributorAppointment);
