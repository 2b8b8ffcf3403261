import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';

export const areaKinds = ['PROVINCE', 'MUNICIPALITY', 'AUTONOMOUS_REGION', 'CORPS', 'PREFECTURE'] as const;

const schema = defineEntity({
  name: 'Area',
  tableName: 'area',
  properties: {
    code: p.text().primary(),
    parent: () => p.manyToOne(Area).fieldName('parent_code').ref().nullable(),
    kind: p.enum(areaKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** A pooling area (统筹区) or the province above it; its code is the GB/T 2260 code, or 660000 for the XPCC. */
export class Area extends schema.class {}
schema.setClass(Area);
