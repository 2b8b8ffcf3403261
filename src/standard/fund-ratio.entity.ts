import { defineEntity, p } from '@mikro-orm/core';
import { Area, institutionLevels } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { insuranceSchemes } from './insurance-scheme.ts';

const schema = defineEntity({
  name: 'FundRatio',
  tableName: 'fund_ratio',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    scheme: p.enum(insuranceSchemes),
    institutionLevel: p.enum(institutionLevels).nullable(),
    effectiveFrom: p.date(),
    ratioPercent: p.decimal('string').columnType('numeric(6,3)').nullable(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/**
 * By which ratio the fund pays of what is in scope (基金支付比例): prescribed by a pooling area for a scheme, at one level of
 * institution or at all, from a day on; null ends it. Insert-only: of one day the last recorded counts.
 */
export class FundRatio extends schema.class {}
schema.setClass(FundRatio);
