import { defineEntity, p } from '@mikro-orm/core';
import { Area, Institution } from '../catalogue/index.ts';
import { amount, percent, provenanceColumns } from '../platform/database/base-columns.ts';
import { Round } from '../procurement/index.ts';
import { grades } from './retention-assessment.entity.ts';

const schema = defineEntity({
  name: 'RetentionStatement',
  tableName: 'retention_statement',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    round: () => p.manyToOne(Round).fieldName('round_id').ref(),
    agreementYear: p.smallint(),
    statedOn: p.date(),
    assessmentId: p.uuid(),
    grade: p.enum(grades),
    gradeRatioPercent: percent(),
    highestRatioPercent: percent(),
    drugRatioPercent: percent().nullable(),
    ratioPercent: percent(),
    budgetAmount: amount(),
    spendAmount: amount(),
    surplusAmount: amount(),
    retainedAmount: amount(),
    approvalId: p.uuid(),
    ...provenanceColumns,
  },
});

/**
 * What an institution retains of what it saved the fund in a round and agreement year (结余留用). Insert-only, made by an
 * approval; it keeps what limited its ratio, so that it explains itself whatever is recorded later.
 */
export class RetentionStatement extends schema.class {}
schema.setClass(RetentionStatement);
