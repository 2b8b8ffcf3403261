import { defineEntity, p } from '@mikro-orm/core';
import { Enterprise } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'EnterpriseBar',
  tableName: 'enterprise_bar',
  properties: {
    id: p.uuid().primary(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    effectiveFrom: p.date(),
    effectiveTo: p.date(),
    listedOn: p.date().nullable(),
    reason: p.text(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/** That an enterprise is on the violation list (违规名单) and barred from national bids, from a day to the day before `effectiveTo`. Insert-only. */
export class EnterpriseBar extends schema.class {}
schema.setClass(EnterpriseBar);
