import { chownSync, existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import type { Log } from '../../process/log.ts';
import { mayEnter, type Account } from './account.ts';
import { shelter } from './binaries.ts';
import { isAlive } from './postmaster-file.ts';

/** Where a cluster comes to lie, and for whom. */
export interface Place {
  readonly dataDir: string;
  readonly account: Account;
  readonly log: Log;
}

/** Inside the cluster, so that a cluster and its password come into being together. */
export const passwordFile = 'accord.password';

/** In a data folder whose restore was not finished: nothing may start there. */
export const unfinishedRestore = 'restore.unfinished';

const unfinishedPrefix = 'postgres.new-';

/** Whether a cluster is there whole. */
export function isComplete(place: string): boolean {
  return existsSync(path.join(place, passwordFile)) && existsSync(path.join(place, 'PG_VERSION'));
}

/** Removes what a process that was killed has left half made. */
export async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of readdirSync(dataDir)) {
    const maker = new RegExp(`^${unfinishedPrefix}(\\d+)-`).exec(name);
    if (maker && !isAlive(Number(maker[1]))) await rm(path.join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * Makes a cluster under another name and renames it when it is complete: it is there whole, or it is not there.
 * @param fill makes `cluster`, which is not there yet; the folder above it belongs to PostgreSQL's user and goes away
 * @throws ConfigError when it cannot be made
 */
export async function placeCluster({ dataDir, account, log }: Place, fill: (cluster: string) => Promise<void>): Promise<void> {
  const place = path.join(dataDir, 'postgres');
  const closed = !(mayEnter(account, dataDir) || (await openedForPassage(dataDir, account)));
  const parent = closed ? shelter : dataDir;
  if (closed) await mkdir(shelter, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(path.join(parent, `${unfinishedPrefix}${process.pid}-`));
  const cluster = path.join(unfinished, 'cluster');
  let kept = false;
  try {
    giveTo(account, unfinished);
    await fill(cluster);
    kept = await publish(closed ? await sheltered(unfinished, log) : cluster, place, closed);
  } catch (error) {
    if (error instanceof ConfigError || (error as Error).name === 'AbortError') throw error;
    throw new ConfigError(`The database cannot be made in ${dataDir}: ${reasonOf(error)}.`);
  } finally {
    if (!kept || !closed) await rm(unfinished, { recursive: true, force: true });
  }
  await flush(dataDir);
}

/** Makes a file that root wrote the account's own. */
export function giveTo({ uid, gid }: Account, file: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

/** What was written into a folder is on the disk; so must be the names under which it will be found. */
export async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

/**
 * A data folder that only its own mode closes, as that of mkdtemp, is opened for passing through: the files in it that
 * matter are private one by one. Folders above it are not Accord's to open.
 */
async function openedForPassage(dataDir: string, account: Account): Promise<boolean> {
  if (!mayEnter(account, path.dirname(dataDir))) return false;
  await chmod(dataDir, (statSync(dataDir).mode & 0o777) | 0o011);
  return mayEnter(account, dataDir);
}

/** Under a name that no start takes for a leftover. */
async function sheltered(unfinished: string, log: Log): Promise<string> {
  const folder = unfinished.replace(unfinishedPrefix, 'cluster-');
  await rename(unfinished, folder);
  await chmod(folder, 0o700);
  log.warn(`the files of PostgreSQL are in ${folder}: its user may not enter DATA_DIR`);
  return path.join(folder, 'cluster');
}

/** @returns false when another start was quicker, whose cluster is as good */
async function publish(cluster: string, place: string, byLink: boolean): Promise<boolean> {
  try {
    await (byLink ? symlink(cluster, place) : rename(cluster, place));
    return true;
  } catch (error) {
    if (byLink) await rm(path.dirname(cluster), { recursive: true, force: true });
    if (isComplete(place)) return false;
    throw error;
  }
}
