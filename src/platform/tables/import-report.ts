import { sentences, type CellProblem, type FileProblem } from './cell-problem.ts';

/** One refused cell, row or file. `row` counts from 1 with the header, as a spreadsheet shows it; null is the file. */
export interface ImportError {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly messageZh: string;
  readonly value: string | null;
}

/**
 * What became of a file: all of it was taken in, or, when there is an error, nothing.
 * @source none: machinery
 */
export interface ImportReport {
  /** Null when the kind was not recognised. */
  readonly kind: string | null;
  readonly fileName: string;
  readonly encoding: string | null;
  readonly rowsRead: number;
  readonly rowsAdded: number;
  readonly rowsUnchanged: number;
  readonly dryRun: boolean;
  /** At most `mostErrors`, in the order of rows. */
  readonly errors: readonly ImportError[];
  /** All of them. */
  readonly errorCount: number;
}

/** More would not be read by anyone, and a file of another kind has one in every cell. */
export const mostErrors = 1000;

const longestValue = 120;

/**
 * Collects errors: counts all of them, keeps the first ones.
 * @source none: machinery
 */
export class ErrorList {
  count = 0;
  private kept: ImportError[] = [];

  get all(): readonly ImportError[] {
    return inOrder(this.kept);
  }

  addCell(row: number, column: string, problem: CellProblem, value: string): void {
    this.count += 1;
    if (this.kept.length >= mostErrors) return;
    const { en, zh } = sentences(problem);
    this.kept.push({ row, column, code: problem.code, message: en, messageZh: zh, value: shortValue(value) });
  }

  addFile({ row, column, problem }: FileProblem): void {
    this.count += 1;
    const { en, zh } = sentences(problem);
    this.kept.push({ row, column, code: problem.code, message: en, messageZh: zh, value: null });
  }

  /** What refuses the file as a whole. */
  addRefusal(refusal: Pick<ImportError, 'code' | 'message' | 'messageZh'>): void {
    this.count += 1;
    this.kept.push({ row: null, column: null, ...refusal, value: null });
  }

  /** Errors found by the database, of which it kept the first rows. */
  addFound(errors: readonly ImportError[], count: number): void {
    this.count += count;
    const found = errors.map((error) => ({ ...error, value: error.value === null ? null : shortValue(error.value) }));
    this.kept = inOrder([...this.kept, ...found]);
  }
}

function inOrder(errors: readonly ImportError[]): ImportError[] {
  return errors.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, mostErrors);
}

function shortValue(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}
