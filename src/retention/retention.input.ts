import { Field, InputType, Int } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';

@InputType({
  description: bilingual(
    'The part of the surplus of drugs that your pooling area lets be retained from a day on.',
    '本统筹区自某日起的药品结余留用比例。',
  ),
})
export class SetDrugRetentionRatioInput extends RecordingInput {
  @Field(() => DateScalar, always('The first day on which it holds.', '生效首日。')) effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Percent of the surplus, not above the national limit.', '占结余的百分比,不超过国家上限。'))
  ratioPercent!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}

@InputType({ description: bilingual('One indicator of an assessment.', '一项考核指标。') })
class RetentionIndicatorInput {
  @Field(() => String, always('Its name, once in an assessment.', '指标名称,同一考核内不重复。')) name!: string;
  @Field(() => DecimalScalar, always('Its points, at most 2 decimals.', '得分,最多两位小数。')) points!: string;
  @Field(() => DecimalScalar, always('The most that it gives; the maxima make 100.', '满分;各项满分合计为100。')) maximumPoints!: string;
}

/** What an assessment and its correction both say. */
@InputType({ description: bilingual('What is said of an assessment.', '考核内容。') })
abstract class AssessmentInput extends RecordingInput {
  @Field(() => String, always('The code of an institution of your pooling area.', '本统筹区医疗机构代码。')) institutionCode!: string;
  @Field(() => Int, always('The agreement year that is assessed.', '考核所涉协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, maybe('The day of the assessment; today unless given.', '考核日期,默认今日。')) assessedOn?: string | null;
  @Field(() => [RetentionIndicatorInput], always('Its indicators.', '考核指标。')) indicators!: RetentionIndicatorInput[];
  @Field(() => String, always('By which document it was assessed.', '考核依据文件。')) source!: string;
}

@InputType({ description: bilingual('The assessment of an institution for an agreement year.', '医疗机构年度考核。') })
export class AssessInstitutionInput extends AssessmentInput {}

@InputType({ description: bilingual('The correction of an assessment: all of it anew.', '考核更正:整体重新录入。') })
export class CorrectAssessmentInput extends AssessmentInput {
  @Field(() => String, always('Why it is corrected.', '更正原因。')) reason!: string;
}

@InputType({
  description: bilingual(
    'The terms of one generic name that are not on record, with where they come from.',
    '一个通用名中未有记录的测算数据及其来源。',
  ),
})
export class RetentionLineInput {
  @Field(() => String, always('The generic name.', '通用名。')) genericName!: string;
  @Field(
    () => QuantityScalar,
    maybe(
      'The base volume in counting units; only where the demand of the institution is not on record.',
      '约定采购量基数(计数单位);仅在没有报量记录时填写。',
    ),
  )
  baseVolume?: number | null;
  @Field(() => DecimalScalar, always('The average price before, in yuan for a counting unit.', '集采前平均价(元/计数单位)。'))
  averagePriceBefore!: string;
  @Field(() => DecimalScalar, always('What part of the cost the fund pays, in percent.', '基金支付比例(%)。')) fundRatioPercent!: string;
  @Field(() => DecimalScalar, always('What part of the use is by insured patients, in percent.', '参保患者使用占比(%)。'))
  insuredSharePercent!: string;
  @Field(
    () => DecimalScalar,
    always('What was spent on products of the generic name that are not selected, in yuan.', '同通用名非中选产品支出(元)。'),
  )
  nonSelectedAmount!: string;
  @Field(() => String, always('Where these figures come from.', '上述数据来源。')) source!: string;
}

@InputType({
  description: bilingual(
    'What an institution retains of what it saved the fund in a round and agreement year.',
    '医疗机构某批次、协议年度的结余留用。',
  ),
})
export class RetainSurplusInput extends RecordingInput {
  @Field(() => String, always('The code of an institution of your pooling area.', '本统筹区医疗机构代码。')) institutionCode!: string;
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(
    () => DateScalar,
    maybe(
      'The day of the statement, up to which purchases count; the day of proposing unless given.',
      '编制日期,采购量计至当日;默认为提出之日。',
    ),
  )
  on?: string | null;
  @Field(
    () => DecimalScalar,
    maybe('The part retained, in percent; the largest allowed unless given.', '留用比例(%);默认取允许的最高比例。'),
  )
  ratioPercent?: string | null;
  @Field(() => [RetentionLineInput], always('A line for each generic name that was agreed.', '逐一列明所约定的通用名。'))
  lines!: RetentionLineInput[];
  @Field(() => String, maybe('Why this is proposed.', '提出理由。')) reason?: string | null;
}
