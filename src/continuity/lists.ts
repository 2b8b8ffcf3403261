import { by, defineList } from '../platform/graphql/list.ts';
import { ComplaintStatusEnum, SuccessionBasisEnum } from './continuity.type.ts';
import { complaintSeen, successionLineSeen } from './rights.ts';
import { SuccessionLine } from './succession-line.entity.ts';
import { Succession } from './succession.entity.ts';
import { SupplyComplaint } from './supply-complaint.entity.ts';

export const supplyComplaintList = defineList({
  name: 'SupplyComplaint',
  entity: SupplyComplaint,
  visible: complaintSeen.visible,
  defaultOrder: [[{ column: 'not_supplied_since', type: 'date' }, 'DESC']],
  fields: {
    status: by.enum('status', ComplaintStatusEnum, 'SupplyComplaintStatus', 'Where it stands.', '投诉状态。'),
    notSuppliedSince: by.date('not_supplied_since', 'Since when.', '自何日起。'),
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    institutionCode: by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。'),
    enterpriseCode: by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。'),
  },
});

export const successionList = defineList({
  name: 'Succession',
  entity: Succession,
  defaultOrder: [[{ column: 'effective_from', type: 'date' }, 'DESC']],
  fields: {
    basis: by.enum('basis', SuccessionBasisEnum, 'SuccessionBasis', 'On what ground.', '接替依据。'),
    effectiveFrom: by.date('effective_from', 'From which day.', '自何日起。'),
    regionCode: by.text('region_code', 'The code of the region.', '地区代码。'),
  },
});

export const successionLineList = defineList({
  name: 'SuccessionLine',
  entity: SuccessionLine,
  visible: successionLineSeen.visible,
  parentColumn: 'succession_id',
  defaultOrder: [],
  fields: {
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    quantityMoved: by.quantity('quantity_moved', 'bigint', 'How much moved.', '转移数量。'),
  },
});
