import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { ConfigError, reasonOf } from './config-error.ts';

/**
 * Makes sure that DATA_DIR is a folder that can be written; makes it where it is missing.
 * @throws ConfigError what is wrong with it
 * @source none: machinery
 */
export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!statSync(dataDir).isDirectory()) throw new ConfigError(`DATA_DIR=${dataDir} is not a folder.`);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new ConfigError(`DATA_DIR=${dataDir} is not a folder.`);
    throw new ConfigError(`DATA_DIR=${dataDir} cannot be used: ${reasonOf(error)}.`);
  }
}
