import { addMonths, daysBetween, type LocalDate } from './local-date.ts';

/**
 * A half-open span of days: `from` is inside, `to` is the first day after it, null when no end is fixed.
 * @source none: house rule for periods
 */
export interface Period {
  from: LocalDate;
  to: LocalDate | null;
}

/**
 * A period; throws when the end is not after the start.
 * @source none: arithmetic
 */
export function period(from: LocalDate, to: LocalDate | null): Period {
  if (to !== null && to <= from) throw new RangeError(`a period that starts ${from} cannot end before ${to}`);
  return { from, to };
}

/**
 * True on every day from the first to the day before the end.
 * @source none: arithmetic
 */
export function contains(span: Period, day: LocalDate): boolean {
  return span.from <= day && (span.to === null || day < span.to);
}

/**
 * True when the two periods share a day.
 * @source none: arithmetic
 */
export function overlaps(a: Period, b: Period): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

/**
 * The days in a period that has an end.
 * @source none: arithmetic
 */
export function daysIn(span: { from: LocalDate; to: LocalDate }): number {
  return daysBetween(span.from, span.to);
}

/**
 * Twelve months from a day: the agreement year that starts on it.
 * @source none: agreements are signed yearly; the count by calendar months is a convention of this system
 */
export function yearFrom(start: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: start, to: addMonths(start, 12) };
}
