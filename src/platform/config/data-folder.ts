import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, reasonOf } from './config-error.ts';

/**
 * Makes sure that DATA_DIR is a folder that can be written; makes it where it is missing.
 * @throws ConfigError what is wrong with it
 * @source none: machinery
 */
export function openDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    if (!statSync(dataDir).isDirectory()) throw new ConfigError(`DATA_DIR=${dataDir} is not a folder.`);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`DATA_DIR=${dataDir} cannot be used: ${reasonOf(error)}.`);
  }
}

/** Not Node's own `recursive`, which tries for ever where a folder is there and refuses to hold any (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another program made it in the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
