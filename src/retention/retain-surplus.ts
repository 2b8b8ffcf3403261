import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Institution } from '../catalogue/index.ts';
import { decimal } from '../kernel/decimal.ts';
import { fact } from '../kernel/fact.ts';
import { localDate, today } from '../kernel/local-date.ts';
import { quantityField } from '../kernel/quantity-field.ts';
import { isQuantity } from '../kernel/quantity.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unknownCode } from '../kernel/unknown-code.ts';
import { accepted, refused, verdict, type Verdict } from '../kernel/verdict.ts';
import type { Prepared } from '../platform/approval/approved-act.ts';
import type { Context } from '../platform/graphql/context.ts';
import { textRefusals } from '../platform/graphql/text-input.ts';
import { recordedRow } from '../platform/journal/recorded-row.ts';
import { dateInFuture, Round, unitPriceField } from '../procurement/index.ts';
import { assessmentThatHolds } from './assess-institution.ts';
import { percentField, spentField, yearField } from './figures.ts';
import { ownInstitution } from './own-institution.ts';
import {
  assessmentPassed,
  baseVolume,
  budgetAndSpend,
  highestRetentionRatio,
  retainedCycle,
  retainedOf,
  retentionRatio,
  statementLines,
  surplusOf,
  yearOver,
  type Graded,
  type SurplusTerms,
} from './policy/index.ts';
import type { RetentionAssessment } from './retention-assessment.entity.ts';
import { RetentionLine, RetentionPurchase } from './retention-line.entity.ts';
import { RetentionStatement } from './retention-statement.entity.ts';
import type { RetainSurplusInput, RetentionLineInput } from './retention.input.ts';
import {
  agreementsOnRecord,
  demandOnRecord,
  drugRatioOnFile,
  grantedInOtherRounds,
  type AgreementOnRecord,
  type Measured,
} from './terms-on-record.ts';

/** A line as it would be stored: its terms, whose base volume may come from the record, and what they come to. */
interface MeasuredLine {
  readonly terms: SurplusTerms;
  readonly isBaseOnRecord: boolean;
  readonly source: string;
  readonly agreements: readonly AgreementOnRecord[];
  readonly budget: { toString(): string };
  readonly spend: { toString(): string };
}

/**
 * States what an institution retains of what it saved the fund in a round and agreement year (S1-22): by the agency's
 * proposal, made by its approval. What is on record is taken from there; the rest comes with its source.
 */
export async function retainSurplus(
  context: Context,
  em: EntityManager,
  input: RetainSurplusInput,
  approvalId: string,
): Promise<Verdict<Prepared<Institution>>> {
  const measured = await whatIsMeasured(context, em, input);
  const malformed = malformedFields(input);
  if (!measured.ok) return refused([...malformed, ...measured.refusals]);
  const { institution, round, on } = measured.value;
  const refusals = [...malformed, ...(await alreadyStated(em, measured.value))];
  const assessment = await assessmentThatHolds(em, institution, input.agreementYear);
  const passed = assessmentPassed({ institution: institution.code, agreementYear: input.agreementYear }, gradedBy(assessment));
  if (!passed.ok) refusals.push(...passed.refusals);
  const highest = highestRetentionRatio('on', on);
  if (!highest.ok) refusals.push(...highest.refusals);
  const drugRatio = await drugRatioOnFile(em, institution.area.code, on);
  if (malformed.length > 0) return refused(refusals);
  const ratio =
    passed.ok && highest.ok
      ? retentionRatio(
          { category: round.category, highest: highest.value, grade: passed.value.percent, drugRatio },
          input.ratioPercent ?? null,
        )
      : null;
  if (ratio && !ratio.ok) refusals.push(...ratio.refusals);
  const lines = await measuredLines(em, measured.value, input.lines);
  if (!lines.ok) refusals.push(...lines.refusals);
  const sums = lines.ok ? surplusOf(lines.value.map((each) => each.sums)) : null;
  if (sums && !sums.ok) refusals.push(...sums.refusals);
  if (!assessment || !passed.ok || !highest.ok || !ratio?.ok || !lines.ok || !sums?.ok || refusals.length > 0) return refused(refusals);

  const { budget, spend, surplus } = sums.value;
  const statement = em.create(RetentionStatement, {
    ...recordedRow(context),
    area: institution.area,
    institution,
    round,
    agreementYear: input.agreementYear,
    statedOn: on,
    assessmentId: assessment.id,
    grade: passed.value.grade,
    gradeRatioPercent: passed.value.percent,
    highestRatioPercent: highest.value,
    drugRatioPercent: drugRatio,
    ratioPercent: ratio.value,
    budgetAmount: budget.toString(),
    spendAmount: spend.toString(),
    surplusAmount: surplus.toString(),
    retainedAmount: retainedOf(surplus, ratio.value).toString(),
    approvalId,
  });
  for (const line of lines.value) storeLine(em, statement, line.measured);
  const facts = [
    fact('institution', institution.code),
    fact('round', round.code),
    fact('score', passed.value.score, 'points'),
    fact('grade', passed.value.grade),
    fact('surplus', surplus.toString(), 'yuan'),
    fact('retained', statement.retainedAmount, 'yuan'),
  ];
  return accepted({ object: institution, facts });
}

/** What is malformed in itself. */
function malformedFields({ agreementYear, ratioPercent, lines, reason }: RetainSurplusInput): Refusal[] {
  return [
    ...yearField(agreementYear),
    ...textRefusals({ reason }),
    ...(ratioPercent ? percentField('ratioPercent', ratioPercent) : []),
    ...lines.flatMap((line) => [
      ...textRefusals({ genericName: line.genericName, source: line.source }),
      ...(line.baseVolume === null || line.baseVolume === undefined ? [] : quantityField('baseVolume', line.baseVolume)),
      ...unitPriceField('averagePriceBefore', line.averagePriceBefore),
      ...percentField('fundRatioPercent', line.fundRatioPercent),
      ...percentField('insuredSharePercent', line.insuredSharePercent),
      ...spentField('nonSelectedAmount', line.nonSelectedAmount),
    ]),
  ];
}

async function whatIsMeasured(context: Context, em: EntityManager, input: RetainSurplusInput): Promise<Verdict<Measured>> {
  const now = today(context.clock);
  const on = input.on ? localDate(input.on) : now;
  const refusals = dateInFuture('on', on, now);
  const institution = await ownInstitution(context, em, input.institutionCode);
  if (!institution.ok) refusals.push(...institution.refusals);
  const round = await em.findOne(Round, { code: input.roundCode });
  if (!round) refusals.push(unknownCode('roundCode', 'round', '批次', input.roundCode));
  if (!institution.ok || !round || refusals.length > 0) return refused(refusals);
  return accepted({ institution: institution.value, round, agreementYear: input.agreementYear, on });
}

const gradedBy = (assessment: RetentionAssessment | null): Graded | null =>
  assessment && {
    score: assessment.score,
    grade: assessment.grade,
    percent: assessment.ratioPercent,
    source: assessment.gradeSource,
  };

async function alreadyStated(em: EntityManager, { institution, round, agreementYear }: Measured): Promise<Refusal[]> {
  const stated = await em.findOne(RetentionStatement, { area: institution.area, institution, round, agreementYear });
  if (!stated) return [];
  return [
    {
      code: 'ALREADY_STATED',
      field: 'agreementYear',
      message: `What institution ${institution.code} retains of round ${round.code} for ${agreementYear} is stated: ${stated.retainedAmount} yuan.`,
      messageZh: `医疗机构 ${institution.code} 批次 ${round.code} ${agreementYear} 年度已留用结余${stated.retainedAmount}元。`,
      rule: null,
      facts: [
        fact('institution', institution.code),
        fact('round', round.code),
        fact('agreementYear', agreementYear),
        fact('retained', stated.retainedAmount, 'yuan'),
      ],
    },
  ];
}

interface LineWithSums {
  readonly measured: MeasuredLine;
  readonly sums: Parameters<typeof surplusOf>[0][number];
}

/** The lines with their terms from the record, and what each comes to. */
async function measuredLines(
  em: EntityManager,
  measured: Measured,
  given: readonly RetentionLineInput[],
): Promise<Verdict<LineWithSums[]>> {
  const { institution, round, agreementYear, on } = measured;
  const agreements = await agreementsOnRecord(em, measured);
  if (agreements.length === 0) return refused([noAgreement(institution.code, round.code, agreementYear)]);
  const byName = Map.groupBy(agreements, ({ genericName }) => genericName);
  const names = given.map(({ genericName }) => genericName);
  const granted = await grantedInOtherRounds(em, measured, [...byName.keys()]);
  const begins = round.inForceFrom === null || round.inForceFrom === undefined ? null : localDate(round.inForceFrom);
  const retained = retainedCycle(on, begins, granted);
  const isRetained = (name: string) => granted.some((each) => each.genericName === name && retainedCycle(on, begins, [each]).length > 0);
  const ends = agreements.reduce((last, each) => (each.ends > last ? each.ends : last), agreements[0]!.ends);
  const demand = await demandOnRecord(em, measured);
  const refusals = [
    ...yearOver(on, ends),
    ...statementLines(names, [...byName.keys()], [...byName.keys()].filter(isRetained)),
    ...retained.filter(({ facts }) => names.includes(facts[0]!.value)),
    ...given.flatMap(({ genericName, baseVolume: typed }) =>
      byName.has(genericName) ? baseVolume({ genericName, given: typed ?? null, reported: demand.get(genericName) ?? null }) : [],
    ),
  ];
  if (refusals.length > 0) return refused(refusals);
  const lines = given.map((line) => lineOf(line, byName.get(line.genericName)!, demand.get(line.genericName) ?? null));
  return verdict(
    lines.flatMap((line) => (line.ok ? [] : line.refusals)),
    () => lines.flatMap((line) => (line.ok ? [line.value] : [])),
  );
}

function lineOf(line: RetentionLineInput, agreements: readonly AgreementOnRecord[], reported: number | null): Verdict<LineWithSums> {
  const base = reported ?? line.baseVolume!;
  if (!isQuantity(base)) return refused(quantityField('baseVolume', base));
  const fixed = (text: string, integerDigits: number, decimals: number) => decimal(text, { integerDigits, decimals }).toFixed(decimals);
  const terms: SurplusTerms = {
    genericName: line.genericName,
    countingUnit: agreements[0]!.countingUnit,
    baseVolume: base,
    averagePriceBefore: fixed(line.averagePriceBefore, 14, 4),
    fundRatioPercent: fixed(line.fundRatioPercent, 3, 2),
    insuredSharePercent: fixed(line.insuredSharePercent, 3, 2),
    nonSelectedAmount: fixed(line.nonSelectedAmount, 16, 2),
    purchases: agreements,
  };
  const sums = budgetAndSpend(terms);
  if (!sums.ok) return sums;
  return accepted({
    measured: { terms, isBaseOnRecord: reported !== null, source: line.source, agreements, ...sums.value },
    sums: sums.value,
  });
}

function storeLine(em: EntityManager, { area, id }: RetentionStatement, line: MeasuredLine): void {
  const { terms, agreements } = line;
  const stored = em.create(RetentionLine, {
    areaCode: area.code,
    id: uuidv7(),
    statementId: id,
    genericName: terms.genericName,
    countingUnit: terms.countingUnit,
    baseVolume: terms.baseVolume,
    isBaseOnRecord: line.isBaseOnRecord,
    averagePriceBefore: terms.averagePriceBefore,
    fundRatioPercent: terms.fundRatioPercent,
    insuredSharePercent: terms.insuredSharePercent,
    nonSelectedAmount: terms.nonSelectedAmount,
    source: line.source,
    budgetAmount: line.budget.toString(),
    spendAmount: line.spend.toString(),
  });
  for (const each of agreements) {
    em.create(RetentionPurchase, {
      areaCode: area.code,
      id: uuidv7(),
      agreementId: each.agreementId,
      number: each.agreement,
      lineId: stored.id,
      agreedQuantity: each.agreed,
      purchasedQuantity: each.purchased,
      unitPrice: each.unitPrice,
      unitsPerPriceUnit: each.units,
    });
  }
}

function noAgreement(institution: string, round: string, agreementYear: number): Refusal {
  return {
    code: 'NO_AGREEMENT_OF_YEAR',
    field: 'institutionCode',
    message: `Institution ${institution} has no agreement of round ${round} for ${agreementYear}.`,
    messageZh: `医疗机构 ${institution} 没有批次 ${round} ${agreementYear} 年度的协议。`,
    rule: 'retention.statement-lines',
    facts: [fact('institution', institution), fact('round', round), fact('agreementYear', agreementYear)],
  };
}
