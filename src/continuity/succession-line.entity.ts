import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { quantity } from '../platform/database/base-columns.ts';
import { Succession } from './succession.entity.ts';

const schema = defineEntity({
  name: 'SuccessionLine',
  tableName: 'succession_line',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    succession: () => p.manyToOne(Succession).fieldName('succession_id').ref(),
    agreementId: p.uuid(),
    successorAgreementId: p.uuid(),
    quantityMoved: quantity(),
  },
});

/** What one agreement lost to another by a succession. Insert-only. */
export class SuccessionLine extends schema.class {}
schema.setClass(SuccessionLine);
