import { Field, InputType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import type { paymentMethods, readings } from './group-payment.entity.ts';
import type { reviewOutcomes } from './disease-group.entity.ts';
import { FirstYearReadingEnum, GroupPaymentMethodEnum, GroupReviewOutcomeEnum } from './disease-group.type.ts';

@InputType({ description: bilingual('How your pooling area pays from a day on.', '本统筹区自某日起的付费方式。') })
export class RecordGroupPaymentInput extends RecordingInput {
  @Field(() => GroupPaymentMethodEnum, always('By what it pays.', '付费方式。')) method!: (typeof paymentMethods)[number];
  @Field(() => DateScalar, always('The first day on which it does.', '生效首日。')) effectiveFrom!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

@InputType({
  description: bilingual(
    'How your pooling area reads the rule of the first year from a day on.',
    '本统筹区自某日起对“首年可不下调”的理解。',
  ),
})
export class SetFirstYearReadingInput extends RecordingInput {
  @Field(() => FirstYearReadingEnum, always('As what it is read.', '理解。')) reading!: (typeof readings)[number];
  @Field(() => DateScalar, always('The first day on which it is read so.', '生效首日。')) effectiveFrom!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

@InputType({ description: bilingual('A disease group of your pooling area.', '本统筹区病组。') })
export class RecordDiseaseGroupInput extends RecordingInput {
  @Field(() => String, always('Its code in your area.', '本统筹区病组代码。')) code!: string;
  @Field(() => String, always('Its name.', '名称。')) name!: string;
}

@InputType({ description: bilingual('That a round concerns a group of your pooling area.', '某批次涉及本统筹区某病组。') })
export class ConcernDiseaseGroupInput extends RecordingInput {
  @Field(() => String, always('The code of the group.', '病组代码。')) groupCode!: string;
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(
    () => DateScalar,
    always('The day on which the result of the round takes effect in your area.', '该批次结果在本统筹区的执行日期。'),
  )
  startsOn!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

@InputType({ description: bilingual('The payment standard of a group from a day on.', '病组自某日起的支付标准。') })
export class SetGroupStandardInput extends RecordingInput {
  @Field(() => String, always('The code of the group.', '病组代码。')) groupCode!: string;
  @Field(() => DateScalar, always('The first day on which it holds, after that of the one before.', '生效首日,晚于上一标准。'))
  effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Yuan, above 0, at most 2 decimals.', '金额(元),大于零,最多两位小数。')) amount!: string;
  @Field(
    () => String,
    maybe('The rule by which it is set; needed to lower that of a concerned group.', '所依据的规则;下调相关病组标准时必填。'),
  )
  ruleReference?: string | null;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

@InputType({ description: bilingual('That a concerned group was reviewed.', '相关病组的定期评估。') })
export class RecordGroupReviewInput extends RecordingInput {
  @Field(() => String, always('The code of the group.', '病组代码。')) groupCode!: string;
  @Field(() => String, always('The code of the round that concerns it.', '相关批次代码。')) roundCode!: string;
  @Field(() => DateScalar, maybe('The day of the review; today unless given.', '评估日期,默认今日。')) reviewedOn?: string | null;
  @Field(() => GroupReviewOutcomeEnum, always('What came of it.', '评估结果。')) outcome!: (typeof reviewOutcomes)[number];
  @Field(() => String, always('The rule by which it was reviewed.', '评估所依据的规则。')) ruleReference!: string;
}
