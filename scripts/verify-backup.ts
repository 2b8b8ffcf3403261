// Run before a backup is relied on, and on those that have lain for long: `npm run verify-backup -- FOLDER` reads every
// byte and compares it with what was written.

import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { bytesOf, verifyBackup } from '../src/platform/database/backup/verify-backup.ts';
import { inWords, withByteProgress } from './tool/byte-progress.ts';
import { runInterruptible } from './tool/run-interruptible.ts';

const program = new Command('verify-backup')
  .description('Reads every byte of a backup and compares it with what was written. Ends with 1 when anything differs.')
  .argument('<folder>', 'the backup')
  .allowExcessArguments(false)
  .exitOverride();

async function verify(signal: AbortSignal): Promise<number> {
  const folder = path.resolve(program.args[0] ?? '');
  const { contents, flaws } = await withByteProgress('Reading', (onProgress) => verifyBackup(folder, { signal, onProgress }));
  for (const { path: name, flaw } of flaws) process.stderr.write(`${path.join(folder, name)} ${flaw}.\n`);
  if (flaws.length > 0) return 1;
  const { takenAt, files } = contents;
  process.stdout.write(
    `The backup of ${takenAt} in ${folder} is as it was written: ${files.length} files, ${inWords(bytesOf(contents))}.\n`,
  );
  return 0;
}

try {
  program.parse();
  await runInterruptible(verify, 'Stopped: not all of it was read.');
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
