import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ConvergenceGround',
  tableName: 'convergence_ground',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    scheduleId: p.uuid(),
    transactionPriceId: p.uuid(),
  },
});

/** That a cap rests on a recorded transaction price. Insert-only. */
export class ConvergenceGround extends schema.class {}
schema.setClass(ConvergenceGround);
