import { Temporal } from 'temporal-polyfill';
import type { Clock } from './clock.ts';

declare const kind: unique symbol;

/**
 * A civil day in Asia/Shanghai as `YYYY-MM-DD`; two of them compare as texts.
 * @source none: house rule for dates
 */
export type LocalDate = string & { readonly [kind]: 'local-date' };

/**
 * A text that is no civil day. The caller's mistake: thrown at the edge.
 * @source none: a shape of this system, not a rule
 */
export class MalformedDate extends Error {
  constructor(readonly text: string) {
    super(`"${text.slice(0, 40)}" is not a day written YYYY-MM-DD`);
    this.name = 'MalformedDate';
  }
}

const zone = 'Asia/Shanghai';

/**
 * Reads `YYYY-MM-DD` strictly (years 1900 to 2999, the day must exist); throws `MalformedDate`.
 * @source none: arithmetic
 */
export function localDate(text: string): LocalDate {
  if (typeof text !== 'string') throw new MalformedDate(JSON.stringify(text));
  if (!/^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(text)) throw new MalformedDate(text);
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate;
  } catch {
    throw new MalformedDate(text);
  }
}

/**
 * The civil day in Asia/Shanghai at that moment, whatever the time zone of the process.
 * @source none: arithmetic
 */
export function localDateAt(moment: Date): LocalDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment.getTime());
  return localDate(instant.toZonedDateTimeISO(zone).toPlainDate().toString());
}

/**
 * The moment at which the civil day begins in Asia/Shanghai.
 * @source none: arithmetic
 */
export function startOfDay(date: LocalDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/**
 * Today in Asia/Shanghai by the clock given.
 * @source none: arithmetic
 */
export function today(clock: Clock): LocalDate {
  return localDateAt(clock.now());
}

/**
 * That many days later (earlier when negative).
 * @source none: arithmetic
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDate(Temporal.PlainDate.from(date).add({ days }).toString());
}

/**
 * That many months later on the same day of the month, or on the month's last day where there is no such day:
 * 2020-02-29 and 24 months is 2022-02-28.
 * @source none: convention of this system (worked example E14)
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return localDate(Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString());
}

/**
 * The last day of the month that many months after the month of the date (0 = its own month).
 * @source none: arithmetic
 */
export function lastDayOfMonth(date: LocalDate, monthsLater = 0): LocalDate {
  const month = Temporal.PlainDate.from(date).toPlainYearMonth().add({ months: monthsLater });
  return localDate(month.toPlainDate({ day: month.daysInMonth }).toString());
}

/**
 * Days from the first day to the second: 0 on the same day, negative when the second is earlier.
 * @source none: arithmetic
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
