import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { Round } from '../procurement/index.ts';

const schema = defineEntity({
  name: 'RoundImplementation',
  tableName: 'round_implementation',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    effectiveFrom: p.date(),
    effectiveTo: p.date().nullable(),
    source: p.text(),
    ...provenanceColumns,
  },
});

/**
 * That a pooling area puts the result of a round in effect (执行中选结果), from a day to the day before `effectiveTo`.
 * Insert-only: the last recorded one of an area and round counts; one of a province holds in the areas below it that have none.
 */
export class RoundImplementation extends schema.class {}
schema.setClass(RoundImplementation);
