import { defineEntity, p } from '@mikro-orm/core';
import { unitPrice } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'ConvergenceStep',
  tableName: 'convergence_step',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    scheduleId: p.uuid(),
    effectiveFrom: p.date(),
    amount: unitPrice(),
  },
});

/** One step of a schedule: the amount from a day on. Insert-only. */
export class ConvergenceStep extends schema.class {}
schema.setClass(ConvergenceStep);
