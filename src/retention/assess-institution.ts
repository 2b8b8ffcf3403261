import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Institution } from '../catalogue/index.ts';
import { decimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today } from '../kernel/local-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../kernel/verdict.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { dateInFuture } from '../procurement/index.ts';
import { pointsField, yearField } from './figures.ts';
import { ownInstitution } from './own-institution.ts';
import { assessmentGrade, assessmentScore, type Graded } from './policy/index.ts';
import { RetentionAssessment } from './retention-assessment.entity.ts';
import { RetentionIndicator } from './retention-indicator.entity.ts';
import type { AssessInstitutionInput, CorrectAssessmentInput } from './retention.input.ts';

/** Records the assessment of an institution of the caller's pooling area for an agreement year: once (S1-24). */
export async function assessInstitution(
  context: Context,
  em: EntityManager,
  input: AssessInstitutionInput,
): Promise<Verdict<RetentionAssessment>> {
  const judged = await judge(context, em, input);
  if (!judged.ok) return judged;
  const { institution, graded } = judged.value;
  const earlier = await assessmentThatHolds(em, institution, input.agreementYear);
  if (earlier) return refused([alreadyAssessed(input, earlier)]);
  return accepted(store(context, em, input, { institution, graded, correctsId: null, reason: null }));
}

/** Records an assessment anew; the one that held stays on record, and holds no more. */
export async function correctAssessment(
  context: Context,
  em: EntityManager,
  input: CorrectAssessmentInput,
): Promise<Verdict<RetentionAssessment>> {
  const judged = await judge(context, em, input);
  const malformed = textRefusals({ reason: input.reason });
  if (!judged.ok || malformed.length > 0) return refused([...malformed, ...(judged.ok ? [] : judged.refusals)]);
  const { institution, graded } = judged.value;
  const earlier = await assessmentThatHolds(em, institution, input.agreementYear);
  if (!earlier) return refused([notAssessed(input)]);
  return accepted(store(context, em, input, { institution, graded, correctsId: earlier.id, reason: input.reason }));
}

/**
 * The assessment of an institution and agreement year that no other corrects. All that the institution has are held until
 * the transaction ends: one statement of it after another.
 */
export async function assessmentThatHolds(
  em: EntityManager,
  institution: Institution,
  agreementYear: number,
): Promise<RetentionAssessment | null> {
  const held = await em.find(
    RetentionAssessment,
    { area: institution.area, institution },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const all = held.filter((each) => each.agreementYear === agreementYear);
  const corrected = new Set(all.map(({ correctsId }) => correctsId));
  return all.find(({ id }) => !corrected.has(id)) ?? null;
}

interface Judged {
  readonly institution: Institution;
  readonly graded: Graded;
}

async function judge(context: Context, em: EntityManager, input: AssessInstitutionInput): Promise<Verdict<Judged>> {
  const { agreementYear, indicators, source } = input;
  const now = today(context.clock);
  const on = input.assessedOn ? localDate(input.assessedOn) : now;
  const malformed = indicators.flatMap(({ name, points, maximumPoints }) => [
    ...textRefusals({ name }).map((each) => ({ ...each, field: 'indicators' })),
    ...pointsField('points', points),
    ...pointsField('maximumPoints', maximumPoints),
  ]);
  const refusals: Refusal[] = [
    ...yearField(agreementYear),
    ...textRefusals({ source }),
    ...dateInFuture('assessedOn', on, now),
    ...twice(indicators.map(({ name }) => name)),
    ...malformed,
  ];
  const institution = await ownInstitution(context, em, input.institutionCode);
  if (!institution.ok) refusals.push(...institution.refusals);
  const score = malformed.length === 0 ? assessmentScore(indicators) : null;
  if (score && !score.ok) refusals.push(...score.refusals);
  const graded = score?.ok ? assessmentGrade(on, score.value) : null;
  if (graded && !graded.ok) refusals.push(...graded.refusals);
  if (!institution.ok || !graded?.ok || refusals.length > 0) return refused(refusals);
  return accepted({ institution: institution.value, graded: graded.value });
}

interface Stored extends Judged {
  readonly correctsId: string | null;
  readonly reason: string | null;
}

function store(context: Context, em: EntityManager, input: AssessInstitutionInput, of: Stored): RetentionAssessment {
  const { institution, graded, correctsId, reason } = of;
  const assessment = em.create(RetentionAssessment, {
    ...recordedRow(context),
    area: institution.area,
    institution,
    agreementYear: input.agreementYear,
    assessedOn: input.assessedOn ?? today(context.clock),
    score: graded.score,
    grade: graded.grade,
    ratioPercent: graded.percent,
    gradeSource: graded.source,
    source: input.source,
    correctsId,
    reason,
  });
  const points = (text: string) => decimal(text, { integerDigits: 3, decimals: 2 }).toFixed(2);
  for (const each of input.indicators) {
    em.create(RetentionIndicator, {
      areaCode: institution.area.code,
      id: uuidv7(),
      assessmentId: assessment.id,
      name: each.name,
      points: points(each.points),
      maximumPoints: points(each.maximumPoints),
    });
  }
  return assessment;
}

const twice = (names: readonly string[]): Refusal[] =>
  names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => ({
      code: 'INDICATOR_TWICE',
      field: 'indicators',
      message: 'An indicator is given twice.',
      messageZh: `指标“${name}”重复。`,
      rule: null,
      facts: [fact('indicator', name)],
    }));

function alreadyAssessed({ institutionCode, agreementYear }: AssessInstitutionInput, { score, grade }: RetentionAssessment): Refusal {
  return {
    code: 'ALREADY_ASSESSED',
    field: 'agreementYear',
    message: `Institution ${institutionCode} is assessed for ${agreementYear} with ${score} points; a correction stands in for it.`,
    messageZh: `医疗机构 ${institutionCode} 已有 ${agreementYear} 年度考核(得分${score}),须以更正方式变更。`,
    rule: null,
    facts: [
      fact('institution', institutionCode),
      fact('agreementYear', agreementYear),
      fact('score', score, 'points'),
      fact('grade', grade),
    ],
  };
}

function notAssessed({ institutionCode, agreementYear }: AssessInstitutionInput): Refusal {
  return {
    code: 'NOTHING_TO_CORRECT',
    field: 'agreementYear',
    message: `No assessment of institution ${institutionCode} for ${agreementYear} is on record that could be corrected.`,
    messageZh: `医疗机构 ${institutionCode} 没有可更正的 ${agreementYear} 年度考核。`,
    rule: null,
    facts: [fact('institution', institutionCode), fact('agreementYear', agreementYear)],
  };
}
