import { fact } from '../../kernel/fact.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';
import { firstYearEnds, type ConcernedSince } from './first-year-floor.ts';
import { regularReviewClauses } from './regular-review.clauses.ts';

/**
 * After the first year a concerned group's standard is reviewed regularly, and lowered by a rule only.
 * @source source text 1: "will be adjusted regularly in accordance with the rules in the future"
 */
export const regularReviewRule = defineRule({
  id: 'disease-group.regular-review',
  title: 'Regular review of standards',
  titleZh: '病组支付标准定期调整',
  statement:
    'The first review of a concerned group falls due on the day on which its first year is over, and another each period (twelve months) after it. From the start on, lowering the standard of a concerned group names the rule by which it is lowered. A review is recorded on or after the day on which it is due, each once and in turn.',
  statementZh:
    '相关病组首年届满之日为首次评估到期日，其后每一周期（十二个月）到期一次。自执行之日起，下调相关病组支付标准须注明所依据的规则。评估于到期日当日或之后依次录入，每期一次。',
  source: [
    source(documents.stentSupport, '"will be adjusted regularly in accordance with the rules in the future"'),
    source(documents.ourConvention, 'the period, and the order of reviews'),
  ],
  clauses: regularReviewClauses,
  traces: ['S1-27'],
});

/** More than these are no list of what is due; it would take a hundred years. */
const mostReviews = 100;

/**
 * The days on which reviews of a group fell due by a day, the first one first.
 * @source source text 1; the period is a convention of this system
 */
export function reviewsDueBy(start: LocalDate, asOf: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let due = reviewDue(start, 0); due <= asOf && days.length < mostReviews; due = reviewDue(start, days.length)) days.push(due);
  return days;
}

/** The day on which a review is due: counted from the end of the first year, so that a short month does not shorten the next. */
function reviewDue(start: LocalDate, periods: number): LocalDate {
  const ends = firstYearEnds(start);
  return addMonths(ends, periods * regularReviewClauses.inForce(ends).value.months);
}

/**
 * The first review that is due by a day and not recorded; null where none is.
 * @source convention of this system
 */
export function nextReview(start: LocalDate, recorded: number, asOf: LocalDate): LocalDate | null {
  return reviewsDueBy(start, asOf)[recorded] ?? null;
}

/**
 * Judges the day of a review: the next one has to be due.
 *
 * Refuses with `REVIEW_NOT_DUE`.
 * @source convention of this system
 */
export function reviewDay(given: { group: string; start: LocalDate; recorded: number; on: LocalDate }): Refusal[] {
  const { group, start, recorded, on } = given;
  if (nextReview(start, recorded, on) !== null) return [];
  const due = reviewDue(start, recorded);
  return [
    {
      code: 'REVIEW_NOT_DUE',
      field: 'reviewedOn',
      message: `The next review of group ${group} is due on ${due}, not yet on ${on}.`,
      messageZh: `病组 ${group} 下次评估到期日为 ${due},${on} 尚未到期。`,
      rule: regularReviewRule.id,
      facts: [fact('group', group), fact('reviewedOn', on), fact('dueOn', due)],
    },
  ];
}

/**
 * Judges a lowering of a concerned group: it names its rule.
 *
 * Refuses with `RULE_REFERENCE_MISSING`.
 * @source source text 1: "in accordance with the rules"
 */
export function loweredByRule(given: {
  readonly group: string;
  readonly from: LocalDate;
  readonly amount: Money;
  /** That of the day before; null where there is none. */
  readonly before: Money | null;
  readonly concerns: readonly ConcernedSince[];
  readonly ruleReference: string | null;
}): Refusal[] {
  const { group, from, amount, before, concerns, ruleReference } = given;
  const isLowered = before !== null && amount.compare(before) < 0;
  if (!isLowered || ruleReference !== null || !concerns.some(({ start }) => start <= from)) return [];
  return [
    {
      code: 'RULE_REFERENCE_MISSING',
      field: 'ruleReference',
      message: `Lowering the standard of group ${group} from ${before} to ${amount} yuan names the rule by which it is lowered.`,
      messageZh: `病组 ${group} 支付标准由${before}元下调至${amount}元,须注明所依据的规则。`,
      rule: regularReviewRule.id,
      facts: [
        fact('group', group),
        fact('standardBefore', before.toString(), 'yuan'),
        fact('standard', amount.toString(), 'yuan'),
        fact('from', from),
      ],
    },
  ];
}
