import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { complaintSeen, successionLineSeen, successionSeen } from './rights.ts';
import { successionBases } from './succession.entity.ts';
import { complaintStatuses } from './supply-complaint.entity.ts';

export const ComplaintStatusEnum = enumOf(complaintStatuses);
registerEnumType(ComplaintStatusEnum, {
  name: 'SupplyComplaintStatus',
  description: bilingual('Where a supply complaint stands.', '供应投诉状态。'),
  valuesConfig: enumValues({
    RECORDED: ['Waits for an expert.', '已录入,待核实。'],
    VERIFIED: ['Verified by an expert.', '已核实。'],
    DISMISSED: ['Dismissed by an expert.', '已驳回。'],
    SUCCEEDED: ['Closed by a succession.', '已由接替办结。'],
  }),
});

export const SuccessionBasisEnum = enumOf(successionBases);
registerEnumType(SuccessionBasisEnum, {
  name: 'SuccessionBasis',
  description: bilingual('On what ground the successor takes over.', '接替依据。'),
  valuesConfig: enumValues({
    BACKUP: ['It is the backup supplier of the region.', '该地区备供企业接替。'],
    REPLACEMENT: ['It was chosen in the place of the failing winner.', '替补企业接替。'],
  }),
});

@ObjectType('SupplyComplaint', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: complaintSeen.words(
    'That an agreement, or a product in a pooling area, is not supplied.',
    '供应投诉:协议或某统筹区内某产品未获供应。',
  ),
})
export class SupplyComplaintType extends RecordedType {
  @Field(() => QuantityScalar, always('What was not supplied, in counting units.', '未供应数量(计数单位)。')) missingQuantity!: number;
  @Field(() => DateScalar, always('Since when.', '自何日起。')) notSuppliedSince!: string;
  @Field(() => String, always('The evidence.', '证据说明。')) evidence!: string;
  @Field(() => ComplaintStatusEnum, always('Where it stands.', '状态。')) status!: string;
}
export const SupplyComplaintConnection = connectionOf(SupplyComplaintType, 'SupplyComplaint', '供应投诉');

@ObjectType('SupplyComplaintTransition', {
  simpleResolvers: true,
  description: bilingual('A recorded act that moved a complaint to its next status.', '推动投诉进入下一状态的操作记录。'),
})
export class ComplaintTransitionType {
  @Field(() => String, always('The act.', '操作。')) action!: string;
  @Field(() => ComplaintStatusEnum, always('From this status.', '原状态。')) fromStatus!: string;
  @Field(() => ComplaintStatusEnum, always('To this status.', '新状态。')) toStatus!: string;
  @Field(() => DateScalar, always('The day of the act.', '操作日期。')) occurredOn!: string;
  @Field(() => String, always('The reason given.', '理由。')) reason!: string;
  @Field(() => String, always('Who recorded it.', '录入人。')) recordedBy!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

@ObjectType('Succession', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: successionSeen.words(
    'That another selected product supplies what remained in a region, from a day on.',
    '接替:自某日起由另一中选产品供应某地区的剩余约定量。',
  ),
})
export class SuccessionType extends RecordedType {
  @Field(() => SuccessionBasisEnum, always('On what ground.', '接替依据。')) basis!: string;
  @Field(() => DateScalar, always('From this day.', '自此日起。')) effectiveFrom!: string;
  @Field(() => DateScalar, always('The day at whose end the remaining quantities were taken.', '剩余数量的基准日(日终)。'))
  figuresOn!: string;
  @Field(() => QuantityScalar, always('How much moved, in counting units.', '转移数量(计数单位)。')) quantityMoved!: number;
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
}
export const SuccessionConnection = connectionOf(SuccessionType, 'Succession', '接替');

@ObjectType('SuccessionLine', {
  simpleResolvers: true,
  description: successionLineSeen.words('What one agreement lost to another.', '某协议转由另一协议供应的数量。'),
})
export class SuccessionLineType {
  @Field(() => QuantityScalar, always('How much moved, in counting units.', '转移数量(计数单位)。')) quantityMoved!: number;
}
export const SuccessionLineConnection = connectionOf(SuccessionLineType, 'SuccessionLine', '接替明细');
