import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';

export const paymentMethods = ['DRG', 'DIP', 'NONE'] as const;
export const readings = ['MUST_NOT', 'NEED_NOT'] as const;

const payment = defineEntity({
  name: 'GroupPayment',
  tableName: 'group_payment',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    effectiveFrom: p.date(),
    method: p.enum(paymentMethods),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** How a pooling area pays from a day on (按病组付费): by disease group, by disease type, or by neither any more. Insert-only. */
export class GroupPayment extends payment.class {}
payment.setClass(GroupPayment);

const reading = defineEntity({
  name: 'FirstYearReading',
  tableName: 'first_year_reading',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    effectiveFrom: p.date(),
    reading: p.enum(readings),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** How a pooling area reads 首年可不下调 from a day on: as a prohibition, or as a permission. Insert-only. */
export class FirstYearReading extends reading.class {}
reading.setClass(FirstYearReading);
