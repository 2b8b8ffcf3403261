import { defineEntity, p } from '@mikro-orm/core';
import { percent } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'RetentionIndicator',
  tableName: 'retention_indicator',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    assessmentId: p.uuid(),
    name: p.text(),
    points: percent(),
    maximumPoints: percent(),
  },
});

/** One indicator of an assessment (考核指标), in points; the maxima of an assessment make 100. Insert-only. */
export class RetentionIndicator extends schema.class {}
schema.setClass(RetentionIndicator);
