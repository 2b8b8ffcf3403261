import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { Round } from './round.entity.ts';
import { SelectedProduct } from './selected-product.entity.ts';

const area = () => p.manyToOne(Area).fieldName('area_code').ref().primary();
const selectedProduct = () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref().primary();
const round = () => p.manyToOne(Round).fieldName('round_id').ref().primary();
const agreementYear = p.smallint().primary();
const synthetic = p.boolean().primary();

/** What is summed. Amount and savings are null where a price is not on record. */
const sums = {
  quantity: p.decimal('string').columnType('numeric(38,0)'),
  amount: p.decimal('string').columnType('numeric(38,2)').nullable(),
  savings: p.decimal('string').columnType('numeric(38,2)').nullable(),
  volumes: p.bigint('number'),
  lastRecordedAt: p.datetime(),
};

const fine = defineEntity({
  name: 'AgreedVolumeRollup',
  tableName: 'agreed_volume_rollup',
  properties: { area, selectedProduct, agreementYear, synthetic, ...sums },
});

/**
 * The agreed volumes of one selected product in one pooling area and agreement year, summed; demonstration data apart.
 * This and the coarser ones are written by `roll-up-agreed-volumes.ts` only.
 */
export class AgreedVolumeRollup extends fine.class {}
fine.setClass(AgreedVolumeRollup);

const byArea = defineEntity({
  name: 'AgreedVolumeRollupByArea',
  tableName: 'agreed_volume_rollup_by_area',
  properties: { area, round, agreementYear, synthetic, withAmount: p.boolean().primary(), withSavings: p.boolean().primary(), ...sums },
});

/** … of one round in one pooling area; those with an amount apart from those without, and with savings likewise. */
export class AgreedVolumeRollupByArea extends byArea.class {}
byArea.setClass(AgreedVolumeRollupByArea);

const byProduct = defineEntity({
  name: 'AgreedVolumeRollupByProduct',
  tableName: 'agreed_volume_rollup_by_product',
  properties: { selectedProduct, agreementYear, synthetic, ...sums },
});

/** … of one selected product in all areas. */
export class AgreedVolumeRollupByProduct extends byProduct.class {}
byProduct.setClass(AgreedVolumeRollupByProduct);
