import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach } from 'vitest';
import { isAlive, readPostmaster } from '../../src/platform/database/embedded/postmaster-file.ts';

export const root = path.resolve(import.meta.dirname, '../..');
const loader = path.join(root, 'node_modules/tsx/dist/loader.mjs');

const children: ChildProcess[] = [];
const folders: string[] = [];

/** A program under test: what it said, and how it ended. */
export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits until stdout holds the text; fails with what was said when the program ends before or takes too long. */
  said(text: string, limit?: number): Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; seconds: number }>;
}

/** Variables of a clean machine: nothing of the tester's, and no LANG. */
function cleanEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: tmpdir(), ...more };
}

/** Runs a TypeScript file of the project on this Node. */
export function runFile(file: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Child {
  return runCommand([process.execPath, '--import', loader, path.join(root, file), ...args], env);
}

/** Runs a command in the project's folder; it is ended after the test if it did not end by itself. */
export function runCommand([command, ...args]: string[], env: NodeJS.ProcessEnv = {}): Child {
  const began = performance.now();
  const child = spawn(command as string, args, { cwd: root, env: cleanEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<Awaited<Child['ended']>>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal, seconds: (performance.now() - began) / 1000 }));
  });
  return {
    pid: child.pid as number,
    process: child,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    ended,
    async said(text, limit = 30_000) {
      const until = Date.now() + limit;
      while (!said.stdout.includes(text)) {
        const over = child.exitCode !== null || child.signalCode !== null;
        if (over || Date.now() > until) throw new Error(`"${text}" was not said:\n${said.stdout}${said.stderr}`);
        await pause(20);
      }
    },
  };
}

/** A data folder that a test may fill; its PostgreSQL is ended and it is removed afterwards. */
export function dataFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(path.join(parent, 'accord-test-'));
  // PostgreSQL's own user must be able to enter it when the tests run as root.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** The postmaster of a data folder and its children, as process ids; ended ones are not counted. */
export function postgresOf(dataDir: string): number[] {
  const postmaster = readPostmaster(path.join(dataDir, 'postgres'));
  if (!postmaster || !isAlive(postmaster.pid)) return [];
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return [postmaster.pid, ...ids.map(Number).filter((id) => parentOf(id) === postmaster.pid && isAlive(id))];
}

export { isAlive };

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const [postmaster, ...others] = existsSync(folder) ? postgresOf(folder) : [];
    // A test that has written a foreign process id into the file must not have that process ended.
    if (postmaster !== undefined && readFileSync(`/proc/${postmaster}/comm`, 'utf8').startsWith('postgres')) {
      process.kill(postmaster, 'SIGQUIT');
      for (let wait = 0; wait < 200 && [postmaster, ...others].some(isAlive); wait += 1) await pause(10);
    }
    rmSync(folder, { recursive: true, force: true });
  }
});
