// Part of `npm run check`: who may know whom, by .dependency-cruiser.cjs.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import { root } from './project.ts';

/** What is wrong, one line each, and how many modules of src were looked at. */
export interface Boundaries {
  readonly scanned: number;
  readonly wrong: readonly string[];
}

const cruiser = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');

/**
 * Looks at every module of `src` in a folder that is laid out like the project. A file whose imports were not read is
 * wrong too: with a TypeScript that it cannot call, dependency-cruiser scans nothing and is content.
 */
export async function checkBoundaries(folder: string): Promise<Boundaries> {
  const { modules, summary } = await cruise(folder);
  const files = sourceFiles(folder);
  const missed = notScanned(files, modules, (file) => hasImports(path.join(folder, file)));
  const reasons = new Map(summary.ruleSetUsed?.forbidden?.map(({ name, comment }) => [name, comment]));
  return {
    scanned: files.length - missed.length,
    wrong: [
      ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}. ${reasons.get(rule.name) ?? ''}`),
      ...missed.map((file) => `not scanned: ${file}`),
    ],
  };
}

/** The files that the tool does not list, or lists without the imports that they have. */
export function notScanned(
  files: readonly string[],
  modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[],
  importing: (file: string) => boolean,
): string[] {
  const imports = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]));
  return files.filter((file) => !imports.has(file) || (imports.get(file) === 0 && importing(file)));
}

async function cruise(folder: string): Promise<ICruiseResult> {
  const args = [cruiser, 'src', '--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  // It ends with the number of violations as its exit code; the answer lists them.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  if (!stdout) throw new Error(`dependency-cruiser gave no answer: ${stderr}`);
  return JSON.parse(stdout) as ICruiseResult;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `src/${file.split(path.sep).join('/')}`);
}

function hasImports(file: string): boolean {
  return /^(import|export) .*from '/m.test(readFileSync(file, 'utf8'));
}

if (import.meta.main) {
  const { scanned, wrong } = await checkBoundaries(root);
  process.stdout.write([...wrong, `${scanned} modules of src scanned, ${wrong.length} wrong`, ''].join('\n'));
  if (wrong.length > 0) process.exitCode = 1;
}
