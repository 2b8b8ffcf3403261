import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProductCategoryEnum } from '../catalogue/index.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { reviewOutcomes } from './disease-group.entity.ts';
import { paymentMethods, readings } from './group-payment.entity.ts';
import { groupSeen, reviewSeen } from './rights.ts';

export const GroupPaymentMethodEnum = enumOf(paymentMethods);
registerEnumType(GroupPaymentMethodEnum, {
  name: 'GroupPaymentMethod',
  description: bilingual('How a pooling area pays for inpatients.', '统筹区住院付费方式。'),
  valuesConfig: enumValues({
    DRG: ['By diagnosis-related group.', '按疾病诊断相关分组付费。'],
    DIP: ['By diagnosis-intervention packet.', '按病种分值付费。'],
    NONE: ['By neither, from that day on.', '自该日起不再按病组付费。'],
  }),
});

export const FirstYearReadingEnum = enumOf(readings);
registerEnumType(FirstYearReadingEnum, {
  name: 'FirstYearReadingKind',
  description: bilingual('How the text about the first year is read.', '对首年规定的理解。'),
  valuesConfig: enumValues({
    MUST_NOT: ['Standards must not be lowered.', '首年不得下调。'],
    NEED_NOT: ['Standards need not be lowered, and may be.', '首年可以不下调,也可以按规则下调。'],
  }),
});

export const GroupReviewOutcomeEnum = enumOf(reviewOutcomes);
registerEnumType(GroupReviewOutcomeEnum, {
  name: 'GroupReviewOutcome',
  description: bilingual('What came of a review.', '评估结果。'),
  valuesConfig: enumValues({
    KEPT: ['The standard stays.', '维持。'],
    RAISED: ['The standard is raised.', '上调。'],
    LOWERED: ['The standard is lowered.', '下调。'],
  }),
});

@ObjectType('GroupPayment', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: groupSeen.words('How a pooling area pays from a day on.', '统筹区自某日起的付费方式。'),
})
export class GroupPaymentType extends RecordedType {
  @Field(() => DateScalar, always('The first day on which it does.', '生效首日。')) effectiveFrom!: string;
  @Field(() => GroupPaymentMethodEnum, always('By what it pays.', '付费方式。')) method!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}
export const GroupPaymentConnection = connectionOf(GroupPaymentType, 'GroupPayment', '统筹区付费方式');

@ObjectType('FirstYearReading', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: groupSeen.words(
    'How a pooling area reads the rule of the first year from a day on.',
    '统筹区自某日起对“首年可不下调”的理解。',
  ),
})
export class FirstYearReadingType extends RecordedType {
  @Field(() => DateScalar, always('The first day on which it is read so.', '生效首日。')) effectiveFrom!: string;
  @Field(() => FirstYearReadingEnum, always('As what it is read.', '理解。')) reading!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}
export const FirstYearReadingConnection = connectionOf(FirstYearReadingType, 'FirstYearReading', '首年规定的理解');

@ObjectType('GroupConcern', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: groupSeen.words('That a round concerns a group, and since when.', '某批次涉及某病组及其执行日期。'),
})
export class GroupConcernType extends RecordedType {
  @Field(() => ProductCategoryEnum, always('What the round procures.', '采购类别。')) category!: string;
  @Field(() => DateScalar, always("The day on which the area's result takes effect.", '统筹区执行日期。')) startsOn!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

@ObjectType('GroupStandard', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: groupSeen.words(
    'The payment standard of a group from a day on, until the next one.',
    '病组自某日起的支付标准,至下一标准生效止。',
  ),
})
export class GroupStandardType extends RecordedType {
  @Field(() => DateScalar, always('The first day on which it holds.', '生效首日。')) effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Yuan.', '金额(元)。')) amount!: string;
  @Field(() => String, maybe('The rule by which it was set.', '所依据的规则。')) ruleReference!: string | null;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}
export const GroupStandardConnection = connectionOf(GroupStandardType, 'GroupStandard', '病组支付标准');

@ObjectType('GroupReview', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: reviewSeen.words('That the standard of a concerned group was reviewed.', '相关病组支付标准的评估。'),
})
export class GroupReviewType extends RecordedType {
  @Field(() => DateScalar, always('The day on which it was due.', '到期日。')) dueOn!: string;
  @Field(() => DateScalar, always('The day of the review.', '评估日期。')) reviewedOn!: string;
  @Field(() => GroupReviewOutcomeEnum, always('What came of it.', '评估结果。')) outcome!: string;
  @Field(() => String, always('The rule by which it was reviewed.', '评估所依据的规则。')) ruleReference!: string;
}
export const GroupReviewConnection = connectionOf(GroupReviewType, 'GroupReview', '病组评估');

@ObjectType('DiseaseGroup', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: groupSeen.words('A disease group or type of a pooling area.', '统筹区病组(病种)。'),
})
export class DiseaseGroupType extends RecordedType {
  @Field(() => String, always('Its code in the area.', '统筹区病组代码。')) code!: string;
  @Field(() => String, always('Its name.', '名称。')) name!: string;
}
export const DiseaseGroupConnection = connectionOf(DiseaseGroupType, 'DiseaseGroup', '病组');

@ObjectType('DueGroupReview', {
  simpleResolvers: true,
  description: bilingual('A review that was due on the day asked for and not recorded by then.', '截至查询日已到期且未录入的病组评估。'),
})
export class DueGroupReviewType {
  areaCode!: string;
  groupId!: string;
  roundId!: string;
  @Field(() => DateScalar, always("The day on which the area's result took effect.", '统筹区执行日期。')) startsOn!: string;
  @Field(() => DateScalar, always('The day on which the earliest of them was due.', '最早到期日。')) dueOn!: string;
  @Field(() => Int, always('How many are due by now.', '已到期次数。')) dueCount!: number;
}
