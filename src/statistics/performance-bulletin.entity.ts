import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'PerformanceBulletin',
  tableName: 'performance_bulletin',
  properties: {
    id: p.uuid().primary(),
    asOf: p.date().unique(),
    reason: p.text(),
    dataThrough: p.datetime().nullable(),
    ...provenanceColumns,
  },
});

/** A bulletin (通报): what everybody is told of performance as of a day, once. Insert-only, with its rows. */
export class PerformanceBulletin extends schema.class {}
schema.setClass(PerformanceBulletin);
