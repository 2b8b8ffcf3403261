import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `stopping`, `ready` or `standby`; empty while the file is being written. */
  readonly status: string;
}

/** Who has the process id that the file names. */
export type Holder =
  /** nobody: the file was left behind */
  | 'gone'
  /** the postmaster of this cluster */
  | 'postmaster'
  /** a postgres that does not say of which cluster */
  | 'some postgres'
  /** another program, which got the number of a postmaster that died */
  | 'foreign';

/** Reads the file; null when there is none, or none that can be understood yet. */
export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isSafeInteger(pid) || pid <= 0) return null;
    return { pid, port: Number.isSafeInteger(port) ? port : 0, status: lines[7]?.trim() ?? '' };
  } catch {
    return null;
  }
}

/** Says who has the process id. Reads only what every user may read: in a container root may not follow /proc/…/exe. */
export function holderOf(pid: number, cluster: string): Holder {
  if (!isAlive(pid)) return 'gone';
  const args = argumentsOf(pid);
  if (args === null) return process.platform === 'win32' ? 'some postgres' : 'foreign';
  if (!path.basename(args[0] ?? '').startsWith('postgres')) return 'foreign';
  const folder = args[args.indexOf('-D') + 1];
  if (!args.includes('-D') || folder === undefined) return 'some postgres';
  return sameFolder(folder, cluster) ? 'postmaster' : 'foreign';
}

/**
 * Frees a cluster whose file names a process that ended, or that is not PostgreSQL. The file is not deleted: its process id becomes
 * one that cannot exist, so that PostgreSQL still checks the shared memory that the file names, and refuses to
 * start beside the children of a postmaster that died.
 */
export function disownDeadPostmaster(cluster: string, pid: number): void {
  const file = path.join(cluster, 'postmaster.pid');
  const [first, ...rest] = readFileSync(file, 'utf8').split('\n');
  // Looked at again at the last moment: a postmaster may have written the file anew.
  if (Number(first) !== pid) return;
  const aboveEveryProcess = 2_147_483_646;
  writeFileSync(file, [String(aboveEveryProcess), ...rest].join('\n'));
}

/** Whether a process of this id runs; one that ended and was not collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

function argumentsOf(pid: number): string[] | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (process.platform === 'win32') return null;
    const line = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [, program = line, folder] = /^(\S*postgres) -D (.*) -p \d+/.exec(line) ?? [];
    return folder === undefined ? line.split(' ') : [program, '-D', folder];
  } catch {
    return null;
  }
}

function sameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
