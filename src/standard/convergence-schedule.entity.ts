import { defineEntity, p } from '@mikro-orm/core';
import { Area, Product } from '../catalogue/index.ts';
import type { Explanation } from '../kernel/explanation.ts';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';
import { Round } from '../procurement/index.ts';
import { convergenceModes } from './policy/index.ts';

/** What a locality sets: the cap of a non-selected stent, the standard of a non-selected drug. */
const scheduleBases = ['LOCAL_CAP', 'NON_SELECTED_DRUG'] as const;

const schema = defineEntity({
  name: 'ConvergenceSchedule',
  tableName: 'convergence_schedule',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    basis: p.enum(scheduleBases),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    startsOn: p.date(),
    deadline: p.date(),
    startAmount: unitPrice(),
    targetAmount: unitPrice(),
    priceUnit: p.text(),
    mode: p.enum(convergenceModes),
    /** Of a drug: its price at the end of the year before. */
    priceBefore: unitPrice().nullable(),
    source: p.text(),
    explanation: p.json<Explanation>(),
    approvalId: p.uuid(),
    ...provenanceColumns,
  },
});

/**
 * What a pooling area sets for a product that was not selected, and how it comes down to its target (支付标准逐步调整).
 * Insert-only, by an approval; its target is that of its round for ever. The last one of an area, product and round counts.
 */
export class ConvergenceSchedule extends schema.class {}
schema.setClass(ConvergenceSchedule);
