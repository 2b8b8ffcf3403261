import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { grades } from './retention-assessment.entity.ts';
import { drugRetentionRatioSeen, retentionSeen } from './rights.ts';

export const RetentionGradeEnum = enumOf(grades);
registerEnumType(RetentionGradeEnum, {
  name: 'RetentionGrade',
  description: bilingual('The grade of an assessment.', '考核等次。'),
  valuesConfig: enumValues({
    A: ['The best.', '最高等次。'],
    B: ['The second.', '第二等次。'],
    C: ['The third, the last with which anything is retained.', '第三等次,可留用的最低等次。'],
    D: ['Not passed.', '未通过。'],
  }),
});

@ObjectType('DrugRetentionRatio', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: drugRetentionRatioSeen.words(
    'The part of the surplus of drugs that a pooling area lets be retained from a day on; that of stents is not above it.',
    '统筹区自某日起的药品结余留用比例,支架留用比例不得高于此。',
  ),
})
export class DrugRetentionRatioType extends RecordedType {
  @Field(() => DateScalar, always('The first day on which it holds.', '生效首日。')) effectiveFrom!: string;
  @Field(() => DecimalScalar, always('Percent of the surplus.', '占结余的百分比。')) ratioPercent!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}
export const DrugRetentionRatioConnection = connectionOf(DrugRetentionRatioType, 'DrugRetentionRatio', '药品结余留用比例');

@ObjectType('RetentionIndicator', {
  simpleResolvers: true,
  description: bilingual('One indicator of an assessment. Seen where the assessment is.', '考核指标。随考核可见。'),
})
export class RetentionIndicatorType {
  @Field(() => String, always('Its name.', '指标名称。')) name!: string;
  @Field(() => DecimalScalar, always('Its points.', '得分。')) points!: string;
  @Field(() => DecimalScalar, always('The most that it gives.', '满分。')) maximumPoints!: string;
}

@ObjectType('RetentionAssessment', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: retentionSeen.words('The assessment of an institution for an agreement year.', '医疗机构年度考核。'),
})
export class RetentionAssessmentType extends RecordedType {
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, always('The day of the assessment.', '考核日期。')) assessedOn!: string;
  @Field(() => DecimalScalar, always('The points of 100.', '得分(满分100)。')) score!: string;
  @Field(() => RetentionGradeEnum, always('The grade by the clauses of that day.', '按当日标准确定的等次。')) grade!: string;
  @Field(() => DecimalScalar, always('What the grade lets retain at most, in percent.', '该等次留用比例上限(%)。'))
  ratioPercent!: string;
  @Field(() => String, always('By which document it was assessed.', '考核依据文件。')) source!: string;
  @Field(() => String, maybe('Why it stands in for an earlier one.', '更正原因。')) reason!: string | null;
}
export const RetentionAssessmentConnection = connectionOf(RetentionAssessmentType, 'RetentionAssessment', '考核');

@ObjectType('RetentionPurchase', {
  simpleResolvers: true,
  description: bilingual(
    'What was on record of one agreement on the day of the statement. Seen where the statement is.',
    '编制当日某协议的记录数据。随结余留用单可见。',
  ),
})
export class RetentionPurchaseType {
  @Field(() => QuantityScalar, always('Agreed, in counting units.', '约定采购量(计数单位)。')) agreedQuantity!: number;
  @Field(() => QuantityScalar, always('Purchased: accepted and not returned.', '采购量:已验收且未退货。')) purchasedQuantity!: number;
  @Field(() => DecimalScalar, always('The winning price, for a unit of the price.', '中选价(每计价单位)。')) unitPrice!: string;
  @Field(() => Int, always('Counting units in a unit of the price.', '每计价单位的计数单位数。')) unitsPerPriceUnit!: number;
}

@ObjectType('RetentionLine', {
  simpleResolvers: true,
  description: bilingual(
    'Budget and spend of one generic name. Seen where the statement is.',
    '一个通用名的预算与支出。随结余留用单可见。',
  ),
})
export class RetentionLineType {
  @Field(() => String, always('The generic name.', '通用名。')) genericName!: string;
  @Field(() => String, always('The counting unit.', '计数单位。')) countingUnit!: string;
  @Field(() => QuantityScalar, always('The base volume.', '约定采购量基数。')) baseVolume!: number;
  @Field(() => Boolean, always('Whether the base volume is the demand on record.', '约定采购量基数是否取自报量记录。'))
  isBaseOnRecord!: boolean;
  @Field(() => DecimalScalar, always('The average price before, in yuan for a counting unit.', '集采前平均价(元/计数单位)。'))
  averagePriceBefore!: string;
  @Field(() => DecimalScalar, always('What part of the cost the fund pays, in percent.', '基金支付比例(%)。')) fundRatioPercent!: string;
  @Field(() => DecimalScalar, always('What part of the use is by insured patients, in percent.', '参保患者使用占比(%)。'))
  insuredSharePercent!: string;
  @Field(() => DecimalScalar, always('Spent on products that are not selected, in yuan.', '非中选产品支出(元)。'))
  nonSelectedAmount!: string;
  @Field(() => String, always('Where the terms come from that are not on record.', '未有记录数据的来源。')) source!: string;
  @Field(() => DecimalScalar, always('The budget in yuan.', '预算(元)。')) budgetAmount!: string;
  @Field(() => DecimalScalar, always('The spend in yuan.', '支出(元)。')) spendAmount!: string;
}

@ObjectType('RetentionStatement', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: retentionSeen.words(
    'What an institution retains of what it saved the fund in a round and agreement year.',
    '医疗机构某批次、协议年度的结余留用单。',
  ),
})
export class RetentionStatementType extends RecordedType {
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, always('The day of the statement; purchases count up to it.', '编制日期,采购量计至当日。')) statedOn!: string;
  @Field(() => RetentionGradeEnum, always('The grade of the assessment.', '考核等次。')) grade!: string;
  @Field(() => DecimalScalar, always('What the grade lets retain at most, in percent.', '考核等次留用比例上限(%)。'))
  gradeRatioPercent!: string;
  @Field(
    () => DecimalScalar,
    maybe('The ratio that the area had on file for drugs, in percent; null where it had none.', '统筹区已备案药品留用比例(%);无则为空。'),
  )
  drugRatioPercent!: string | null;
  @Field(() => DecimalScalar, always('The part retained, in percent.', '留用比例(%)。')) ratioPercent!: string;
  @Field(() => DecimalScalar, always('The budget of all lines, in yuan.', '预算合计(元)。')) budgetAmount!: string;
  @Field(() => DecimalScalar, always('The spend of all lines, in yuan.', '支出合计(元)。')) spendAmount!: string;
  @Field(() => DecimalScalar, always('Budget less spend, in yuan; below 0 for a deficit.', '结余(元);超支为负。')) surplusAmount!: string;
  @Field(() => DecimalScalar, always('What is retained, in yuan; 0.00 of a deficit.', '留用金额(元);超支为零。')) retainedAmount!: string;
}
export const RetentionStatementConnection = connectionOf(RetentionStatementType, 'RetentionStatement', '结余留用单');
