import { Field, InputType, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';

@InputType({
  description: bilingual(
    'What is not supplied: an agreement, or a selected product in a pooling area.',
    '未获供应的协议,或某统筹区内的某中选产品。',
  ),
})
export class RecordSupplyComplaintInput extends RecordingInput {
  @Field(() => String, always('The code of the pooling area.', '统筹区代码。')) areaCode!: string;
  @Field(() => String, maybe('The number of the agreement; else name the product.', '协议编号;不填则须指明产品。')) agreementNumber?:
    | string
    | null;
  @Field(() => String, maybe('The code of the round.', '批次代码。')) roundCode?: string | null;
  @Field(() => String, maybe('The code of the lot.', '竞价单元代码。')) lotCode?: string | null;
  @Field(() => String, maybe('The code of the selected product.', '中选产品代码。')) productCode?: string | null;
  @Field(() => QuantityScalar, always('What was not supplied, in counting units.', '未供应数量(计数单位)。')) missingQuantity!: number;
  @Field(() => DateScalar, always('Since when; not in the future.', '自何日起,不得晚于今日。')) notSuppliedSince!: string;
  @Field(() => String, always('The evidence.', '证据说明。')) evidence!: string;
}

const complaintDecisions = ['VERIFY', 'DISMISS'] as const;
const ComplaintDecisionEnum = enumOf(complaintDecisions);
registerEnumType(ComplaintDecisionEnum, {
  name: 'SupplyComplaintDecision',
  description: bilingual('What an expert finds of a complaint.', '专家对投诉的结论。'),
  valuesConfig: enumValues({ VERIFY: ['It is so.', '核实。'], DISMISS: ['It is not so.', '驳回。'] }),
});

@InputType({ description: bilingual("An expert's finding on a complaint.", '专家对投诉的结论。') })
export class DecideSupplyComplaintInput extends RecordingInput {
  @Field(() => String, always('The opaque id of the complaint.', '投诉的不透明标识。')) complaintId!: string;
  @Field(() => ComplaintDecisionEnum, always('The finding.', '结论。')) decision!: (typeof complaintDecisions)[number];
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
}

@InputType({
  description: bilingual(
    'A transfer of what remains of a failing product in a region.',
    '将未能供应产品在某地区的剩余约定量转由他企供应。',
  ),
})
export class TransferSupplyInput extends RecordingInput {
  @Field(() => String, always('The opaque id of the verified complaint.', '经核实投诉的不透明标识。')) complaintId!: string;
  @Field(
    () => String,
    always("The code of the region: the complaint's pooling area, or the province above it.", '地区代码:投诉所在统筹区或其所属省份。'),
  )
  regionCode!: string;
  @Field(() => DateScalar, always('From which day.', '自何日起。')) effectiveFrom!: string;
  @Field(
    () => DateScalar,
    maybe('The day at whose end the remaining quantities are taken; today unless given.', '剩余数量的基准日(日终),默认今日。'),
  )
  figuresOn?: string | null;
  @Field(
    () => String,
    maybe('The code of the product that takes over; the backup of the region unless given.', '接替产品代码;默认为该地区备供产品。'),
  )
  successorProductCode?: string | null;
  @Field(
    () => DecimalScalar,
    maybe('For a replacement that is not selected yet: its price, yuan per counting unit.', '尚未中选的替补产品的价格,元/计数单位。'),
  )
  replacementPrice?: string | null;
  @Field(() => String, always('The reason; it is kept with every amendment.', '理由,与每一变更记录一并保存。')) reason!: string;
}
