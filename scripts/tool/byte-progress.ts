import { ProgressLine } from './progress-line.ts';

/** Shows how many bytes of how many are done while `work` runs. */
export async function withByteProgress<R>(
  words: string,
  work: (onProgress: (done: number, total: number) => void) => Promise<R>,
): Promise<R> {
  const progress = new ProgressLine();
  progress.show({ words, share: null });
  const show = (done: number, total: number) => progress.show({ words: `${words}, ${inWords(done)}`, share: done / Math.max(1, total) });
  return work(show).finally(() => progress.end());
}

/** `0.6 MB`, `1,204.5 MB` */
export function inWords(bytes: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${(bytes / 1e6).toLocaleString('en-US', digits)} MB`;
}
