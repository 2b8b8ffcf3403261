// Run to keep the journal elsewhere, or to have it verified by somebody else: `npm run export-journal -- FILE`.

import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { exportJournal } from '../src/platform/journal/journal-file.ts';
import { runTool } from './tool/run-tool.ts';

const program = new Command('export-journal')
  .description(
    'Writes the journal to a file, one record a line as JSON; `npm run verify-journal -- --file FILE` verifies it without a database.',
  )
  .argument('<file>', 'the file to write')
  .allowExcessArguments(false)
  .exitOverride();

try {
  program.parse();
  const [file] = program.args as [string];
  await runTool(async ({ pool }) => {
    const records = await exportJournal(pool, path.resolve(file));
    process.stdout.write(`${file}: ${records.toLocaleString('en-US')} records.\n`);
    return 0;
  }, 'as it is');
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
