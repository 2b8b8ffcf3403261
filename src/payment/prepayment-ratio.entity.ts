import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { percent, provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'PrepaymentRatio',
  tableName: 'prepayment_ratio',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    effectiveFrom: p.date(),
    ratioPercent: percent(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** The least share of the annual agreed amount that the fund of a pooling area prepays from a day on (预付比例), never below the national one. */
export class PrepaymentRatio extends schema.class {}
schema.setClass(PrepaymentRatio);
