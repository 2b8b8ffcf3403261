// Run to see that nothing in the journal was changed: `npm run verify-journal [-- --file EXPORT] [--checkpoint FILE]`.
// `--write-checkpoint FILE` writes where the chains end; publish that file, so that a tail cut off later is found.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { ConfigError, reasonOf } from '../src/platform/config/config-error.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from '../src/platform/journal/checkpoint.ts';
import { readJournalFile } from '../src/platform/journal/journal-file.ts';
import { streamJournal } from '../src/platform/journal/journal-stream.ts';
import { Verifier, type Damage, type Verification } from '../src/platform/journal/verify-journal.ts';
import { runTool, sayError } from './tool/run-tool.ts';

interface Options {
  readonly file?: string;
  readonly checkpoint?: string;
  readonly writeCheckpoint?: string;
}

const words: Record<Damage, string> = {
  CONTENT_CHANGED: 'its content is not what was hashed',
  COLUMNS_CHANGED: 'the columns by which it is asked for say other than its content',
  RECORDS_MISSING: 'records before it are missing',
  OUT_OF_PLACE: 'it does not follow from the record before it',
  TAIL_CUT: 'the chain ends here, before the record of the checkpoint',
  REWRITTEN: 'the checkpoint knows another record here',
};

const program = new Command('verify-journal')
  .description('Follows every chain of the journal from its beginning, and says where it was changed. Exit code 1 where it was.')
  .option('--file <export>', 'verify a file that export-journal wrote, instead of the database')
  .option('--checkpoint <file>', 'a checkpoint taken earlier: also finds a tail that was cut off and a chain that was written anew')
  .option('--write-checkpoint <file>', 'write a checkpoint of what was verified')
  .allowExcessArguments(false)
  .exitOverride();

function checkpointIn(file: string): Checkpoint {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`--checkpoint ${file} cannot be read: ${reasonOf(error)}.`);
  }
  const checkpoint = readCheckpoint(text);
  if (!checkpoint) throw new ConfigError(`--checkpoint ${file} is no checkpoint of a journal.`);
  return checkpoint;
}

function report({ records, damages, findings, heads }: Verification, seconds: number, { writeCheckpoint: file }: Options): number {
  const number = (value: number) => value.toLocaleString('en-US');
  for (const { chain, seq, damage } of findings) process.stdout.write(`${chain} ${seq}: ${damage}, ${words[damage]}\n`);
  if (damages > findings.length) process.stdout.write(`… and ${number(damages - findings.length)} more\n`);
  process.stdout.write(
    `${number(records)} records in ${number(heads.size)} chains, ${damages === 0 ? 'all as they were written' : `${number(damages)} damages`}; ${seconds.toFixed(1)} s.\n`,
  );
  if (damages > 0) return 1;
  if (file !== undefined) keep(path.resolve(file), { takenAt: new Date().toISOString(), chains: heads });
  return 0;
}

function keep(file: string, checkpoint: Checkpoint): void {
  try {
    writeFileSync(file, writeCheckpoint(checkpoint));
  } catch (error) {
    throw new ConfigError(`--write-checkpoint ${file} cannot be written: ${reasonOf(error)}.`);
  }
}

async function verified(options: Options, read: (verifier: Verifier) => Promise<void>): Promise<number> {
  const verifier = new Verifier(options.checkpoint === undefined ? null : checkpointIn(path.resolve(options.checkpoint)));
  const started = performance.now();
  await read(verifier);
  return report(verifier.end(), (performance.now() - started) / 1000, options);
}

try {
  const options = program.parse().opts<Options>();
  const { file } = options;
  if (file === undefined) {
    await runTool(({ pool }) => verified(options, (verifier) => streamJournal(pool, (link) => verifier.take(link))), 'as it is');
  } else {
    process.exitCode = await verified(options, (verifier) => readJournalFile(path.resolve(file), (link) => verifier.take(link)));
  }
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`${sayError(error)}\n`);
    process.exitCode = 1;
  }
}
