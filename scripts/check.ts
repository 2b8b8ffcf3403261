// Run before every commit: `npm run check` says what is not as agreed. All checks run, whatever the first one says.
// `npm run check -- format lint` runs those alone.

import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.ts';

interface Check {
  readonly name: string;
  /** What to do when it fails. */
  readonly advice: string;
  readonly commands: readonly (readonly string[])[];
}

interface Outcome {
  readonly check: Check;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: string;
}

const run = path.join(root, 'scripts', 'run.mjs');
const configurations = ['tsconfig.json', ...globSync('src/**/tsconfig.json', { cwd: root })];

/** The longest first, so that the two lanes end together. */
const checks: readonly Check[] = [
  {
    name: 'types',
    advice: 'the compiler is right',
    commands: configurations.map((file) => ['tsc', '--noEmit', '--pretty', 'false', '-p', file]),
  },
  { name: 'lint', advice: 'the rules and their reasons: .oxlintrc.json', commands: [['oxlint']] },
  { name: 'generated', advice: 'npm run generate, then read the diff', commands: [['scripts/generate.ts', '--check']] },
  { name: 'boundaries', advice: 'the map: src/README.md and .dependency-cruiser.cjs', commands: [['scripts/boundaries.ts']] },
  { name: 'dead code', advice: 'remove it, or say in knip.ts who uses it', commands: [['knip', '--no-progress']] },
  { name: 'format', advice: 'node_modules/.bin/oxfmt formats', commands: [['oxfmt', '--check']] },
];

const lanes = 2;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no check called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  await report(checks.filter(({ name }) => asked.length === 0 || asked.includes(name)));
}

async function report(chosen: readonly Check[]): Promise<void> {
  const began = Date.now();
  const waiting = [...chosen];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await carriedOut(check);
      outcomes.push(outcome);
      say(outcome);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));

  const failed = outcomes.filter(({ passed }) => !passed);
  const seconds = secondsSince(began);
  if (failed.length === 0) {
    process.stdout.write(`\nAll ${outcomes.length} checks passed in ${seconds} s.\n`);
    return;
  }
  process.stdout.write(`\n${failed.length} of ${outcomes.length} checks failed (${seconds} s):\n`);
  for (const { check } of failed) process.stdout.write(`  ${check.name.padEnd(11)} ${check.advice}\n`);
  process.exitCode = 1;
}

async function carriedOut(check: Check): Promise<Outcome> {
  const began = Date.now();
  let output = '';
  let passed = true;
  for (const command of check.commands) {
    const ended = await spoken(command);
    output += ended.output;
    passed &&= ended.code === 0;
  }
  return { check, passed, output, seconds: secondsSince(began) };
}

function spoken(command: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [run, ...command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** What a passing check has to say is noise. */
function say({ check, passed, output, seconds }: Outcome): void {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${check.name.padEnd(11)} ${seconds} s\n`);
  if (!passed) process.stdout.write(`${output.trim().replaceAll(/^/gm, '        ')}\n\n`);
}

function secondsSince(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(1);
}
