// Run to take a table away as a file without a server: `npm run export -- KIND [--as-of DAY] [--out FILE]`.

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, CommanderError, Option } from 'commander';
import { features } from '../src/features.ts';
import { today } from '../src/kernel/local-date.ts';
import { anonymous, type Caller } from '../src/platform/access/caller.ts';
import { ConfigError, reasonOf } from '../src/platform/config/config-error.ts';
import type { Database } from '../src/platform/database/database.ts';
import { RequestRefused } from '../src/platform/graphql/errors.ts';
import { readAskedExport } from '../src/platform/tables/asked-export.ts';
import { csvEncodings, Unwritable } from '../src/platform/tables/csv-writer.ts';
import { fileFormats, headerLanguages, openExportFile } from '../src/platform/tables/export-file.ts';
import { runTool } from './tool/run-tool.ts';
import { userName } from './tool/user-name.ts';

interface Options {
  readonly asOf?: string;
  readonly format: string;
  readonly encoding: string;
  readonly language: string;
  readonly out?: string;
}

const tables = features.flatMap((feature) => feature.exports ?? []);
const standing = tables.filter((table) => table.asOf).map((table) => table.kind);

const program = new Command('export')
  .description('Writes a table to a file, with every row that there is: whoever may run this on the machine may read all of it.')
  .addArgument(new Argument('<kind>', 'which table').choices(tables.map((table) => table.kind)))
  .option('--as-of <day>', `the day at whose end it is looked at, of ${standing.join(', ')}; today unless given`)
  .addOption(new Option('--format <format>', 'what the file is').choices(fileFormats).default('csv'))
  .addOption(new Option('--encoding <encoding>', 'how a CSV file is written').choices(csvEncodings).default('utf-8'))
  .addOption(new Option('--language <language>', 'the language of the header').choices(headerLanguages).default('zh'))
  .option('--out <file>', 'the file; named by kind, day and rows, in this folder, unless given')
  .allowExcessArguments(false)
  .exitOverride();

/** Reads as one who checks the record does. */
const operator: Caller = { ...anonymous, role: 'AUDITOR', subject: userName(), person: userName() };

async function exportOne(database: Database, kind: string, { out, asOf, ...written }: Options): Promise<number> {
  const table = tables.find((each) => each.kind === kind)!;
  const { asked, file } = readAskedExport(table, { ...written, ...(asOf !== undefined && { asOf }) }, today({ now: () => new Date() }));
  const open = await openExportFile(database, operator, table, asked, file);
  const target = out ?? open.name;
  // A name without its ending until it is whole.
  const part = `${path.resolve(target)}.part`;
  try {
    await pipeline(open.bytes, createWriteStream(part));
    await rename(part, path.resolve(target));
  } catch (error) {
    await rm(part, { force: true });
    throw new ConfigError(`${target} cannot be written: ${reasonOf(error)}.`);
  } finally {
    await open.close();
  }
  process.stdout.write(`${target}: ${open.rows.toLocaleString('en-US')} rows of ${kind}.\n`);
  return 0;
}

/** What the caller did wrong, in a line. */
const inOneLine = (error: unknown): unknown => {
  if (error instanceof RequestRefused) return new ConfigError(error.message);
  if (!(error instanceof Unwritable)) return error;
  return new ConfigError(`GBK has no sign for ${error.sign} (row ${error.row}, ${error.column}); --encoding gb18030 has every sign.`);
};

try {
  program.parse();
  const [kind] = program.args as [string];
  await runTool((database) =>
    exportOne(database, kind, program.opts<Options>()).catch((error: unknown) => {
      throw inOneLine(error);
    }),
  );
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
