import { by, defineList } from '../platform/graphql/list.ts';
import { PrepaymentMovement } from './prepayment-movement.entity.ts';
import { PrepaymentRatio } from './prepayment-ratio.entity.ts';
import { prepaymentMovementSeen } from './prepayment-rights.ts';
import { PrepaymentMovementKindEnum } from './prepayment.type.ts';

export const prepaymentMovementList = defineList({
  name: 'PrepaymentMovement',
  entity: PrepaymentMovement,
  visible: prepaymentMovementSeen.visible,
  defaultOrder: [[{ column: 'occurred_on', type: 'date' }, 'ASC']],
  fields: {
    kind: by.enum('kind', PrepaymentMovementKindEnum, 'PrepaymentMovementKind', 'What happened.', '预付金变动类型。'),
    occurredOn: by.date('occurred_on', 'The day.', '日期。'),
    reference: by.text('reference', 'The reference.', '凭证号。'),
  },
});

export const prepaymentRatioList = defineList({
  name: 'PrepaymentRatio',
  entity: PrepaymentRatio,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'ASC']],
  fields: {
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    effectiveFrom: by.date('effective_from', 'The first day on which it holds.', '生效首日。'),
  },
});
