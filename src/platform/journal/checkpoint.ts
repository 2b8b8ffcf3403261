import { z } from 'zod';
import type { Head } from './chain.ts';

/** How far each chain was at a moment. Published, it shows later that nothing before was cut off or written anew. */
export interface Checkpoint {
  readonly takenAt: string;
  readonly chains: ReadonlyMap<string, Head>;
}

const shape = z.object({
  takenAt: z.string(),
  chains: z.array(z.object({ chain: z.string(), seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) })),
});
const answer = z.object({ data: z.object({ journalCheckpoint: shape }) });

/** The text of a checkpoint; it has the shape of the query `journalCheckpoint`. */
export function writeCheckpoint({ takenAt, chains }: Checkpoint): string {
  const heads = [...chains]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([chain, { seq, hash }]) => ({ chain, seq, hash: hash.toString('hex') }));
  return `${JSON.stringify({ takenAt, chains: heads }, null, 2)}\n`;
}

/** Reads a checkpoint, or an answer of the server that holds one; null for a text that is neither. */
export function readCheckpoint(text: string): Checkpoint | null {
  const json = jsonOf(text);
  const read = shape.safeParse(answer.safeParse(json).data?.data.journalCheckpoint ?? json);
  if (!read.success) return null;
  const { takenAt, chains } = read.data;
  return { takenAt, chains: new Map(chains.map(({ chain, seq, hash }) => [chain, { seq, hash: Buffer.from(hash, 'hex') }])) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
