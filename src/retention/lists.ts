import { by, defineList } from '../platform/graphql/list.ts';
import { DrugRetentionRatio } from './drug-retention-ratio.entity.ts';
import { RetentionAssessment } from './retention-assessment.entity.ts';
import { RetentionStatement } from './retention-statement.entity.ts';
import { RetentionGradeEnum } from './retention.type.ts';
import { retentionSeen } from './rights.ts';

const areaCode = by.text('area_code', 'The code of the pooling area.', '统筹区代码。');
const institutionCode = by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。');
const agreementYear = by.quantity('agreement_year', 'integer', 'The agreement year.', '协议年度。');
const grade = by.enum('grade', RetentionGradeEnum, 'RetentionGrade', 'The grade.', '考核等次。');

export const drugRetentionRatioList = defineList({
  name: 'DrugRetentionRatio',
  entity: DrugRetentionRatio,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'ASC']],
  fields: { areaCode, effectiveFrom: by.date('effective_from', 'The first day on which it holds.', '生效首日。') },
});

export const retentionAssessmentList = defineList({
  name: 'RetentionAssessment',
  entity: RetentionAssessment,
  visible: retentionSeen.visible,
  defaultOrder: [[{ column: 'assessed_on', type: 'date' }, 'DESC']],
  fields: {
    areaCode,
    institutionCode,
    agreementYear,
    grade,
    assessedOn: by.date('assessed_on', 'The day of the assessment.', '考核日期。'),
  },
});

export const retentionStatementList = defineList({
  name: 'RetentionStatement',
  entity: RetentionStatement,
  visible: retentionSeen.visible,
  defaultOrder: [[{ column: 'stated_on', type: 'date' }, 'DESC']],
  fields: {
    areaCode,
    institutionCode,
    roundCode: by.codeOf('round_id', 'round', "The round's business code.", '批次业务代码。'),
    agreementYear,
    grade,
    statedOn: by.date('stated_on', 'The day of the statement.', '编制日期。'),
  },
});
