import { defineEntity, p } from '@mikro-orm/core';
import { Area, Enterprise, Institution, Product } from '../catalogue/index.ts';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';

export const payees = ['ENTERPRISE', 'DISTRIBUTOR'] as const;

const schema = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    agreedVolumeId: p.uuid(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    distributor: () => p.manyToOne(Enterprise).fieldName('distributor_id').ref().nullable(),
    payee: p.enum(payees).default('ENTERPRISE'),
    agreementYear: p.smallint(),
    signedOn: p.date(),
    inForceFrom: p.date(),
    inForceTo: p.date(),
    unitPrice: unitPrice(),
    priceUnit: p.text(),
    unitsPerPriceUnit: p.integer(),
    ...provenanceColumns,
  },
});

/**
 * Purchase-and-sale agreement (购销协议) of an institution, an enterprise and its distributor about one agreed volume of
 * one agreement year. Its quantity is the agreed volume's; it holds from `inForceFrom` to the day before `inForceTo`.
 */
export class Agreement extends schema.class {}
schema.setClass(Agreement);
