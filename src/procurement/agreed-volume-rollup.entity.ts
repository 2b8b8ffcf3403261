import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { SelectedProduct } from './selected-product.entity.ts';

const schema = defineEntity({
  name: 'AgreedVolumeRollup',
  tableName: 'agreed_volume_rollup',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref().primary(),
    agreementYear: p.smallint().primary(),
    synthetic: p.boolean().primary(),
    quantity: p.decimal('string').columnType('numeric(38,0)'),
    amount: p.decimal('string').columnType('numeric(38,2)').nullable(),
    savings: p.decimal('string').columnType('numeric(38,2)').nullable(),
    volumes: p.bigint('number'),
    lastRecordedAt: p.datetime(),
  },
});

/**
 * The agreed volumes of one selected product in one pooling area and agreement year, summed; demonstration data apart.
 * Written by `roll-up-agreed-volumes.ts` only. Amount and savings are null where a price is not on record.
 */
export class AgreedVolumeRollup extends schema.class {}
schema.setClass(AgreedVolumeRollup);
