import { spawn } from 'node:child_process';
import { closeSync, existsSync, fchmodSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../../config/child-environment.ts';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import type { Account } from './account.ts';
import { runProgram, type Binaries } from './binaries.ts';
import { holderOf, readPostmaster, type Holder } from './postmaster-file.ts';

/** What is asked of every start; on the command line, so that they fit this program whatever the cluster's files say. */
const settings = {
  // Loopback with a password works for every driver, for paths longer than a socket's 107 bytes and for two users.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  // A bulk load of a million rows must not wait for checkpoints.
  max_wal_size: '2GB',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A statement may hold what only its author may see; the log says what went wrong without it.
  log_min_error_statement: 'panic',
};

/** Another program took the port that was chosen; the sessions of a postmaster that was killed are still ending. */
const passing = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

const recoveryLimit = 120_000;
const glance = 10;

/** What is started, and by whom. */
export interface Startable {
  readonly dataDir: string;
  /** The cluster. */
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account;
}

/**
 * Starts PostgreSQL and waits until it takes connections.
 * @param nextPort asked before each attempt
 * @returns the port
 */
export async function startPostmaster(startable: Startable, nextPort: () => Promise<number>): Promise<number> {
  const attempts = 10;
  for (let attempt = 1; ; attempt += 1) {
    const port = await nextPort();
    const failure = await launch(startable, port);
    if (failure === null) return port;
    if (!passing.test(failure) || attempt === attempts) {
      throw new ConfigError(`The embedded PostgreSQL did not start: ${failure}.`);
    }
    await pause(200);
  }
}

/** Waits for a running postmaster to be ready. @returns its port, or null when it stopped instead */
export async function waitForPostmaster(cluster: string): Promise<number | null> {
  const limit = Date.now() + recoveryLimit;
  while (Date.now() < limit) {
    const postmaster = readPostmaster(cluster);
    if (!postmaster || !mayBeOurs(holderOf(postmaster.pid, cluster))) return null;
    if (postmaster.status === 'ready') return postmaster.port;
    await pause(glance);
  }
  throw new ConfigError(`The PostgreSQL of ${cluster} runs but is not ready after ${recoveryLimit / 1000} s.`);
}

/**
 * Stops PostgreSQL: sessions are ended and everything is written; if that takes longer than `patience` (milliseconds)
 * it is stopped at once, and the next start replays the log. Nothing that was committed is lost either way.
 */
export async function stopPostmaster(cluster: string, binaries: Binaries, account: Account, patience: number): Promise<void> {
  const postmaster = readPostmaster(cluster);
  if (!postmaster || !mayBeOurs(holderOf(postmaster.pid, cluster))) return;
  const gone = async (limit: number) => {
    const until = Date.now() + limit;
    while (Date.now() < until) {
      if (holderOf(postmaster.pid, cluster) === 'gone') return true;
      await pause(glance);
    }
    return false;
  };
  const stop = (mode: 'fast' | 'immediate') => {
    if (process.platform === 'win32') return runProgram(binaries.pgCtl, ['stop', '-W', '-D', cluster, '-m', mode], account);
    // PostgreSQL's own words for the two: SIGINT and SIGQUIT.
    process.kill(postmaster.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  };
  try {
    await stop('fast');
    if (await gone(patience)) return;
    await stop('immediate');
    await gone(1500);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function mayBeOurs(holder: Holder): boolean {
  return holder === 'postmaster' || holder === 'some postgres';
}

/** @returns null when it is ready, else PostgreSQL's reason for not starting */
async function launch({ dataDir, folder: cluster, binaries: { postgres }, account }: Startable, port: number) {
  const logFile = logOf(dataDir);
  const log = openLogFile(logFile);
  const before = statSync(logFile).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', cluster, '-p', String(port), ...options], {
    ...account,
    cwd: path.parse(postgres).root,
    env: childEnvironment(),
    // A group of its own: Ctrl-C must reach PostgreSQL after the requests that still need it, not with them.
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  closeSync(log);
  let failed: string | null = null;
  let ended = false;
  child.on('error', (error) => (failed = reasonOf(error)));
  child.on('exit', () => (ended = true));
  const limit = Date.now() + recoveryLimit;
  while (Date.now() < limit) {
    if (failed !== null) return failed;
    if (ended) return lastWords(logFile, before) ?? `it ended at once; see ${logFile}`;
    const postmaster = readPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return null;
    await pause(glance);
  }
  return `it is not ready after ${recoveryLimit / 1000} s; see ${logFile}`;
}

/** Begins a log; the one before is kept beside it, so that the two cannot grow without end. */
export function beginLog(dataDir: string): void {
  const file = logOf(dataDir);
  try {
    if (existsSync(file)) renameSync(file, `${file}.1`);
  } catch (error) {
    throw new ConfigError(`${file} cannot be renamed: ${reasonOf(error)}.`);
  }
}

function logOf(dataDir: string): string {
  return path.join(dataDir, 'postgres.log');
}

function openLogFile(file: string): number {
  try {
    const log = openSync(file, 'a', 0o600);
    fchmodSync(log, 0o600);
    return log;
  } catch (error) {
    throw new ConfigError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

function lastWords(logFile: string, from: number): string | null {
  const lines = readFileSync(logFile).subarray(from).toString().split('\n');
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC):|cannot|could not/.test(line));
  return fatal?.replace(/^.*?(FATAL|PANIC|LOG):\s*/, '') ?? null;
}

/** A port that the system chose. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
