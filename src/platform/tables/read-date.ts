import { CellProblem } from './cell-problem.ts';

const day = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/**
 * Reads a civil day YYYY-MM-DD strictly; the day must exist.
 * @source none: machinery
 */
export function readDate(text: string): string | CellProblem {
  const found = day.exec(text);
  if (!found) return whyNoDate(text, 'YYYY-MM-DD');
  return exists(found[1]!, found[2]!, found[3]!) ? text : new CellProblem('NO_SUCH_DAY');
}

/**
 * Reads a date as a source prints it, whose month or day may be missing.
 * @source none: machinery
 */
export function readPartialDate(text: string): string | CellProblem {
  const found = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
  if (!found) return whyNoDate(text, 'YYYY, YYYY-MM or YYYY-MM-DD');
  return exists(found[1]!, found[2] ?? '01', found[3] ?? '01') ? text : new CellProblem('NO_SUCH_DAY');
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years 1900 to 2999, as everywhere in the house. */
function exists(year: string, month: string, dayOfMonth: string): boolean {
  if (!/^(?:19|2[0-9])/.test(year)) return false;
  const [y, m, d] = [parseInt(year, 10), parseInt(month, 10), parseInt(dayOfMonth, 10)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const length = m === 2 && leap ? 29 : days[m - 1];
  return length !== undefined && d >= 1 && d <= length;
}

function whyNoDate(text: string, form: string): CellProblem {
  if (/^[0-9]{5}(?:\.[0-9]+)?$/.test(text)) return new CellProblem('DATE_AS_NUMBER');
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:/.test(text)) return new CellProblem('DATE_WITH_TIME');
  return new CellProblem('NOT_A_DATE', { form });
}
