// Run every night, and before a change that cannot be undone: `npm run backup` copies the embedded database and the keys
// of DATA_DIR while the server goes on. `npm run verify-backup` and `npm run restore` are its other halves.

import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../src/platform/config/config.ts';
import { takeBackup } from '../src/platform/database/backup/take-backup.ts';
import { bytesOf } from '../src/platform/database/backup/verify-backup.ts';
import { openLog } from '../src/platform/process/log.ts';
import { inWords, withByteProgress } from './tool/byte-progress.ts';
import { requireEmbedded } from './tool/require-embedded.ts';
import { runInterruptible } from './tool/run-interruptible.ts';

const program = new Command('backup')
  .description('Copies the embedded database and the keys of DATA_DIR while everything goes on. Needs no running server.')
  .option('--to <folder>', 'an empty or new folder; <DATA_DIR>-backups/<time> if it is not given')
  .allowExcessArguments(false)
  .addHelpText(
    'after',
    '\nWhoever has the backup can read all of it and make tokens: only its owner may enter the folder.\nKeep it on another disk than DATA_DIR.',
  )
  .exitOverride();

async function backUp(signal: AbortSignal): Promise<number> {
  const config = readConfig();
  requireEmbedded(config, 'back it up with pg_basebackup or pg_dump of that server');
  const moment = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const to = path.resolve(program.opts<{ to?: string }>().to ?? path.join(`${config.dataDir}-backups`, moment));
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const contents = await withByteProgress('Copying', (onProgress) => takeBackup({ dataDir: config.dataDir, to, log, signal, onProgress }));
  process.stdout.write(`Backup of ${config.dataDir} in ${to}: ${contents.files.length} files, ${inWords(bytesOf(contents))}.\n`);
  return 0;
}

try {
  program.parse();
  await runInterruptible(backUp, 'Stopped: there is no backup, and nothing is left of it.');
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
