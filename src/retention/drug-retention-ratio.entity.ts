import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { percent, provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'DrugRetentionRatio',
  tableName: 'drug_retention_ratio',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    effectiveFrom: p.date(),
    ratioPercent: percent(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** The part of the surplus of drugs that a pooling area lets be retained from a day on (药品结余留用比例); that of stents is not above it. */
export class DrugRetentionRatio extends schema.class {}
schema.setClass(DrugRetentionRatio);
