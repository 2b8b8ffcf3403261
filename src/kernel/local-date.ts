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
  const day = written.test(text) ? Number(text.slice(8)) : 0;
  if (day < 1 || day > daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))) throw new MalformedDate(text);
  return text as LocalDate;
}

const written = /^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-[0-9]{2}$/;

/** By reckoning: a file has a day or two in each of its million rows. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + monthsLater;
  const [year, month] = [Math.floor(months / 12), 1 + (((months % 12) + 12) % 12)];
  return localDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`);
}

/**
 * Days from the first day to the second: 0 on the same day, negative when the second is earlier.
 * @source none: arithmetic
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
