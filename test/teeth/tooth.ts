/** A mutation of the code that a test must find: a text of one file, and what stands in its place. */
export interface Tooth {
  /** The behaviour that the test shows, such as `S4`. */
  readonly row: string;
  /** What is broken, in words. */
  readonly breaks: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Test files that turn red, and where not all of a file does, the names of tests in it. */
  readonly tests: readonly string[];
  readonly named?: string;
  /** The tests stay green: what is broken is one wall of two, and the other one holds. */
  readonly holds?: boolean;
}
