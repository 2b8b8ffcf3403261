import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import { flush } from '../embedded/place-cluster.ts';
import { writeBytes } from './copy-file.ts';

/** The file that makes a folder a backup. It is written last: a folder without it is none. */
export const manifestFile = 'manifest.json';

/** A path below the backup that cannot lead out of it. */
const inside = z.string().refine((place) => !path.isAbsolute(place) && place.split('/').every((part) => !['', '.', '..'].includes(part)));

const contents = z.object({
  format: z.literal(1),
  /** When it was finished. */
  takenAt: z.iso.datetime(),
  /** The major version that can start it. */
  postgres: z.string(),
  /** The part of the log of writes that the restored server must replay. */
  firstLsn: z.string(),
  lastLsn: z.string(),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, bytes: z.int().nonnegative(), sha256: z.string() })),
});
const manifest = contents.extend({ sha256: z.string() });

/** What a backup holds. */
export type Contents = z.infer<typeof contents>;

/** Writes the manifest: whole, or not at all. */
export async function writeManifest(folder: string, written: Contents): Promise<void> {
  const file = path.join(folder, manifestFile);
  const text = JSON.stringify({ ...written, sha256: digest(written) }, null, 1);
  await writeBytes(`${file}.new`, Buffer.from(`${text}\n`));
  await rename(`${file}.new`, file);
  await flush(folder);
}

/**
 * Reads the manifest of a backup.
 * @throws ConfigError when the folder holds no finished backup, or the manifest is not as it was written
 */
export function readManifest(folder: string): Contents {
  const { sha256, ...read } = parsed(folder);
  if (sha256 !== digest(read)) throw changed(folder);
  return read;
}

function parsed(folder: string): z.infer<typeof manifest> {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(folder, manifestFile), 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw changed(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new ConfigError(`The backup ${folder} cannot be read: ${reasonOf(error)}.`);
    throw new ConfigError(`${folder} is no backup: it has no ${manifestFile}, which is written when a backup is finished.`);
  }
}

function changed(folder: string): ConfigError {
  return new ConfigError(`${path.join(folder, manifestFile)} is not as the backup wrote it: do not use this backup.`);
}

function digest(written: Contents): string {
  // In the order of the declaration, which is that of the parsed file as well.
  return createHash('sha256')
    .update(JSON.stringify(contents.parse(written)))
    .digest('hex');
}
