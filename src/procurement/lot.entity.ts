import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns, quantity, unitPrice } from '../platform/database/base-columns.ts';
import { Round } from './round.entity.ts';

/** How strengths are brought together: not at all, in proportion, or by the price ratio rules (差比价). */
export const strengthMethods = ['NONE', 'LINEAR', 'PRICE_RATIO'] as const;

const schema = defineEntity({
  name: 'Lot',
  tableName: 'lot',
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    code: p.text(),
    name: p.text(),
    nameEn: p.text().nullable(),
    countingUnit: p.text(),
    ceilingPrice: unitPrice().nullable(),
    priceBefore: unitPrice().nullable(),
    averageWinningPrice: unitPrice().nullable(),
    baseQuantity: quantity().nullable(),
    strengthMethod: p.enum(strengthMethods).default('NONE'),
    referenceStrength: p.decimal('string').columnType('numeric(18,6)').nullable(),
    antibacterial: p.boolean().default(false),
    note: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** A lot (竞价单元): the group inside which prices are compared. Its code is unique within the round. */
export class Lot extends schema.class {}
schema.setClass(Lot);
