import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { SelectedProduct } from '../procurement/index.ts';

const sum = () => p.decimal('string').columnType('numeric(38,0)');

const schema = defineEntity({
  name: 'MovementRollup',
  tableName: 'movement_rollup',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref().primary(),
    agreementYear: p.smallint().primary(),
    month: p.date().primary(),
    synthetic: p.boolean().primary(),
    orderedQuantity: sum(),
    deliveredQuantity: sum(),
    acceptedQuantity: sum(),
    returnedQuantity: sum(),
    lastRecordedAt: p.datetime(),
  },
});

/**
 * What was ordered, delivered, accepted and returned of one selected product in one pooling area, agreement year and month,
 * summed; demonstration data apart. Written by `roll-up-movements.ts` only.
 */
export class MovementRollup extends schema.class {}
schema.setClass(MovementRollup);
