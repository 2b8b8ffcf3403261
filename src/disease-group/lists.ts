import { by, defineList } from '../platform/graphql/list.ts';
import { DiseaseGroup, GroupReview, GroupStandard } from './disease-group.entity.ts';
import { GroupReviewOutcomeEnum } from './disease-group.type.ts';
import { FirstYearReading, GroupPayment } from './group-payment.entity.ts';
import { reviewSeen } from './rights.ts';

const areaCode = by.text('area_code', 'The code of the pooling area.', '统筹区代码。');
const effectiveFrom = by.date('effective_from', 'The first day on which it holds.', '生效首日。');
const inOrder = [[{ column: 'effective_from', type: 'date' }, 'ASC']] as const;

export const groupPaymentList = defineList({
  name: 'GroupPayment',
  entity: GroupPayment,
  defaultOrder: inOrder,
  fields: { areaCode, effectiveFrom },
});

export const firstYearReadingList = defineList({
  name: 'FirstYearReading',
  entity: FirstYearReading,
  defaultOrder: inOrder,
  fields: { areaCode, effectiveFrom },
});

export const diseaseGroupList = defineList({
  name: 'DiseaseGroup',
  entity: DiseaseGroup,
  defaultOrder: [[{ column: 'code', type: 'text' }, 'ASC']],
  fields: { areaCode, code: by.text('code', 'The code in the area.', '病组代码。'), name: by.text('name', 'The name.', '名称。') },
});

export const groupStandardList = defineList({
  name: 'GroupStandard',
  entity: GroupStandard,
  parentColumn: 'group_id',
  defaultOrder: inOrder,
  fields: { effectiveFrom },
});

export const groupReviewList = defineList({
  name: 'GroupReview',
  entity: GroupReview,
  visible: reviewSeen.visible,
  parentColumn: 'group_id',
  defaultOrder: [[{ column: 'due_on', type: 'date' }, 'ASC']],
  fields: {
    dueOn: by.date('due_on', 'The day on which it was due.', '到期日。'),
    outcome: by.enum('outcome', GroupReviewOutcomeEnum, 'GroupReviewOutcome', 'What came of it.', '评估结果。'),
  },
});
