import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, open, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import type { Log } from '../../process/log.ts';
import { mayEnter, type Account } from './account.ts';
import { runProgram, shelter, type Binaries } from './binaries.ts';
import { isAlive } from './postmaster-file.ts';

/** The superuser of the embedded cluster. */
export const owner = 'accord';

/** Inside the cluster, so that a cluster and its password come into being together. */
const passwordFile = 'accord.password';
const unfinishedPrefix = 'postgres.new-';

/** SQL_ASCII is what initdb makes of an unset LANG; these make UTF-8 wherever it runs. */
const clusterFlags = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth-host=scram-sha-256',
  '--auth-local=scram-sha-256',
  '--data-checksums',
  '--no-instructions',
];

export interface Cluster {
  /** The real folder; DATA_DIR may only point to it. */
  readonly folder: string;
  readonly password: string;
}

/** Finds the cluster of a data folder, or makes it. @throws ConfigError when what is there cannot be used */
export async function makeCluster(dataDir: string, binaries: Binaries, account: Account, log: Log): Promise<Cluster> {
  const place = path.join(dataDir, 'postgres');
  for (const name of readdirSync(dataDir)) {
    const maker = new RegExp(`^${unfinishedPrefix}(\\d+)-`).exec(name);
    if (maker && !isAlive(Number(maker[1]))) await rm(path.join(dataDir, name), { recursive: true, force: true });
  }
  if (!isComplete(place)) {
    if (lstatSync(place, { throwIfNoEntry: false })) await removeUnfinished(place, log);
    await make(dataDir, place, binaries, account, log);
  }
  const made = readFileSync(path.join(place, 'PG_VERSION'), 'utf8').trim();
  if (made !== binaries.major) {
    throw new ConfigError(
      `${place} was made by PostgreSQL ${made} and this is PostgreSQL ${binaries.major}: move it away, or serve it yourself and set DATABASE_URL.`,
    );
  }
  const password = readFileSync(path.join(place, passwordFile), 'utf8').trim();
  return { folder: await realpath(place), password };
}

function isComplete(place: string): boolean {
  return existsSync(path.join(place, passwordFile)) && existsSync(path.join(place, 'PG_VERSION'));
}

/** Removes what an interrupted initdb left, and nothing that could hold a row of anybody's. */
async function removeUnfinished(place: string, log: Log): Promise<void> {
  if (!existsSync(place))
    throw new ConfigError(`${place} points to ${readlinkSync(place)}, where there is nothing: the database was moved or removed.`);
  const isFolder = statSync(place).isDirectory();
  const names = isFolder ? readdirSync(place) : [];
  const madeByInitdb = /^(PG_VERSION|base|global|pg_\w+(\.conf)?|postgresql(\.auto)?\.conf|postmaster\.(pid|opts))$/;
  const base = path.join(place, 'base');
  // PostgreSQL numbers what it makes itself below 16384, so a higher one is a database that somebody created.
  const firstOfUsers = 16_384;
  const inUse = existsSync(base) && readdirSync(base).some((oid) => Number(oid) >= firstOfUsers);
  if (!isFolder || inUse || !names.every((name) => madeByInitdb.test(name))) {
    throw new ConfigError(`${place} is in the way: it is not a PostgreSQL cluster made by Accord. Move it away, or set another DATA_DIR.`);
  }
  if (names.length > 0) log.warn(`${place} was left half made by an interrupted start; making it anew`);
  await rm(place, { recursive: true });
}

/** Makes the cluster under another name and renames it when it is complete: it is there whole, or it is not there. */
async function make(dataDir: string, place: string, binaries: Binaries, account: Account, log: Log): Promise<void> {
  const closed = !(mayEnter(account, dataDir) || (await openedForPassage(dataDir, account)));
  const parent = closed ? shelter : dataDir;
  if (closed) await mkdir(shelter, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(path.join(parent, `${unfinishedPrefix}${process.pid}-`));
  const [cluster, password] = [path.join(unfinished, 'cluster'), path.join(unfinished, 'password')];
  let kept = false;
  try {
    await writeFile(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      for (const each of [unfinished, password]) chownSync(each, account.uid, account.gid);
    }
    const folders = [`--pgdata=${cluster}`, `--pwfile=${password}`];
    await runProgram(binaries.initdb, [...folders, `--username=${owner}`, ...clusterFlags], account);
    await rename(password, path.join(cluster, passwordFile));
    kept = await publish(closed ? await sheltered(unfinished, log) : cluster, place, closed);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`The database cannot be made in ${dataDir}: ${reasonOf(error)}.`);
  } finally {
    if (!kept || !closed) await rm(unfinished, { recursive: true, force: true });
  }
  await flush(dataDir);
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

/** What initdb wrote is on the disk; so must be the name under which it will be found. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
