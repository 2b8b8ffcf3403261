import { defineEntity, p } from '@mikro-orm/core';
import { Area, Enterprise } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { creditLevels } from './policy/index.ts';

const schema = defineEntity({
  name: 'CreditRating',
  tableName: 'credit_rating',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    level: p.enum(creditLevels),
    effectiveFrom: p.date(),
    effectiveTo: p.date().nullable(),
    consequence: p.text().nullable(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** The credit level (信用评价等级) that a province has given an enterprise, from a day to the day before `effectiveTo`. Insert-only. */
export class CreditRating extends schema.class {}
schema.setClass(CreditRating);
