import { by, defineList } from '../platform/graphql/list.ts';
import { ofProduct, overdueOn } from './due.ts';
import { PayableEntry } from './payable-entry.entity.ts';
import { Payable } from './payable.entity.ts';
import { PayableEntryKindEnum } from './payable.type.ts';
import { payableEntrySeen, payableSeen } from './rights.ts';

export const payableList = defineList({
  name: 'Payable',
  entity: Payable,
  visible: payableSeen.visible,
  defaultOrder: [[{ column: 'due_on', type: 'date' }, 'ASC']],
  fields: {
    dueOn: by.date('due_on', 'The last day on which it is paid in time.', '最迟付款日。'),
    acceptedOn: by.date('accepted_on', 'The day of acceptance.', '验收日期。'),
    settledOn: by.date('settled_on', 'The day on which it was paid in full; null for what is open.', '付清日期;未付清的为空。'),
    overdueOn: by.on(overdueOn, 'It was overdue on this day.', '截至该日逾期未付清。'),
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    institutionCode: by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。'),
    enterpriseCode: by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。'),
    productCode: by.code(ofProduct, "The product's business code.", '产品业务代码。'),
  },
});

export const payableEntryList = defineList({
  name: 'PayableEntry',
  entity: PayableEntry,
  visible: payableEntrySeen.visible,
  parentColumn: 'payable_id',
  defaultOrder: [[{ column: 'occurred_on', type: 'date' }, 'ASC']],
  fields: {
    kind: by.enum('kind', PayableEntryKindEnum, 'PayableEntryKind', 'What it is.', '类型。'),
    occurredOn: by.date('occurred_on', 'The day for which it counts.', '发生日期。'),
    reference: by.text('reference', 'The reference.', '凭证号。'),
  },
});
