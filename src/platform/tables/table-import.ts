import type { Words } from '../../kernel/state-table.ts';
import type { ColumnType } from './column-type.ts';

/**
 * A code in a cell that must be the code of a row of another table (or, for trees, of another row of the same file).
 * The joined row is known to SQL by the column's name without `_code`.
 * @source none: machinery
 */
export interface Reference {
  readonly table: string;
  readonly words: Words;
  /** The column of that table that the code is compared with; `code` unless given. */
  readonly by?: string;
  /** The column of that table that is stored; `id` unless given. */
  readonly key?: string;
  /** The code is unique only within an owner: the owner's column there, and the column of this file that names it. */
  readonly within?: { readonly owner: string; readonly column: string; readonly words: Words };
  /** The row that is meant may stand in the same file. */
  readonly sameFile?: boolean;
  /** The checks rely on values of that row, so nobody may change it until the file is taken in. */
  readonly steady?: boolean;
}

/**
 * One column of a file.
 * @source none: machinery
 */
export interface ColumnImport {
  /** The header in snake case, by which errors name the column. */
  readonly name: string;
  /** Other headers that mean the same, Chinese first. */
  readonly aliases: readonly string[];
  readonly type: ColumnType;
  /** Every cell must be filled. */
  readonly required?: boolean;
  /** The header must be there, though cells may be empty: without it the rows would mean something else. */
  readonly headed?: boolean;
  /** What an empty cell means, in PostgreSQL's spelling. */
  readonly default?: string | ((fileName: string) => string);
  readonly refersTo?: Reference;
  /** The column of the table that it fills: its own name unless given; null when it only helps to find others. */
  readonly into?: string | null;
  /** The value is no column of the table: `alsoWrites` puts it into a table beside, and `comparedWith` finds it there. */
  readonly beside?: true;
  /**
   * Against what of the record a repeated row is compared: the column itself unless given; an SQL expression over
   * `existing` (the row on record) where the value moves on after it was recorded; false where it is no fact of the row.
   */
  readonly comparedWith?: string | false;
}

/**
 * A rule over a staged row, in SQL, for the whole file at once.
 * @source none: machinery
 */
export interface RowCheck {
  readonly code: string;
  /** The column that is blamed. */
  readonly column: string;
  /** The columns of the file that the rule reads; it is silent about rows in which one of them is refused already. */
  readonly reads: readonly string[];
  /** True for a row that breaks the rule: an SQL expression over `line`, whose columns are the table's and the facts. */
  readonly broken: string;
  /** Only rows that are not on record yet: a rule about the moment of recording. */
  readonly newRowsOnly?: boolean;
  readonly words: Words;
}

/**
 * A rule about what the rows make together with what is on record, asked of it as it was written: a sum that was written
 * is held until the transaction ends, so that of two writers the second sees what the first has taken.
 * @source none: machinery
 */
export interface RuleOfSums {
  readonly code: string;
  /** The column that is blamed. */
  readonly column: string;
  /** The new rows that break the rule: a query for `row_number` over `added`, `resolved` and what was also written. */
  readonly broken: (added: string) => string;
  readonly words: Words;
}

/**
 * What is known of a file before it is asked what its rows mean.
 * @source none: machinery
 */
export interface FileKind {
  readonly kind: string;
  readonly title: Words;
  /** The table that it adds to, or whose rows it changes. */
  readonly table: string;
  readonly columns: readonly ColumnImport[];
}

/**
 * What `npm run import` knows of one kind of file: its columns, what they refer to, and what must hold.
 * @source none: machinery
 */
export interface TableImport extends FileKind {
  /** The table has an `id` that the application makes. */
  readonly hasId: boolean;
  /** SQL joins beyond the references, over `line` (the staged row) and the references' names. */
  readonly joins?: string;
  /** Columns of the table that no cell gives, or that need more than the cell: SQL over the same. */
  readonly values?: Readonly<Record<string, string>>;
  /** What the checks want to know besides: SQL over the same. */
  readonly facts?: Readonly<Record<string, string>>;
  /** The natural key. */
  readonly key: {
    /** Columns of the table; a uuid that may be null is compared as a value. */
    readonly columns: readonly string[];
    readonly nullable?: readonly string[];
    /** The columns of the file that make it up; the first one is blamed for a repetition. */
    readonly cells: readonly string[];
  };
  readonly checks: readonly RowCheck[];
  /**
   * What is derived from the rows, and written with them: common table expressions over `added`, a relation with the
   * columns of the table that holds the new rows. They are part of the statement that stores them, so they see the tables
   * without them. What the file says of a row besides stands in `resolved`, under the row's id as `new_id`.
   */
  readonly alsoWrites?: (added: string) => string;
  /** What must hold once everything is written; where it does not, the file is refused and nothing of it stays. */
  readonly ruleOfSums?: RuleOfSums;
}
