import { sql } from 'kysely';
import { AreaType, InstitutionType } from '../catalogue/index.ts';
import { Money } from '../kernel/money.ts';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import { proposalSeen } from '../platform/approval/rights.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { all, derived, one, pages, queries, reads, summed } from '../platform/graphql/reads.ts';
import { RoundType } from '../procurement/index.ts';
import { AgreementType, agreementSeen } from '../supply/index.ts';
import { DrugRetentionRatio } from './drug-retention-ratio.entity.ts';
import { drugRetentionRatioList, retentionAssessmentList, retentionStatementList } from './lists.ts';
import {
  explainAssessment,
  explainBudgetAndSpend,
  explainRetained,
  type Graded,
  type Indicator,
  type PurchaseUnder,
} from './policy/index.ts';
import { RetentionAssessment } from './retention-assessment.entity.ts';
import { RetentionIndicator } from './retention-indicator.entity.ts';
import { RetentionLine, RetentionPurchase } from './retention-line.entity.ts';
import { RetentionStatement } from './retention-statement.entity.ts';
import {
  DrugRetentionRatioConnection,
  DrugRetentionRatioType,
  RetentionAssessmentConnection,
  RetentionAssessmentType,
  RetentionIndicatorType,
  RetentionLineType,
  RetentionPurchaseType,
  RetentionStatementConnection,
  RetentionStatementType,
} from './retention.type.ts';

/** What is asked of retention by itself. */
export const RetentionQueries = queries({
  drugRetentionRatios: pages(
    () => DrugRetentionRatioConnection,
    drugRetentionRatioList,
    always('The retention ratios for drugs that pooling areas have on file, the earliest first.', '各统筹区药品结余留用比例,按生效日期。'),
  ),
  retentionAssessments: pages(
    () => RetentionAssessmentConnection,
    retentionAssessmentList,
    always('Assessments of institutions, the latest first.', '医疗机构年度考核,最近的在前。'),
  ),
  retentionStatements: pages(
    () => RetentionStatementConnection,
    retentionStatementList,
    always('What institutions retain, the latest first.', '结余留用单,最近的在前。'),
  ),
});

/** The rows of a part, in the order in which they were recorded, as JSON: figures for what is derived from all of them. */
const inOrder = (columns: string) => () => ({
  rows: sql`coalesce(json_agg(json_build_object(${sql.raw(columns)}) order by t.id), '[]')::text`,
});

const indicators = summed(
  RetentionIndicator,
  'assessmentId',
  inOrder(`'name', t.name, 'points', t.points::text, 'maximumPoints', t.maximum_points::text`),
);
const purchases = summed(
  RetentionPurchase,
  'lineId',
  inOrder(
    `'agreement', t.number, 'agreed', t.agreed_quantity, 'purchased', t.purchased_quantity, 'unitPrice', t.unit_price::text, 'units', t.units_per_price_unit`,
  ),
);

interface Parts {
  readonly rows: string;
}

interface AssessmentFacts {
  readonly indicators: Parts;
  readonly score: string;
  readonly grade: Graded['grade'];
  readonly percent: string;
  readonly gradeSource: string;
}

interface LineFacts {
  readonly genericName: string;
  readonly countingUnit: string;
  readonly baseVolume: number;
  readonly averagePriceBefore: string;
  readonly fundRatioPercent: string;
  readonly insuredSharePercent: string;
  readonly nonSelectedAmount: string;
  readonly budget: string;
  readonly spend: string;
  readonly purchases: Parts;
}

interface StatementFacts {
  readonly budget: string;
  readonly spend: string;
  readonly surplus: string;
  readonly percent: string;
  readonly grade: string;
  readonly gradePercent: string;
  readonly highest: string;
  readonly drugRatio: string | null;
}

const why = always('How it follows, from the figures that were judged then.', '推导过程,以当时判定所用数据为准。');

/** What the fields of retention's types mean, beside the columns of their names. */
export const retentionReads = [
  reads(
    DrugRetentionRatioType,
    'DrugRetentionRatio',
    DrugRetentionRatio,
    { area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')) },
    { key: ['area', 'id'], visible: drugRetentionRatioList.list.visible },
  ),
  reads(
    RetentionAssessmentType,
    'RetentionAssessment',
    RetentionAssessment,
    {
      area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')),
      institution: one(() => InstitutionType, 'institution', always('The institution.', '医疗机构。')),
      indicators: all(() => RetentionIndicatorType, 'assessmentId', always('Its indicators.', '考核指标。')),
      corrects: one(
        () => RetentionAssessmentType,
        ['area', 'correctsId'],
        maybe('The assessment that it stands in for.', '所更正的考核。'),
        retentionAssessmentList.list.visible,
      ),
      explanation: derived<AssessmentFacts>(
        () => ExplanationType,
        {
          indicators,
          score: 'score',
          grade: 'grade',
          percent: 'ratioPercent',
          gradeSource: 'gradeSource',
        },
        ({ indicators: parts, gradeSource, ...graded }) =>
          explainAssessment(JSON.parse(parts.rows) as Indicator[], { ...graded, source: gradeSource }),
        why,
      ),
    },
    { key: ['area', 'id'], visible: retentionAssessmentList.list.visible },
  ),
  reads(RetentionIndicatorType, 'RetentionIndicator', RetentionIndicator, {}),
  reads(
    RetentionStatementType,
    'RetentionStatement',
    RetentionStatement,
    {
      area: one(() => AreaType, 'area', always('The pooling area.', '统筹区。')),
      institution: one(() => InstitutionType, 'institution', always('The institution.', '医疗机构。')),
      round: one(() => RoundType, 'round', always('The round.', '批次。')),
      assessment: one(
        () => RetentionAssessmentType,
        ['area', 'assessmentId'],
        always('The assessment that it stands on.', '所依据的考核。'),
      ),
      lines: all(() => RetentionLineType, 'statementId', always('A line for each generic name.', '按通用名明细。')),
      approval: one(() => ProposalType, 'approvalId', maybe('The approved proposal.', '已批准的提案。'), proposalSeen.visible),
      explanation: derived<StatementFacts>(
        () => ExplanationType,
        {
          budget: 'budgetAmount',
          spend: 'spendAmount',
          surplus: 'surplusAmount',
          percent: 'ratioPercent',
          grade: 'grade',
          gradePercent: 'gradeRatioPercent',
          highest: 'highestRatioPercent',
          drugRatio: 'drugRatioPercent',
        },
        ({ budget, spend, surplus, ...ratio }) =>
          explainRetained({ budget: Money.of(budget), spend: Money.of(spend), surplus: Money.of(surplus) }, ratio),
        why,
      ),
    },
    { key: ['area', 'id'], visible: retentionStatementList.list.visible },
  ),
  reads(RetentionLineType, 'RetentionLine', RetentionLine, {
    purchases: all(() => RetentionPurchaseType, 'lineId', always('What was on record of each agreement.', '各协议的记录数据。')),
    explanation: derived<LineFacts>(
      () => ExplanationType,
      {
        genericName: 'genericName',
        countingUnit: 'countingUnit',
        baseVolume: 'baseVolume',
        averagePriceBefore: 'averagePriceBefore',
        fundRatioPercent: 'fundRatioPercent',
        insuredSharePercent: 'insuredSharePercent',
        nonSelectedAmount: 'nonSelectedAmount',
        budget: 'budgetAmount',
        spend: 'spendAmount',
        purchases,
      },
      ({ budget, spend, purchases: parts, ...terms }) =>
        explainBudgetAndSpend(
          { ...terms, purchases: JSON.parse(parts.rows) as PurchaseUnder[] },
          { budget: Money.of(budget), spend: Money.of(spend) },
        ),
      why,
    ),
  }),
  reads(RetentionPurchaseType, 'RetentionPurchase', RetentionPurchase, {
    agreement: one(
      () => AgreementType,
      ['areaCode', 'agreementId'],
      maybe('The agreement; null where it is not yours to see.', '协议;无权查看时为空。'),
      agreementSeen.visible,
    ),
  }),
];
