// Run when a sum is doubted, or after prices were corrected by hand: `npm run rebuild-rollups` makes every sum that is
// kept beside the facts anew from them. Where nothing was wrong the sums are the same as before.

import { Command, CommanderError } from 'commander';
import { features } from '../src/features.ts';
import type { Database } from '../src/platform/database/database.ts';
import { runTool } from './tool/run-tool.ts';

const program = new Command('rebuild-rollups')
  .description('Makes the sums kept beside the facts anew, each table in one transaction; recordings wait meanwhile.')
  .allowExcessArguments(false)
  .exitOverride();

async function rebuild(database: Database): Promise<number> {
  for (const [table, rollup] of features.flatMap((feature) => Object.entries(feature.rollups ?? {}))) {
    const started = performance.now();
    const sums = await rollup(database);
    process.stdout.write(`${table}: ${sums.toLocaleString('en-US')} sums in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
  }
  return 0;
}

try {
  program.parse();
  await runTool(rebuild);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
