import { CellProblem, FileProblem } from './cell-problem.ts';
import type { ColumnImport, FileKind } from './table-import.ts';

/**
 * Where a file has each column of its kind: `positions[i]` is the place of `table.columns[i]`, -1 where it is absent.
 * @source none: machinery
 */
export interface MatchedHeaders<Kind extends FileKind = FileKind> {
  readonly table: Kind;
  readonly positions: readonly number[];
  /** Places without a header; their cells must be empty. */
  readonly blank: readonly number[];
  readonly width: number;
}

/**
 * Finds the kind of a file (unless it is named) and its columns.
 * @throws HeaderProblems every mistake of the header row at once
 * @source none: machinery
 */
export function matchHeaders<Kind extends FileKind>(
  headers: readonly string[],
  row: number,
  tables: readonly Kind[],
): MatchedHeaders<Kind> {
  const tries = tables.map((table) => matchOne(headers, row, table));
  const fitting = tries.filter((each) => each.problems.length === 0);
  if (fitting.length === 1) return fitting[0]!.matched;
  if (fitting.length > 1) {
    const kinds = fitting.map((each) => each.matched.table.kind).join(', ');
    throw new HeaderProblems([new FileProblem(new CellProblem('KIND_AMBIGUOUS', { kinds }), row)]);
  }
  // The nearest kind explains best what is wrong; a file that shares hardly a header with any is of no kind.
  const [nearest] = tries.toSorted((a, b) => b.likeness - a.likeness);
  if (nearest && (tables.length === 1 || nearest.likeness >= 0.6)) throw new HeaderProblems(nearest.problems);
  const kinds = tables.map((each) => each.kind).join(', ');
  throw new HeaderProblems([new FileProblem(new CellProblem('KIND_NOT_RECOGNISED', { kinds }), row)]);
}

/** All that is wrong with a header row. @source none: machinery */
export class HeaderProblems extends Error {
  override readonly name = 'HeaderProblems';

  constructor(readonly problems: readonly FileProblem[]) {
    super(problems.map((each) => each.message).join(' '));
  }
}

interface Try<Kind extends FileKind> {
  readonly matched: MatchedHeaders<Kind>;
  readonly problems: FileProblem[];
  /** The share of headers and needed columns that found each other, 0 to 1. */
  readonly likeness: number;
}

function matchOne<Kind extends FileKind>(headers: readonly string[], row: number, table: Kind): Try<Kind> {
  // A Map and not an object: a header may be called __proto__.
  const places = new Map<string, number>();
  table.columns.forEach((column, index) => {
    for (const name of [column.name, ...column.aliases]) places.set(plainHeader(name), index);
  });
  const positions = table.columns.map(() => -1);
  const blank: number[] = [];
  const problems: FileProblem[] = [];
  headers.forEach((header, position) => {
    const name = plainHeader(header);
    if (name === '') return void blank.push(position);
    const index = places.get(name);
    if (index === undefined) problems.push(new FileProblem(unknownColumn(header, table, places), row, shorten(header)));
    else if (positions[index] !== -1)
      problems.push(
        new FileProblem(new CellProblem('COLUMN_TWICE', { name: table.columns[index]!.name }), row, table.columns[index]!.name),
      );
    else positions[index] = position;
  });
  const needed = (column: ColumnImport) => column.required === true || column.headed === true;
  const missing = table.columns.filter((column, index) => needed(column) && positions[index] === -1);
  for (const { name } of missing) problems.push(new FileProblem(new CellProblem('COLUMN_MISSING', { name }), row, name));
  const found = positions.filter((each) => each !== -1).length;
  // A misspelt header speaks for its kind too, if less than a right one.
  const nearly = problems.filter(({ problem }) => problem.facts['hint']).length;
  const likeness = (2 * found + nearly) / Math.max(1, headers.length - blank.length + found + missing.length);
  return { matched: { table, positions, blank, width: headers.length }, problems, likeness };
}

/** A header as it is compared: half-width, lower case, words joined by one underscore, invisible characters gone. */
function plainHeader(header: string): string {
  return header
    .slice(0, 200)
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}

function shorten(header: string): string {
  return header.trim().slice(0, 100);
}

function unknownColumn(header: string, table: FileKind, places: Map<string, number>): CellProblem {
  const given = plainHeader(header);
  const near = [...places.keys()].find((name) => distanceIsOne(name, given));
  const hint = near ? ` Did you mean ${near}?` : '';
  return new CellProblem('COLUMN_UNKNOWN', { name: shorten(header), kind: table.kind, hint, hintZh: near ? `是否为“${near}”?` : '' });
}

/** One letter changed, added or left out. */
function distanceIsOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end === 1;
}
