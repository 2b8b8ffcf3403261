/** One measured figure beside those of its peers, taken in the same run. */
export interface Measurement {
  readonly bench: string;
  readonly case: string;
  readonly unit: string;
  readonly higherIsBetter: boolean;
  /** The median. */
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  /** Ours by the best peer's; null without peers. */
  readonly ratioToBestPeer: number | null;
  /** In words, such as "at most 3 times plain COPY"; null where none was set. */
  readonly target: string | null;
  readonly met: boolean | null;
}

/** What a run may be asked for beyond its usual. */
export interface BenchmarkOptions {
  /** Ten times the rows. */
  readonly large: boolean;
  /** Say where the server's time goes. */
  readonly profile: boolean;
}

export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  run(say: (line: string) => void, options: BenchmarkOptions): Promise<Measurement[]>;
}

/** The middle of the figures, which one disturbed run does not move. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
