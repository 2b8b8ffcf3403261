import { fact } from '../../kernel/fact.ts';
import { addDays, lastDayOfMonth, type LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { accepted, refused, type Verdict } from '../../kernel/verdict.ts';

/**
 * The days that a deadline may count, each inclusive of its last.
 * @source none: the kinds of deadline that are in use
 */
export type CountedDay = 'CALENDAR_DAY' | 'WORKING_DAY' | 'BANKING_DAY';

/**
 * A deadline counted from a day: the end of a month, or so many days after the day, which is not counted itself.
 * @source none: a shape of this system, not a rule
 */
export type Deadline =
  | { readonly kind: 'END_OF_MONTH'; readonly monthsLater: number }
  | { readonly kind: 'DAYS'; readonly days: number; readonly counted: CountedDay };

/**
 * The official calendar as far as it is on record: each day with what it is.
 * @source none: a shape of this system, not a rule
 */
export type Calendar = ReadonlyMap<string, { readonly isWorkingDay: boolean; readonly isBankingDay: boolean }>;

/**
 * Whether a deadline can only be counted over the calendar.
 * @source none: arithmetic
 */
export function needsCalendar(deadline: Deadline): boolean {
  return deadline.kind === 'DAYS' && deadline.counted !== 'CALENDAR_DAY';
}

/**
 * The last day in time. Days after the end of the calendar are not guessed: which of them are holidays is announced a
 * year ahead, no earlier.
 *
 * Refuses with `CALENDAR_NOT_COVERED`.
 * @source none: arithmetic
 */
export function lastDayInTime(deadline: Deadline, from: LocalDate, calendar: Calendar): Verdict<LocalDate> {
  if (deadline.kind === 'END_OF_MONTH') return accepted(lastDayOfMonth(from, deadline.monthsLater));
  if (deadline.counted === 'CALENDAR_DAY') return accepted(addDays(from, deadline.days));
  let day = from;
  for (let left = deadline.days; left > 0;) {
    day = addDays(day, 1);
    const known = calendar.get(day);
    if (!known) return refused([notCovered(deadline.counted, from, day)]);
    if (deadline.counted === 'WORKING_DAY' ? known.isWorkingDay : known.isBankingDay) left -= 1;
  }
  return accepted(day);
}

function notCovered(counted: CountedDay, from: LocalDate, day: LocalDate): Refusal {
  return {
    code: 'CALENDAR_NOT_COVERED',
    field: 'acceptedOn',
    message: `The deadline counts ${counted} from ${from}, and the calendar does not have ${day} yet.`,
    messageZh: `付款期限自 ${from} 起按工作日历计算,日历尚未收录 ${day}。`,
    rule: 'payment.local-settlement-deadline',
    facts: [fact('countedFrom', from), fact('counted', counted), fact('firstDayMissing', day)],
  };
}
