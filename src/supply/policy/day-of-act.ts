import { fact } from '../../kernel/fact.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { defineRule } from '../../kernel/rule.ts';
import { source } from '../../kernel/source.ts';
import { documents } from './documents.ts';

/**
 * What is recorded has happened, in the order in which it can happen.
 * @source convention of this system
 */
export const dayOfActRule = defineRule({
  id: 'supply.day-of-act',
  title: 'The day of an act',
  titleZh: '业务发生日期',
  statement: 'An act is recorded when it has happened: its day is not after the day of recording, and not before the act that it follows.',
  statementZh: '业务发生后方可录入：发生日期不晚于录入当日，且不早于其所依据的前一业务日期。',
  source: [source(documents.ourConvention, 'days are judged against the recording clock')],
  traces: [],
});

/**
 * Refusals of the day of an act: `DATE_IN_FUTURE` where it is after today, `DATE_BEFORE_PREVIOUS_ACT` where it is before
 * the act that it follows (null for an act that follows none).
 * @source convention of this system
 */
export function dayOfAct(given: { field: string; on: LocalDate; today: LocalDate; after: LocalDate | null }): Refusal[] {
  const { field, on, today, after } = given;
  const wrongDay = (code: string, english: string, chinese: string, limit: LocalDate): Refusal => ({
    code,
    field,
    message: `${on} ${english} (${limit}).`,
    messageZh: `${on}${chinese}（${limit}）。`,
    rule: dayOfActRule.id,
    facts: [fact('on', on), fact('limit', limit)],
  });
  return [
    ...(on > today ? [wrongDay('DATE_IN_FUTURE', 'lies in the future', '晚于今日', today)] : []),
    ...(after !== null && on < after
      ? [wrongDay('DATE_BEFORE_PREVIOUS_ACT', 'lies before the act that it follows', '早于前一业务日期', after)]
      : []),
  ];
}
