import { CellProblem } from './cell-problem.ts';
import type { ColumnImport } from './table-import.ts';

/**
 * A cell as its file gives it: text, or what only a spreadsheet knows besides text.
 * @source none: machinery
 */
export type RawCell =
  | string
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'formula' | 'error'; readonly text: string };

/** The text that a person sees in the cell. @source none: machinery */
export function shownText(cell: RawCell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}

/**
 * Reads one cell as its column says; the only repair is that outer white space goes.
 * @returns PostgreSQL's spelling, null for an empty cell, or why it is refused
 * @source none: machinery
 */
export function readCell({ type, required }: ColumnImport, cell: RawCell | undefined): string | null | CellProblem {
  if (cell !== undefined && typeof cell !== 'string') {
    if (cell.kind === 'formula') return new CellProblem('FORMULA');
    if (cell.kind === 'error') return new CellProblem('FORMULA_ERROR');
    return type.takesDates ? type.read(cell.text) : new CellProblem('UNEXPECTED_DATE');
  }
  const text = cell === undefined ? '' : cell.trim();
  if (text === '') return required ? new CellProblem('MISSING_VALUE') : null;
  if (text.length > type.longest) return new CellProblem('CELL_TOO_LONG', { length: text.length, limit: type.longest });
  return type.read(text);
}
