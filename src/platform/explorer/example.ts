/** An operation that the explorer offers, ready to run. */
export interface Example {
  /** The operation's name, by which the tab is called. */
  readonly name: string;
  readonly english: string;
  readonly chinese: string;
  /** The operation with the comments above it. */
  readonly query: string;
  /** JSON, as the variables editor shows it. */
  readonly variables: string;
}

export interface Examples {
  /** What the data is about, a sentence in each language. */
  readonly introduction: { readonly english: string; readonly chinese: string };
  readonly examples: readonly Example[];
}
