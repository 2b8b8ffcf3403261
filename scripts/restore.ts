// Run when a database is lost, and now and then to know that a backup is one: `npm run restore -- --from FOLDER --data-dir
// NEW` makes a data folder from a backup, beside whatever runs.

import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../src/platform/config/config.ts';
import { restoreBackup } from '../src/platform/database/backup/restore-backup.ts';
import { bytesOf } from '../src/platform/database/backup/verify-backup.ts';
import { openLog } from '../src/platform/process/log.ts';
import { inWords, withByteProgress } from './tool/byte-progress.ts';
import { requireEmbedded } from './tool/require-embedded.ts';
import { runInterruptible } from './tool/run-interruptible.ts';

const program = new Command('restore')
  .description('Makes a data folder from a backup; every file is compared with what the backup wrote. Nothing is written over.')
  .requiredOption('--from <folder>', 'the backup')
  .requiredOption('--data-dir <folder>', 'an empty or new folder')
  .allowExcessArguments(false)
  .exitOverride();

async function restore(signal: AbortSignal): Promise<number> {
  const config = readConfig();
  requireEmbedded(config, 'restore it with the programs of that server');
  const given = program.opts<{ from: string; dataDir: string }>();
  const [from, dataDir] = [path.resolve(given.from), path.resolve(given.dataDir)];
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const contents = await withByteProgress('Restoring', (onProgress) => restoreBackup({ from, dataDir, log, signal, onProgress }));
  const { files, takenAt } = contents;
  process.stdout.write(`Restored the backup of ${takenAt} in ${dataDir}: ${files.length} files, ${inWords(bytesOf(contents))}.\n`);
  process.stdout.write(`DATA_DIR=${given.dataDir} npm start    serves it\n`);
  return 0;
}

try {
  program.parse();
  await runInterruptible(restore, 'Stopped: nothing was restored.');
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
