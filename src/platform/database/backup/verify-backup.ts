import path from 'node:path';
import { reasonOf } from '../../config/config-error.ts';
import { treeOf } from './base-files.ts';
import { fingerprint, forEachOf } from './copy-file.ts';
import { manifestFile, readManifest, type Contents } from './manifest.ts';
import type { Work } from './take-backup.ts';

/** Something in a backup that is not as it was written. */
export interface Flaw {
  readonly path: string;
  readonly flaw: string;
}

export interface Verified {
  readonly contents: Contents;
  /** None in a sound backup. */
  readonly flaws: readonly Flaw[];
}

/**
 * Reads every byte of a backup and compares it with the manifest; also finds what is there and is not in the manifest.
 * @throws ConfigError when the folder holds no finished backup
 * @source none: machinery
 */
export async function verifyBackup(folder: string, { signal, onProgress }: Omit<Work, 'log'>): Promise<Verified> {
  const contents = readManifest(folder);
  const total = bytesOf(contents);
  const flaws: Flaw[] = [];
  let done = 0;
  const reading = { signal, onBytes: (count: number) => onProgress((done += count), total) };
  await forEachOf(contents.files, async ({ path: name, bytes, sha256 }) => {
    try {
      const found = await fingerprint(path.join(folder, name), reading);
      if (found.bytes !== bytes) flaws.push({ path: name, flaw: `holds ${found.bytes} bytes, and ${bytes} were written` });
      else if (found.sha256 !== sha256) flaws.push({ path: name, flaw: 'is not what was written' });
    } catch (error) {
      if (signal.aborted) throw error;
      flaws.push({ path: name, flaw: `cannot be read: ${reasonOf(error)}` });
    }
  });
  const known = new Set([manifestFile, ...contents.files.map((each) => each.path)]);
  for (const { path: name } of treeOf(folder).files)
    if (!known.has(name)) flaws.push({ path: name, flaw: 'was not written by the backup' });
  return { contents, flaws: flaws.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** How large a backup is, its manifest aside. */
export function bytesOf({ files }: Contents): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
