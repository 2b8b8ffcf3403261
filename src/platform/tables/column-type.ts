import { CellProblem } from './cell-problem.ts';
import { readDecimal, readWholeNumber, type NumberBounds } from './read-number.ts';
import { readDate, readPartialDate } from './read-date.ts';

/**
 * What the cells of a column hold: the type that PostgreSQL gives them, and how a trimmed, non-empty text is read.
 * `read` returns the text in PostgreSQL's spelling, or why the cell is refused; it never repairs.
 * @source none: machinery
 */
export interface ColumnType {
  readonly sql: 'text' | 'bigint' | 'numeric' | 'date' | 'boolean' | 'text[]';
  /** Whether a cell that a spreadsheet formats as a date is meant. */
  readonly takesDates: boolean;
  /** Longest text that is looked at; a longer one is refused unread. */
  readonly longest: number;
  read(text: string): string | CellProblem;
}

const unspeakable = /[\p{Cc}\u2028\u2029\ufeff\ufffd\ufffe\uffff]/u;
const unspeakableInText = /(?![\t\n\r])[\p{Cc}\ufeff\ufffd\ufffe\uffff]/u;

function strange(given: string, pattern: RegExp): CellProblem | null {
  const found = pattern.exec(given);
  if (!found) return null;
  if (found[0] === '\ufffd') return new CellProblem('UNDECODABLE_CHARACTER');
  return new CellProblem('CONTROL_CHARACTER', { hex: found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') });
}

/** A business code, at most 120 characters, or one of a stricter form. @source none: machinery */
export function code(form?: { readonly pattern: RegExp; readonly shown: string }): ColumnType {
  return {
    sql: 'text',
    takesDates: false,
    longest: 120,
    read: (given) => {
      const problem = strange(given, unspeakable);
      if (problem) return problem;
      return form && !form.pattern.test(given) ? new CellProblem('MALFORMED_CODE', { form: form.shown }) : given;
    },
  };
}

/** Free text, line ends allowed. @source none: machinery */
export function text(longest = 4000): ColumnType {
  return { sql: 'text', takesDates: false, longest, read: (given) => strange(given, unspeakableInText) ?? given };
}

/** Cells that are not free text: what is longer cannot be meant, and patterns then see little. */
const short = 200;

/** A whole number, positive unless `least` says otherwise. @source none: machinery */
export function wholeNumber(bounds: Partial<NumberBounds> = {}): ColumnType {
  const limits = { least: '1', most: '9007199254740991', ...bounds };
  return { sql: 'bigint', takesDates: false, longest: short, read: (given) => readWholeNumber(given, limits) };
}

/** An exact decimal with at most `scale` decimals. @source none: machinery */
export function decimal(scale: number, bounds: NumberBounds & { readonly aboveZero?: boolean }): ColumnType {
  return { sql: 'numeric', takesDates: false, longest: short, read: (given) => readDecimal(given, scale, bounds) };
}

/** A civil day YYYY-MM-DD. @source none: machinery */
export function date(): ColumnType {
  return { sql: 'date', takesDates: true, longest: short, read: readDate };
}

/** A date as a source prints it: YYYY, YYYY-MM or YYYY-MM-DD. @source none: machinery */
export function partialDate(): ColumnType {
  return { sql: 'text', takesDates: true, longest: short, read: readPartialDate };
}

/** One of a closed list, or the Chinese word for one. @source none: machinery */
export function oneOf<Value extends string>(
  values: readonly Value[],
  chinese?: Readonly<Partial<Record<Value, readonly string[]>>>,
): ColumnType {
  const known = new Map<string, Value>(values.flatMap((value) => [value, ...(chinese?.[value] ?? [])].map((word) => [word, value])));
  const allowed = values.join(', ');
  return {
    sql: 'text',
    takesDates: false,
    longest: short,
    read: (given) => known.get(given) ?? new CellProblem('NOT_IN_LIST', { allowed }),
  };
}

const truths = new Map([
  ...['true', 'TRUE', 'True', 'yes', '是'].map((word) => [word, 'true'] as const),
  ...['false', 'FALSE', 'False', 'no', '否'].map((word) => [word, 'false'] as const),
]);

/** True or false, 是 or 否. @source none: machinery */
export function boolean(): ColumnType {
  return {
    sql: 'boolean',
    takesDates: false,
    longest: short,
    read: (given) => truths.get(given) ?? new CellProblem('NOT_A_BOOLEAN'),
  };
}

/** Texts separated by bars; none empty, none twice. @source none: machinery */
export function list(): ColumnType {
  return {
    sql: 'text[]',
    takesDates: false,
    longest: 4000,
    read: (given) => {
      const items = given.split('|').map((item) => item.trim());
      if (items.includes('')) return new CellProblem('EMPTY_LIST_ITEM');
      const repeated = items.find((item, index) => items.indexOf(item) !== index);
      if (repeated) return new CellProblem('REPEATED_LIST_ITEM', { item: repeated });
      return strange(given, unspeakable) ?? arrayLiteral(items);
    },
  };
}

/** Items in PostgreSQL's spelling of an array. */
function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replaceAll(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
