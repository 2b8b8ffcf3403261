import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, reasonOf } from '../../config/config-error.ts';

/** A folder that is filled as a whole, or left as it was found. */
export interface NewFolder {
  readonly path: string;
  /** Removes what was written, and the folder where it was not there before. */
  undo(): Promise<void>;
}

/**
 * Makes a folder that only its owner may enter; one that is there already must be empty.
 * @throws ConfigError when it holds anything, or cannot be made
 */
export function newFolder(folder: string): NewFolder {
  const wasThere = existsSync(folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length > 0) throw new ConfigError(`${folder} is not empty: nothing is written over; name a new folder.`);
    chmodSync(folder, 0o700);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${folder} cannot be made: ${reasonOf(error)}.`);
  }
  return {
    path: realpathSync(folder),
    async undo() {
      for (const name of readdirSync(folder)) await rm(path.join(folder, name), { recursive: true, force: true });
      if (!wasThere) await rm(folder, { recursive: true, force: true });
    },
  };
}
