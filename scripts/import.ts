// Run to take in a file: `npm run import -- FILE [--as KIND]`. CSV or XLSX; all of it is recorded, or nothing.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { fileKinds } from '../src/features.ts';
import { ConfigError, reasonOf } from '../src/platform/config/config-error.ts';
import type { Database } from '../src/platform/database/database.ts';
import { importFile, type ImportProgress } from '../src/platform/tables/import-file.ts';
import { scanFile } from '../src/platform/tables/scan-file.ts';
import { FileProblem } from '../src/platform/tables/cell-problem.ts';
import { settleFeatures } from '../src/reference-data.ts';
import { ProgressLine, type Step } from './tool/progress-line.ts';
import { runTool } from './tool/run-tool.ts';
import { errorTable, sayErrors, sayReport } from './tool/say-report.ts';
import { userName } from './tool/user-name.ts';

interface Options {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly errors?: string;
}

const kinds = fileKinds.map(
  (table) => `  ${table.kind.padEnd(18)}${table.title.en} ${table.title.zh}: ${table.columns.map((column) => column.name).join(',')}`,
);

const program = new Command('import')
  .description('Takes in a CSV or XLSX file: all of it, or nothing when there is an error in it.')
  .argument('<file>', 'the file; UTF-8, UTF-16, GBK or GB18030 text, or an .xlsx workbook with one sheet')
  .addOption(
    new Option('--as <kind>', 'what the rows are; found from the headers unless given').choices(fileKinds.map((table) => table.kind)),
  )
  .option('--dry-run', 'check everything, record nothing')
  .option('--json', 'the report as JSON on stdout')
  .option('--errors <file.csv>', 'write the errors to a file')
  .allowExcessArguments(false)
  .addHelpText('after', `\nKinds and their columns (Chinese headers are taken too):\n${kinds.join('\n')}`)
  .exitOverride();

async function importOne(database: Database, given: string, options: Options): Promise<number> {
  const file = path.resolve(given);
  const progress = new ProgressLine();
  const report = await importFile({
    database,
    table: fileKinds.filter((table) => options.as === undefined || table.kind === options.as),
    source: file,
    fileName: path.basename(given),
    recordedBy: `import by ${userName()}`,
    dryRun: options.dryRun ?? false,
    onProgress: (step) => progress.show(inWords(step)),
  }).finally(() => progress.end());
  if (report.rowsAdded > 0 && !report.dryRun) await settleFeatures(database);
  if (options.errors && report.errorCount > 0) writeErrors(options.errors, errorTable(report.errors));
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else process.stdout.write(`${sayReport(report, fileKinds.find((table) => table.kind === report.kind)?.title.en ?? 'an unknown kind')}\n`);
  if (!options.json) process.stderr.write(sayErrors(report, report.errorCount > 0 ? (options.errors ?? null) : null));
  return report.errorCount > 0 ? 1 : 0;
}

function inWords({ phase, done, total, rows }: ImportProgress): Step {
  const counted = rows > 0 ? `, ${rows.toLocaleString('en-US')} rows` : '';
  const words = { scanning: 'Finding the encoding', reading: 'Reading', checking: 'Checking', writing: 'Recording' }[phase];
  return { words: `${words}${counted}`, share: total > 0 ? done / total : null };
}

function writeErrors(file: string, table: string): void {
  try {
    writeFileSync(file, table);
  } catch (error) {
    throw new ConfigError(`--errors ${file} cannot be written: ${reasonOf(error)}.`);
  }
}

try {
  program.parse();
  const [file] = program.args as [string];
  // A wrong name is told before a database is started for it.
  await scanFile(path.resolve(file), file);
  await runTool((database) => importOne(database, file, program.opts<Options>()));
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof FileProblem) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
