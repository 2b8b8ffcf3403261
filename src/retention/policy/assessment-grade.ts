import type { Explanation } from '../../kernel/explanation.ts';
import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, verdict, type Verdict } from '../../kernel/verdict.ts';
import { assessmentGradeClauses } from './assessment-grade.clauses.ts';
import { documents } from './documents.ts';

/**
 * An institution retains nothing before it is assessed; how much of the surplus follows from the grade of its score.
 * @source source text 1: "after assessment"; Shenzhen, draft of 2024
 */
export const assessmentGradeRule = defineRule({
  id: 'retention.assessment-grade',
  title: 'Grade of the assessment',
  titleZh: '考核等次',
  statement:
    'The agency of the pooling area assesses an institution for an agreement year. The score is the sum of the points of its indicators, whose maxima make 100; the grade in force on the day of the assessment follows from it, and the grade says which part of the surplus may be retained at most. A grade that lets nothing be retained is not passed.',
  statementZh:
    '统筹区经办机构按协议年度考核医疗机构。得分为各项指标得分之和，指标满分合计为100分；按考核当日适用的等次标准确定等次，等次决定结余留用比例上限。留用比例为零的等次视为考核未通过。',
  source: [
    source(documents.stentSupport, '"after assessment"'),
    source(documents.shenzhenDraft, 'grades A to D'),
    source(documents.ourConvention, 'maxima that make 100'),
  ],
  clauses: assessmentGradeClauses,
  traces: ['RF3', 'S1-24', 'E25'],
});

/**
 * One indicator of an assessment, in points.
 * @source none: a shape of this system, not a rule
 */
export interface Indicator {
  readonly name: string;
  readonly points: string;
  readonly maximumPoints: string;
}

/**
 * What a score comes to: the grade, what it lets retain in percent, and where that stands.
 * @source none: a shape of this system, not a rule
 */
export interface Graded {
  readonly score: string;
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly percent: string;
  readonly source: string;
}

/**
 * The score of the indicators, with 2 decimals.
 *
 * Refuses with `POINTS_ABOVE_MAXIMUM` and `INDICATORS_NOT_HUNDRED`.
 * @source convention of this system
 */
export function assessmentScore(indicators: readonly Indicator[]): Verdict<string> {
  const sum = (points: readonly string[]) => points.reduce((whole, each) => whole.plus(Ratio.parse(each)), Ratio.of(0));
  const refusals = indicators
    .filter(({ points, maximumPoints }) => !Ratio.parse(points).isAtMost(Ratio.parse(maximumPoints)))
    .map(aboveMaximum);
  const maxima = sum(indicators.map(({ maximumPoints }) => maximumPoints));
  if (maxima.compare(Ratio.of(100)) !== 0) refusals.push(notHundred(maxima.toFixed(2, 'HALF_UP')));
  return verdict(refusals, () => sum(indicators.map(({ points }) => points)).toFixed(2, 'HALF_UP'));
}

/**
 * The grade of a score on the day of the assessment.
 *
 * Refuses with `NO_GRADES_IN_FORCE` before the first guidance.
 * @source Shenzhen, draft of 2024
 */
export function assessmentGrade(on: LocalDate, score: string): Verdict<Graded> {
  const first = assessmentGradeClauses.rows[0]!.from;
  if (on < first) return refused([noGrades(on, first)]);
  const { value, source: said } = assessmentGradeClauses.inForce(on);
  const points = Ratio.parse(score);
  const { grade, percent } = value.grades.find(({ from, isFromIncluded }) => {
    const above = points.compare(Ratio.parse(from));
    return isFromIncluded ? above >= 0 : above > 0;
  })!;
  return accepted({ score: points.toFixed(2, 'HALF_UP'), grade, percent, source: said.document });
}

/**
 * Whether a grade lets anything be retained.
 *
 * Refuses with `ASSESSMENT_NOT_PASSED`, and with `ASSESSMENT_MISSING` where there is none.
 * @source source text 1: "after assessment"
 */
export function assessmentPassed(of: { institution: string; agreementYear: number }, graded: Graded | null): Verdict<Graded> {
  const facts = [fact('institution', of.institution), fact('agreementYear', of.agreementYear)];
  if (graded === null) {
    return refused([
      {
        code: 'ASSESSMENT_MISSING',
        field: 'agreementYear',
        message: `Institution ${of.institution} has not been assessed for ${of.agreementYear}: nothing is retained before.`,
        messageZh: `医疗机构 ${of.institution} 尚未进行 ${of.agreementYear} 年度考核,不得留用结余。`,
        rule: assessmentGradeRule.id,
        facts,
      },
    ]);
  }
  if (Ratio.percent(graded.percent).compare(Ratio.of(0)) > 0) return accepted(graded);
  return refused([
    {
      code: 'ASSESSMENT_NOT_PASSED',
      field: 'agreementYear',
      message: `Institution ${of.institution} has ${graded.score} points for ${of.agreementYear}, grade ${graded.grade}, with which nothing is retained.`,
      messageZh: `医疗机构 ${of.institution} ${of.agreementYear} 年度考核得分${graded.score},等次${graded.grade},不得留用结余。`,
      rule: assessmentGradeRule.id,
      facts: [...facts, fact('score', graded.score, 'points'), fact('grade', graded.grade), fact('gradeRatio', graded.percent, '%')],
    },
  ]);
}

/**
 * How the grade follows from the points.
 * @source Shenzhen, draft of 2024
 */
export function explainAssessment(indicators: readonly Indicator[], graded: Graded): Explanation {
  const { score, grade, percent } = graded;
  return {
    rule: assessmentGradeRule.id,
    sentence: `${score} points of 100 are grade ${grade}, with which at most ${percent} % of the surplus is retained.`,
    sentenceZh: `考核得分${score}分（满分100分），等次${grade}，结余留用比例不超过${percent}%。`,
    source: [source(graded.source)],
    inputs: indicators.map(({ name, points }) => fact(name, points, 'points')),
    steps: [
      { text: 'sum of the points', textZh: '各项指标得分之和', value: score, unit: 'points' },
      { text: 'the grade of that score', textZh: '得分对应等次', value: grade, unit: null },
      { text: 'what that grade lets retain at most', textZh: '该等次留用比例上限', value: percent, unit: '%' },
    ],
  };
}

const aboveMaximum = ({ name, points, maximumPoints }: Indicator): Refusal => ({
  code: 'POINTS_ABOVE_MAXIMUM',
  field: 'indicators',
  message: `An indicator has ${points} points, and gives at most ${maximumPoints}.`,
  messageZh: `指标“${name}”得分${points},超过满分${maximumPoints}。`,
  rule: assessmentGradeRule.id,
  facts: [fact('indicator', name), fact('points', points, 'points'), fact('maximumPoints', maximumPoints, 'points')],
});

const notHundred = (maxima: string): Refusal => ({
  code: 'INDICATORS_NOT_HUNDRED',
  field: 'indicators',
  message: `The maxima of the indicators make ${maxima}, not 100.`,
  messageZh: `各项指标满分合计为${maxima},应为100。`,
  rule: assessmentGradeRule.id,
  facts: [fact('maxima', maxima, 'points'), fact('needed', '100.00', 'points')],
});

const noGrades = (on: LocalDate, first: LocalDate): Refusal => ({
  code: 'NO_GRADES_IN_FORCE',
  field: 'assessedOn',
  message: `No grades are in force on ${on}; the first hold from ${first}.`,
  messageZh: `${on} 尚无考核等次标准,首个标准自 ${first} 起适用。`,
  rule: assessmentGradeRule.id,
  facts: [fact('assessedOn', on), fact('firstDay', first)],
});
