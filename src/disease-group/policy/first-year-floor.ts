import type { Explanation } from '../../kernel/explanation.ts';
import { fact, type Fact } from '../../kernel/fact.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { documents } from './documents.ts';
import { firstYearFloorClauses } from './first-year-floor.clauses.ts';

/**
 * In the first year after a round's result takes effect, what is paid for a group that it concerns stays: the saving is the
 * institution's.
 * @source source text 1: "may not be lowered in the first year"
 */
export const firstYearFloorRule = defineRule({
  id: 'disease-group.first-year-floor',
  title: 'No lowering in the first year',
  titleZh: '首年不下调病组支付标准',
  statement:
    'From the day on which an area’s result of a round takes effect until twelve months later, the payment standard of a group that it concerns is on no day below that of the day before the start; raising it is allowed, and so is lowering it to that again. Where no standard of the day before is on record, the first one since stands in for it. An area may read the text as "need not be lowered", from a day on and with its source: then it may be lowered by a rule.',
  statementZh:
    '自统筹区执行该批次结果之日起十二个月内，相关病组支付标准任何一日均不得低于执行前一日的标准；可以上调，上调后亦可回落至该标准。执行前一日无记录的，以其后首个标准代之。统筹区可自某日起依据文件按“可不下调”理解，此时可按规则下调。',
  source: [
    source(documents.stentSupport, '"may not be lowered in the first year"'),
    source(documents.ourConvention, 'the first standard since, where there is none before'),
  ],
  clauses: firstYearFloorClauses,
  traces: ['RG1', 'S1-26'],
});

/**
 * How an area reads the text: as a prohibition, or as a permission to leave the standard as it is (T4).
 * @source none: a shape of this system, not a rule
 */
export type Reading = 'MUST_NOT' | 'NEED_NOT';

/**
 * A standard of a group, from a day on; in yuan.
 * @source none: a shape of this system, not a rule
 */
export interface StandardFrom {
  readonly from: LocalDate;
  readonly amount: Money;
}

/**
 * That a round concerns a group, since the day on which the area's result takes effect.
 * @source none: a shape of this system, not a rule
 */
export interface ConcernedSince {
  readonly round: string;
  readonly start: LocalDate;
}

/**
 * The first day after the first year; throws for a start before the first document.
 * @source source text 1: "in the first year"; months end on the last day where there is no such day
 */
export function firstYearEnds(start: LocalDate): LocalDate {
  return addMonths(start, firstYearFloorClauses.inForce(start).value.months);
}

/**
 * Judges the day on which a round's result takes effect in an area: no first year began before the first document.
 *
 * Refuses with `START_BEFORE_RULE`.
 * @source source text 1
 */
export function startOfConcern(start: LocalDate): Refusal[] {
  const first = firstYearFloorClauses.rows[0]!.from;
  if (start >= first) return [];
  return [
    {
      code: 'START_BEFORE_RULE',
      field: 'startsOn',
      message: `No document speaks of a first year that began on ${start}; the first holds from ${first}.`,
      messageZh: `${start} 起的首年尚无规定,首个文件自 ${first} 起适用。`,
      rule: firstYearFloorRule.id,
      facts: [fact('start', start), fact('firstDay', first)],
    },
  ];
}

/** Below what a group is not lowered: the standard of the day before the start, or the first one since; null where none is on record. */
function floorOf(start: LocalDate, standards: readonly StandardFrom[]): StandardFrom | null {
  const inOrder = standards.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.findLast(({ from }) => from < start) ?? inOrder.find(({ from }) => from >= start) ?? null;
}

/**
 * Judges a standard by the first year of each round that concerns its group.
 * @param standards those on record, without the one judged
 *
 * Refuses with `LOWERED_IN_FIRST_YEAR`.
 * @source source text 1
 */
export function firstYearFloor(given: {
  readonly group: string;
  readonly judged: StandardFrom;
  readonly standards: readonly StandardFrom[];
  readonly concerns: readonly ConcernedSince[];
  /** How the area reads the text on that day; null where it says nothing. */
  readonly own: Reading | null;
}): Verdict<StandardFrom> {
  const { group, judged, standards, concerns, own } = given;
  const refusals = concerns.flatMap((concern) => {
    const floor = floorOf(concern.start, [...standards, judged])!;
    const ends = firstYearEnds(concern.start);
    const isInside = concern.start <= judged.from && judged.from < ends;
    if (!isInside || judged.amount.compare(floor.amount) >= 0) return [];
    if ((own ?? firstYearFloorClauses.inForce(judged.from).value.reading) === 'NEED_NOT') return [];
    return [
      {
        code: 'LOWERED_IN_FIRST_YEAR',
        field: 'amount',
        message: `${judged.amount} yuan from ${judged.from} is below ${floor.amount}, the standard of group ${group} before round ${concern.round} took effect on ${concern.start}; until ${ends} it is not lowered.`,
        messageZh: `病组 ${group} 自 ${judged.from} 起的支付标准${judged.amount}元低于批次 ${concern.round} 自 ${concern.start} 执行前的${floor.amount}元,${ends} 之前不得下调。`,
        rule: firstYearFloorRule.id,
        facts: floorFacts(judged, concern, floor.amount),
      },
    ];
  });
  return refusals.length === 0 ? accepted(judged) : refused(refusals);
}

const floorFacts = (judged: StandardFrom, { round, start }: ConcernedSince, before: Money): Fact[] => [
  fact('standard', judged.amount.toString(), 'yuan'),
  fact('from', judged.from),
  fact('round', round),
  fact('start', start),
  fact('standardBefore', before.toString(), 'yuan'),
  fact('firstYearEnds', firstYearEnds(start)),
];

/**
 * A round that concerns a group, with the standard before it took effect.
 * @source none: a shape of this system, not a rule
 */
export interface Floor extends ConcernedSince {
  readonly before: Money;
}

/**
 * Beside what a standard is seen: the latest round that concerns its group and has started by then. Null where none has.
 * @source source text 1
 */
export function floorFor(judged: StandardFrom, standards: readonly StandardFrom[], concerns: readonly ConcernedSince[]): Floor | null {
  const concern = concerns.filter(({ start }) => start <= judged.from).toSorted((a, b) => (a.start < b.start ? 1 : -1))[0];
  return concern ? { ...concern, before: floorOf(concern.start, [...standards, judged])!.amount } : null;
}

/**
 * Why a standard may be what it is.
 * @source source text 1
 */
export function explainStandard(judged: StandardFrom, floor: Floor | null): Explanation {
  const rule = { rule: firstYearFloorRule.id, source: [...firstYearFloorRule.source] };
  const { from, amount } = judged;
  if (!floor) {
    return {
      ...rule,
      sentence: `No round that concerns the group had taken effect by ${from}: the standard of ${amount} yuan is the area's to set.`,
      sentenceZh: `截至 ${from} 尚无相关批次执行,支付标准${amount}元由统筹区确定。`,
      inputs: [fact('standard', amount.toString(), 'yuan'), fact('from', from)],
      steps: [],
    };
  }
  const ends = firstYearEnds(floor.start);
  const difference = amount.minus(floor.before);
  return {
    ...rule,
    sentence: `Beside the ${floor.before} yuan before round ${floor.round} took effect on ${floor.start}, ${amount} yuan from ${from} is ${difference} more; the first year ends on ${ends}.`,
    sentenceZh: `批次 ${floor.round} 自 ${floor.start} 执行前标准为${floor.before}元,自 ${from} 起为${amount}元,相差${difference}元;首年至 ${ends} 止。`,
    inputs: floorFacts(judged, floor, floor.before),
    steps: [
      { text: 'start and twelve months', textZh: '执行之日起十二个月', value: ends, unit: null },
      {
        text: 'standard less that of the day before the start',
        textZh: '支付标准减去执行前标准',
        value: difference.toString(),
        unit: 'yuan',
      },
    ],
  };
}
