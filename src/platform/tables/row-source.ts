import type { RawCell } from './raw-cell.ts';

/**
 * What takes the rows of a file: called once a row, then asked after every portion whether more may come.
 * @source none: machinery
 */
export interface RowSink {
  readonly onRow: (row: number, cells: readonly RawCell[]) => void;
  /** Resolves when the rows given so far have been passed on. */
  readonly ready: () => Promise<void>;
  readonly onBytes: (done: number) => void;
}

/**
 * A file as rows, the header among them.
 * @source none: machinery
 */
export interface RowSource {
  read(sink: RowSink): Promise<void>;
}
