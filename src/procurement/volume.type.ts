import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateTimeScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { agreedVolumeSeen, demandReportSeen } from './rights.ts';

@ObjectType('AgreedVolume', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: agreedVolumeSeen.words(
    'What one institution commits to buy of one selected product in one agreement year.',
    '医疗机构某协议年度对某中选产品的约定采购量。',
  ),
})
export class AgreedVolumeType extends RecordedType {
  @Field(() => Int, always('The year in which the agreement year begins.', '协议年度(起始年份)。')) agreementYear!: number;
  @Field(() => QuantityScalar, always('The quantity, in counting units.', '约定采购量(计数单位)。')) quantity!: number;
}

export const AgreedVolumeConnection = connectionOf(AgreedVolumeType, 'AgreedVolume', '约定采购量');

@ObjectType('AgreedVolumeAmendment', {
  simpleResolvers: true,
  description: bilingual('A recorded change of an agreed volume.', '约定采购量的变更记录。'),
})
export class AgreedVolumeAmendmentType {
  @Field(() => QuantityScalar, always('The quantity before.', '变更前数量。')) quantityBefore!: number;
  @Field(() => QuantityScalar, always('The quantity after.', '变更后数量。')) quantityAfter!: number;
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
  @Field(() => String, always('The author.', '录入人。')) recordedBy!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

@ObjectType('DemandReport', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: demandReportSeen.words('The demand that one institution reports in one lot.', '医疗机构在某竞价单元的报量。'),
})
export class DemandReportType extends RecordedType {
  @Field(() => QuantityScalar, always('The quantity of a year, in counting units.', '年需求量(计数单位)。')) quantity!: number;
}

export const DemandReportConnection = connectionOf(DemandReportType, 'DemandReport', '报量');
