import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowOutcome } from '../journal/record-batch.ts';
import type { RecordingContext } from '../journal/recorded-row.ts';
import type { FileKind, TableImport } from './table-import.ts';

/**
 * A kind of file whose rows are acts: each is done by the use case of the mutation, under its rules and with its refusals,
 * which are written there and nowhere else. A column is the input's field of its name in snake case. What is declared here
 * besides is how a row is found again, so that the same file twice changes nothing.
 * @source none: machinery
 */
export interface ActImport<Row = never> extends FileKind {
  readonly useCase: (context: RecordingContext, em: EntityManager, rows: readonly Row[]) => Promise<readonly RowOutcome[]>;
  /** The columns that tell one row from every other; the first one is blamed for a repetition. */
  readonly key: readonly string[];
  /** What a row names on record: SQL joins from `line`, the staged row. */
  readonly names: string;
  /** More of them, up to the row on record that says what this one says. */
  readonly onRecord: string;
  /** What that row has in the place of each column that is not of the key: SQL. */
  readonly compared: Readonly<Record<string, string>>;
  /**
   * What of that is held until the end, before the first act: the locks of the use case in its order, for the whole file,
   * so that its portions wait for nobody who waits for them.
   */
  readonly holds: readonly string[];
}

/** A kind of file whose rows are rows of a table, or acts. */
export type AnyImport = TableImport | ActImport;
