import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { Area } from './area.entity.ts';

export const institutionLevels = ['TERTIARY', 'SECONDARY', 'PRIMARY', 'UNGRADED'] as const;
export type InstitutionLevel = (typeof institutionLevels)[number];

const schema = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    area: () => p.manyToOne(Area).fieldName('area_code').ref(),
    level: p.enum(institutionLevels),
    name: p.text(),
    ...provenanceColumns,
  },
});

/** A designated medical institution (定点医疗机构) and the pooling area to which it belongs. */
export class Institution extends schema.class {}
schema.setClass(Institution);
