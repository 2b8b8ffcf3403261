import { defineEntity, p } from '@mikro-orm/core';
import { percent } from '../platform/database/base-columns.ts';
import { Lot } from './lot.entity.ts';

const schema = defineEntity({
  name: 'LotShare',
  tableName: 'lot_share',
  properties: {
    lot: () => p.manyToOne(Lot).fieldName('lot_id').ref().primary(),
    /** Null where the volume was divided without one. */
    percent: percent().nullable(),
  },
});

/** The share (带量比例) of a lot's base that is agreed. Beside the lot, because it is seen later than the lot is. */
export class LotShare extends schema.class {}
schema.setClass(LotShare);
