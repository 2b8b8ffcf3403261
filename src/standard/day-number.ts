/** A civil day as a count of days from 1970-01-01, so that days compare as numbers and take four bytes. */
export function dayNumber(day: string): number {
  const month = digits(day, 5, 7);
  // Counted from 1 March on, so that a leap day is the last of its year.
  const year = digits(day, 0, 4) - (month > 2 ? 0 : 1);
  const monthsPast = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthsPast + 2) / 5) + digits(day, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - daysUntil1970;
}

/** From 1 March of the year 0. */
const daysUntil1970 = 719_468;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + (text.charCodeAt(at) - 48);
  return value;
}

/** The civil day of a count of days, of the years 0 to 9999. */
export function dayText(day: number): string {
  const since = day + daysUntil1970;
  const era = Math.floor(since / daysOf400Years);
  const dayOfEra = since - era * daysOf400Years;
  const leapDaysBefore = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (daysOf400Years - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDaysBefore) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthsPast = Math.floor((5 * dayOfYear + 2) / 153);
  const year = era * 400 + yearOfEra + (monthsPast < 10 ? 0 : 1);
  const month = monthsPast < 10 ? monthsPast + 3 : monthsPast - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * monthsPast + 2) / 5) + 1;
  return `${twoDigits[Math.floor(year / 100)]}${twoDigits[year % 100]}-${twoDigits[month]}-${twoDigits[dayOfMonth]}`;
}

const daysOf400Years = 146_097;
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** After every day: of what is open. */
export const endless = 2_147_483_647;
