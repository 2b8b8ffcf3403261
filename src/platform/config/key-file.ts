import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ConfigError, reasonOf } from './config-error.ts';

/** A key kept in a file that only its owner may read. */
export interface KeyFile {
  readonly file: string;
  /** The content of a new file, as JSON. */
  readonly make: () => object | Promise<object>;
  /** What to do about a file that is no key, or that others may read. */
  readonly advice: string;
}

/**
 * The key in a file as JSON; made at the first call, and then the same for ever.
 * @throws ConfigError when the file cannot be read or written, holds no JSON, or may be read by others
 * @source none: machinery
 */
export async function readOrMakeKey(place: KeyFile): Promise<unknown> {
  return readKey(place) ?? (await makeKey(place));
}

function readKey({ file, advice }: KeyFile): unknown {
  try {
    const { mode } = statSync(file);
    const openToOthers = process.platform !== 'win32' && (mode & 0o077) !== 0;
    if (openToOthers) throw new ConfigError(`${file} may be read by other users: ${advice}.`);
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof ConfigError) throw error;
    // What is no JSON is no key; whoever reads the key says so.
    if (error instanceof SyntaxError) return {};
    throw new ConfigError(`The key file ${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Written whole under another name and linked: of two that make a key at once, both use the first one's. */
async function makeKey(place: KeyFile): Promise<unknown> {
  const { file } = place;
  const key = await place.make();
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(key)}\n`, { mode: 0o600, flush: true });
    chmodSync(unfinished, 0o600);
    linkSync(unfinished, file);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKey(place);
    throw new ConfigError(`The key file ${file} cannot be written: ${reasonOf(error)}.`);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
