import { AreaType, EnterpriseType, InstitutionType } from '../catalogue/index.ts';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import { proposalSeen } from '../platform/approval/rights.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { all, one, pages, queries, reads } from '../platform/graphql/reads.ts';
import { SelectedProductType } from '../procurement/index.ts';
import { ComplaintTransition } from './complaint-transition.entity.ts';
import {
  ComplaintTransitionType,
  SuccessionConnection,
  SuccessionLineConnection,
  SuccessionLineType,
  SuccessionType,
  SupplyComplaintConnection,
  SupplyComplaintType,
} from './continuity.type.ts';
import { successionLineList, successionList, supplyComplaintList } from './lists.ts';
import { SuccessionLine } from './succession-line.entity.ts';
import { Succession } from './succession.entity.ts';
import { SupplyComplaint } from './supply-complaint.entity.ts';

/** What is asked of continuity by itself. */
export const ContinuityQueries = queries({
  supplyComplaints: pages(
    () => SupplyComplaintConnection,
    supplyComplaintList,
    always('Supply complaints, the latest failures first.', '供应投诉,最近发生的在前。'),
  ),
  successions: pages(() => SuccessionConnection, successionList, always('Successions, the latest first.', '接替,最近的在前。')),
});

/** What the fields of continuity's types mean, beside the columns of their names. */
export const continuityReads = [
  reads(
    SupplyComplaintType,
    'SupplyComplaint',
    SupplyComplaint,
    {
      area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')),
      selectedProduct: one(() => SelectedProductType, 'selectedProduct', always('The selected product.', '中选产品。')),
      enterprise: one(() => EnterpriseType, 'enterprise', always('The winning enterprise.', '中选企业。')),
      institution: one(
        () => InstitutionType,
        'institution',
        maybe('The institution of the agreement; null where it is about a whole area.', '协议医疗机构;针对整个统筹区时为空。'),
      ),
      succession: one(() => SuccessionType, 'successionId', maybe('The succession that closed it.', '办结该投诉的接替。')),
      transitions: all(() => ComplaintTransitionType, 'complaintId', always('What was decided, oldest first.', '处理记录,从早到晚。')),
    },
    { key: ['area', 'id'], visible: supplyComplaintList.list.visible },
  ),
  reads(ComplaintTransitionType, 'SupplyComplaintTransition', ComplaintTransition, {}),
  reads(
    SuccessionType,
    'Succession',
    Succession,
    {
      region: one(() => AreaType, 'region', always('The region.', '地区。')),
      failing: one(() => SelectedProductType, 'failing', always('The product that was not supplied.', '未能供应的中选产品。')),
      successor: one(() => SelectedProductType, 'successor', always('The product that takes over.', '接替的中选产品。')),
      approval: one(() => ProposalType, 'approvalId', maybe('The approved proposal.', '已批准的提案。'), proposalSeen.visible),
      lines: pages(() => SuccessionLineConnection, successionLineList, always('What moved, by agreement.', '按协议的转移明细。')),
    },
    {},
  ),
  reads(SuccessionLineType, 'SuccessionLine', SuccessionLine, {
    area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')),
  }),
];
