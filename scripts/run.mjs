// Run by every npm script: `node scripts/run.mjs <file.ts | program> [arguments]`.
// Installs what is missing, then runs the target on the Node that package.json pins. The machine's own Node may be
// older than the pinned one, so this file and install-packages.mjs are plain JavaScript without new syntax.

import { spawn } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import os from 'os';
import path from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

const oldestNode = 20;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const windows = process.platform === 'win32';

/** What serves the pages has them built first; what makes or checks their sources does not need them. */
const serving = ['src/main.ts', 'vitest', 'scripts/bench.ts'];

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail('Accord needs Node ' + oldestNode + ' or newer to install itself; this is Node ' + process.versions.node + '.');
} else {
  import('./install-packages.mjs')
    .then(({ installPackages }) => installPackages({ root, run, pages: serving.includes(process.argv[2]) }))
    .then(() => run(process.argv.slice(2)))
    .then(leaveLike, (error) => fail(error instanceof Error ? error.message : String(error)));
}

/** Runs a TypeScript file or a program of node_modules on the pinned Node; answers how it ended. */
function run([target, ...args]) {
  if (!target) throw new Error('Say what to run: node scripts/run.mjs <file.ts | program> [arguments]');
  const node = path.join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
  // A second wall against patterns that take exponential time: Node falls back to its linear engine.
  const flags = ['--enable-experimental-regexp-engine-on-excessive-backtracks'];
  const file = target.endsWith('.ts') ? path.resolve(root, target) : programFile(target);
  if (!existsSync(file)) throw new Error('There is no ' + target + ' to run.');
  if (target.endsWith('.ts')) {
    flags.push('--import', pathToFileURL(path.join(modules, 'tsx', 'dist', 'loader.mjs')).href);
  }
  const command = isJavaScript(file) ? [node, ...flags, file] : [file];
  return started(command.concat(args), path.dirname(node));
}

function started([command, ...args], nodeFolder) {
  const searched = [nodeFolder, path.join(modules, '.bin'), process.env.PATH || ''].join(path.delimiter);
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: searched } });
  const forward = (signal) => {
    // Ctrl-C on a terminal reaches the whole process group: the child has it already, and twice would mean "at once".
    const typed = signal === 'SIGINT' && (process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
    if (!typed) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach((signal) => process.on(signal, forward));
  const orphaned = onceOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(orphaned);
      signals.forEach((each) => process.removeListener(each, forward));
      resolve({ code, signal });
    });
  });
}

/**
 * npm hands a SIGTERM to the shell that it started, and the shell ends without handing it on. So a program that npm
 * started is told to stop once that shell is gone; one started by hand may outlive its terminal.
 */
function onceOrphaned(stop) {
  if (!process.env.npm_lifecycle_event || windows) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 200);
  return watch;
}

/** The file behind a program's name, by npm's own list of what it installed: .bin holds shell scripts on Windows. */
function programFile(name) {
  const { packages } = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8'));
  for (const folder of Object.keys(packages)) {
    const { bin } = packages[folder];
    const nested = folder.lastIndexOf('node_modules/') > 0;
    if (!nested && bin && bin[name]) return path.join(root, folder, bin[name]);
  }
  throw new Error('No installed package brings a program called "' + name + '".');
}

function isJavaScript(file) {
  if (/\.[cm]?[jt]s$/.test(file)) return true;
  return /^#!.*\bnode\b/.test(readFileSync(file, 'latin1').slice(0, 100));
}

/** Ends this process the way the child ended, so that whoever called sees the same code or the same signal. */
function leaveLike({ code, signal }) {
  if (signal && !windows) process.kill(process.pid, signal);
  process.exitCode = signal ? 128 + (os.constants.signals[signal] || 0) : code;
}

function fail(line) {
  process.stderr.write(line + '\n');
  process.exitCode = 1;
}
