import { fact } from '../../kernel/fact.ts';
import { lastDayOfMonth, type LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';
import { bulletinDayClauses } from './bulletin-day.clauses.ts';
import { documents } from './documents.ts';

/**
 * Of which days bulletins are: the fewer there are, the more stands behind the difference of two.
 * @source none: our convention
 */
export const bulletinDayRule = defineRule({
  id: 'statistics.bulletin-day',
  title: 'Bulletins are of month ends',
  titleZh: '通报以月末为截止日',
  statement:
    'A bulletin of performance is of the last day of a month, which is over or today, and so many months (1) after the one before: institutions settle by the month, and the difference of two bulletins of following days would tell of the few that did something between. What is out stays; a day has one bulletin.',
  statementZh:
    '履行情况通报以某月最后一日为截止日（不得晚于今日），且距上期通报不少于规定月数（1个月）：医疗机构按月结算，相邻数日的两期通报之差会透露其间少数机构的情况。已公布的通报不变，每一截止日仅通报一次。',
  source: [source(documents.ourConvention, 'a bulletin a month')],
  clauses: bulletinDayClauses,
  traces: [],
});

/**
 * Accepts the day of a bulletin. `latest` is the day of the latest one; null while there is none.
 *
 * Refuses with `BULLETIN_BEFORE_FIRST_RULE`, `NOT_A_MONTH_END`, `BULLETIN_TOO_SOON`; all at once.
 * @source none: our convention
 */
export function bulletinDay({ asOf, latest }: { asOf: LocalDate; latest: LocalDate | null }): Verdict<LocalDate> {
  const clause = bulletinDayClauses.find(asOf);
  if (!clause) {
    const first = bulletinDayClauses.rows.map(({ from }) => from).toSorted()[0]!;
    const words = [`No bulletin is of a day before ${first}.`, `${first}之前不作通报。`] as const;
    return refused([no('BULLETIN_BEFORE_FIRST_RULE', ...words, [['first', first]])]);
  }
  const refusals: Refusal[] = [];
  const monthEnd = lastDayOfMonth(asOf);
  if (asOf !== monthEnd) {
    const words = [
      `A bulletin is of the last day of a month (${monthEnd}), not of ${asOf}.`,
      `通报截止日须为月末（${monthEnd}），而不是${asOf}。`,
    ] as const;
    refusals.push(no('NOT_A_MONTH_END', ...words, [['monthEnd', monthEnd]]));
  }
  const earliest = latest && lastDayOfMonth(latest, clause.value.leastMonths);
  if (earliest && asOf < earliest) {
    const words = [
      `The latest bulletin is of ${latest}; the next is of ${earliest} or later.`,
      `最近一期通报截止${latest}；下一期截止日不早于${earliest}。`,
    ] as const;
    refusals.push(
      no('BULLETIN_TOO_SOON', ...words, [
        ['latest', latest],
        ['earliest', earliest],
      ]),
    );
  }
  return refusals.length === 0 ? accepted(asOf) : refused(refusals);
}

const no = (code: string, message: string, messageZh: string, facts: readonly (readonly [string, string])[]): Refusal => ({
  code,
  field: 'asOf',
  message,
  messageZh,
  rule: bulletinDayRule.id,
  facts: facts.map(([name, value]) => fact(name, value)),
});
