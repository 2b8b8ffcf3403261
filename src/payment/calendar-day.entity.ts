import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  properties: {
    day: p.date().primary(),
    isWorkingDay: p.boolean(),
    isBankingDay: p.boolean(),
    name: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** A day of the official calendar; days that are not on record are not covered, and nothing is counted over them. */
export class CalendarDay extends schema.class {}
schema.setClass(CalendarDay);
