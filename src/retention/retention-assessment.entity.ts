import { defineEntity, p } from '@mikro-orm/core';
import { Area, Institution } from '../catalogue/index.ts';
import { percent, provenanceColumns } from '../platform/database/base-columns.ts';

/** The grades of an assessment, the best first. */
export const grades = ['A', 'B', 'C', 'D'] as const;

const schema = defineEntity({
  name: 'RetentionAssessment',
  tableName: 'retention_assessment',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    agreementYear: p.smallint(),
    assessedOn: p.date(),
    score: percent(),
    grade: p.enum(grades),
    ratioPercent: percent(),
    gradeSource: p.text(),
    source: p.text(),
    correctsId: p.uuid().nullable(),
    reason: p.text().nullable(),
    ...provenanceColumns,
  },
});

/**
 * The assessment (考核) of an institution for an agreement year, with the grade as it was in force on its day. Insert-only:
 * a correction is a new row that names the one it stands in for; the one that no other corrects holds.
 */
export class RetentionAssessment extends schema.class {}
schema.setClass(RetentionAssessment);
