import { defineEntity, p } from '@mikro-orm/core';
import { Area, Institution } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { SelectedProduct } from './selected-product.entity.ts';

const schema = defineEntity({
  name: 'AgreedVolume',
  tableName: 'agreed_volume',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    agreementYear: p.smallint(),
    // Nothing, once all of it has moved to a successor.
    quantity: p.bigint('number'),
    ...provenanceColumns,
  },
});

/** Agreed volume (约定采购量): what one institution commits to buy of one selected product in one agreement year. */
export class AgreedVolume extends schema.class {}
schema.setClass(AgreedVolume);
