import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Account } from '../embedded/account.ts';

/** A file as the manifest knows it. */
export interface Fingerprint {
  readonly bytes: number;
  readonly sha256: string;
}

export interface Reading {
  /** Stops between two pieces. */
  readonly signal: AbortSignal;
  /** Told how many bytes more were read. */
  readonly onBytes: (count: number) => void;
}

const piece = 1024 * 1024;

/** The fingerprint of a file, read to its end. */
export async function fingerprint(file: string, { signal, onBytes }: Reading): Promise<Fingerprint> {
  const source = await open(file);
  try {
    return await readThrough(source, signal, (read) => onBytes(read.length));
  } finally {
    await source.close();
  }
}

/**
 * Copies a file to where none is yet, for its owner alone, and fingerprints what it wrote. It is on the disk afterwards.
 * @param owner whose the copy is; the caller's, unless given
 */
export async function copyFile(from: string, to: string, { signal, onBytes }: Reading, owner: Account = {}): Promise<Fingerprint> {
  const source = await open(from);
  try {
    return await writeNew(to, owner, (write) =>
      readThrough(source, signal, async (read) => {
        await write(read);
        onBytes(read.length);
      }),
    );
  } finally {
    await source.close();
  }
}

/** Writes a file to where none is yet, for its owner alone. It is on the disk afterwards. */
async function writeNew<R>(file: string, owner: Account, fill: (write: (part: Uint8Array) => Promise<unknown>) => Promise<R>): Promise<R> {
  const target = await open(file, 'wx', 0o600);
  try {
    // The mode of `open` is cut by the umask of whoever runs this; it may be stricter than PostgreSQL can live with.
    await target.chmod(0o600);
    if (owner.uid !== undefined && owner.gid !== undefined) await target.chown(owner.uid, owner.gid);
    const result = await fill((part) => target.writeFile(part));
    await target.sync();
    return result;
  } finally {
    await target.close();
  }
}

/** Writes a small file as `writeNew` does. */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<Fingerprint> {
  await writeNew(file, {}, (write) => write(bytes));
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readThrough(
  source: Awaited<ReturnType<typeof open>>,
  signal: AbortSignal,
  take: (read: Uint8Array) => Promise<void> | void,
): Promise<Fingerprint> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(piece);
  let bytes = 0;
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await source.read(buffer, 0, piece);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const read = buffer.subarray(0, bytesRead);
    hash.update(read);
    await take(read);
    bytes += bytesRead;
  }
}

/**
 * Does an act for each, a few at once: a disk answers several questions in the time of one. The first failure stops the
 * others, and is thrown when all of them have stopped.
 */
export async function forEachOf<T>(all: readonly T[], act: (each: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  let failed: { readonly reason: unknown } | null = null;
  const worker = async () => {
    for (const each of rest) {
      if (failed) return;
      await act(each).catch((reason: unknown) => (failed ??= { reason }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  if (failed) throw (failed as { readonly reason: unknown }).reason;
}
