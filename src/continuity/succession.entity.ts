import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { provenanceColumns, quantity } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';

export const successionBases = ['BACKUP', 'REPLACEMENT'] as const;

const schema = defineEntity({
  name: 'Succession',
  tableName: 'succession',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Area).fieldName('region_code').ref(),
    failing: () => p.manyToOne(SelectedProduct).fieldName('failing_id').ref(),
    successor: () => p.manyToOne(SelectedProduct).fieldName('successor_id').ref(),
    basis: p.enum(successionBases),
    effectiveFrom: p.date(),
    figuresOn: p.date(),
    quantityMoved: quantity(),
    reason: p.text(),
    approvalId: p.uuid(),
    ...provenanceColumns,
  },
});

/** An approved succession (接替): from a day on another selected product supplies what remained in a region. Insert-only. */
export class Succession extends schema.class {}
schema.setClass(Succession);
