// Run to measure: `npm run bench -- [NAME …] [--json FILE]`. Each figure stands beside its peers of the same run.

import { writeFileSync } from 'node:fs';
import { Argument, Command, CommanderError } from 'commander';
import type { Benchmark, BenchmarkOptions, Measurement } from './bench/benchmark.ts';
import { accessBenchmark } from './bench/access.bench.ts';
import { dashboardBenchmark } from './bench/dashboard.bench.ts';
import { importBenchmark } from './bench/import.bench.ts';
import { readsBenchmark } from './bench/reads.bench.ts';
import { standardsBenchmark } from './bench/standards.bench.ts';
import { startBenchmark } from './bench/start.bench.ts';
import { statisticsBenchmark } from './bench/statistics.bench.ts';
import { supplyBenchmark } from './bench/supply.bench.ts';

const benchmarks: readonly Benchmark[] = [
  startBenchmark,
  importBenchmark,
  readsBenchmark,
  accessBenchmark,
  statisticsBenchmark,
  supplyBenchmark,
  standardsBenchmark,
  dashboardBenchmark,
];

const program = new Command('bench')
  .description('Measures Accord beside its peers: medians of alternating runs.')
  .addArgument(new Argument('[name...]', 'which ones; all unless given').choices(benchmarks.map((each) => each.name)))
  .option('--json <file>', 'write the figures to a file')
  .option('--large', 'reads, supply: of ten times the rows', false)
  .option('--profile', 'reads: say where the time of the server goes', false)
  .addHelpText('after', `\nBenchmarks:\n${benchmarks.map((each) => `  ${each.name.padEnd(12)}${each.summary}`).join('\n')}`)
  .exitOverride();

async function measure(names: readonly string[], { json: file, ...options }: BenchmarkOptions & { json?: string }): Promise<void> {
  const measured: Measurement[] = [];
  for (const benchmark of benchmarks) {
    if (names.length > 0 && !names.includes(benchmark.name)) continue;
    measured.push(...(await benchmark.run((line) => process.stderr.write(`${benchmark.name}: ${line}\n`), options)));
  }
  process.stdout.write(`${table(measured)}\n`);
  if (file) writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
}

function table(measured: readonly Measurement[]): string {
  const rows = measured.map((each) => [
    each.bench,
    each.case,
    `${round(each.ours)} ${each.unit}`,
    Object.entries(each.peers)
      .map(([name, value]) => `${name} ${round(value)}`)
      .join(', ') || '–',
    each.ratioToBestPeer === null ? '–' : `${round(each.ratioToBestPeer)} ×`,
    each.target ?? '–',
    each.met === null ? '–' : each.met ? 'met' : 'MISSED',
  ]);
  const all = [['bench', 'case', 'ours', 'peers', 'ratio', 'target', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(2);
}

try {
  program.parse();
  await measure(program.args, program.opts());
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
