import { hash } from 'node:crypto';

/** The chain of everything that belongs to no pooling area. */
export const referenceChain = 'reference';

/** One record as it is stored: its number, its text, and the two hashes that hold it in its place. */
export interface Link {
  readonly chain: string;
  readonly seq: number;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  /** UTF-8, exactly as it was hashed. */
  readonly content: Buffer;
}

/** The last record of a chain, or where one begins. */
export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Where a chain begins: each at a place of its own, so that no chain passes for another. */
export function beginning(chain: string): Head {
  return { seq: 0, hash: sha256(Buffer.from(chain)) };
}

/** SHA-256 over the hash of the record before and the bytes of this one's content. */
export function linkHash(previousHash: Buffer, content: Buffer): Buffer {
  return sha256(Buffer.concat([previousHash, content]));
}

/** The next record of a chain. */
export function nextLink(chain: string, head: Head, content: Buffer): Link {
  return { chain, seq: head.seq + 1, previousHash: head.hash, hash: linkHash(head.hash, content), content };
}

const sha256 = (bytes: Buffer) => hash('sha256', bytes, 'buffer');
