import { CellProblem } from './cell-problem.ts';

/** The smallest and the largest number taken, as exact decimal texts. */
export interface NumberBounds {
  readonly least: string;
  readonly most: string;
}

const plain = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/**
 * Reads a whole number strictly.
 * @returns its digits, or why it is refused
 * @source none: machinery
 */
export function readWholeNumber(text: string, bounds: NumberBounds): string | CellProblem {
  if (!plain.test(text)) return whyNoNumber(text);
  if (text.includes('.')) return new CellProblem('NOT_WHOLE');
  return outside(text, bounds, bounds.least === '1') ?? text;
}

/**
 * Reads a decimal strictly: no rounding, no separators, no exponent.
 * @param scale decimals that the column keeps
 * @source none: machinery
 */
export function readDecimal(text: string, scale: number, bounds: NumberBounds & { readonly aboveZero?: boolean }): string | CellProblem {
  if (!plain.test(text)) return whyNoNumber(text);
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const refused = outside(text, bounds, bounds.aboveZero === true);
  if (refused) return refused;
  return decimals > scale ? new CellProblem('TOO_MANY_DECIMALS', { found: decimals, limit: scale }) : text;
}

function outside(text: string, { least, most }: NumberBounds, aboveZero: boolean): CellProblem | null {
  if (aboveZero && (text.startsWith('-') || /^[0.]+$/.test(text))) return new CellProblem('NOT_POSITIVE');
  if (compare(text, most) > 0) return new CellProblem('NUMBER_TOO_LARGE', { limit: most });
  if (!aboveZero && compare(text, least) < 0) return new CellProblem('NUMBER_TOO_SMALL', { limit: least });
  return null;
}

/** Compares two plain decimals digit by digit, so that no float stands between them. */
function compare(a: string, b: string): number {
  const [negativeA, negativeB] = [a.startsWith('-'), b.startsWith('-')];
  if (negativeA !== negativeB) return negativeA ? -1 : 1;
  const sign = negativeA ? -1 : 1;
  const [wholeA = '', restA = ''] = a.replace('-', '').split('.');
  const [wholeB = '', restB = ''] = b.replace('-', '').split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length > wholeB.length ? sign : -sign;
  const width = Math.max(restA.length, restB.length);
  const [digitsA, digitsB] = [wholeA + restA.padEnd(width, '0'), wholeB + restB.padEnd(width, '0')];
  return digitsA === digitsB ? 0 : digitsA > digitsB ? sign : -sign;
}

/** Names the habit behind the spelling, so that its author knows what to change. */
function whyNoNumber(text: string): CellProblem {
  if (/[\uff10-\uff19\uff0c\uff0e\uff0d]/.test(text)) return new CellProblem('FULL_WIDTH_DIGITS');
  if (/^[+-]?(?:nan|inf|infinity|∞)$/i.test(text)) return new CellProblem('NOT_FINITE');
  if (/^[+-]?0[xob][0-9a-f]+$/i.test(text)) return new CellProblem('HEXADECIMAL');
  if (/^[+-]?[0-9]+(?:\.[0-9]*)?e[+-]?[0-9]+$/i.test(text)) return new CellProblem('EXPONENT');
  if (/^[+-]?[0-9]{1,3}(?:[,\u00a0\u202f ' ][0-9]{3})+(?:\.[0-9]+)?$/.test(text)) return new CellProblem('THOUSANDS_SEPARATOR');
  if (/^[+-]?[0-9]+,[0-9]+$/.test(text)) return new CellProblem('DECIMAL_COMMA');
  if (/^-?0[0-9]+(?:\.[0-9]+)?$/.test(text)) return new CellProblem('LEADING_ZEROS');
  return new CellProblem('NOT_A_NUMBER');
}
