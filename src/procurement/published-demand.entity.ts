import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { Lot } from './lot.entity.ts';

const schema = defineEntity({
  name: 'PublishedDemand',
  tableName: 'published_demand',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    lot: () => p.manyToOne(Lot).fieldName('lot_id').ref().primary(),
    synthetic: p.boolean().primary(),
    quantity: p.decimal('string').columnType('numeric(38,0)').nullable(),
    institutions: p.integer().nullable(),
    publishedAt: p.datetime().defaultRaw('now()'),
  },
});

/**
 * Reported demand of one pooling area in one lot, as everybody is told it; demonstration data apart. What a small cell
 * withholds is not in the row: no way of asking for it can find it here. Written by `publish-demand.ts` only.
 */
export class PublishedDemand extends schema.class {}
schema.setClass(PublishedDemand);
