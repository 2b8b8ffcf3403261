import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../../config/config-error.ts';
import type { Log } from '../../process/log.ts';
import type { Account } from './account.ts';
import { runProgram, type Binaries } from './binaries.ts';
import { giveTo, isComplete, passwordFile, placeCluster, removeLeftovers, type Place } from './place-cluster.ts';

/** The superuser of the embedded cluster. */
export const owner = 'accord';

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
  await removeLeftovers(dataDir);
  if (!isComplete(place)) {
    if (lstatSync(place, { throwIfNoEntry: false })) await removeUnfinished(place, log);
    await make({ dataDir, account, log }, binaries);
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

async function make(place: Place, binaries: Binaries): Promise<void> {
  await placeCluster(place, async (cluster) => {
    const password = path.join(path.dirname(cluster), 'password');
    await writeFile(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    giveTo(place.account, password);
    const folders = [`--pgdata=${cluster}`, `--pwfile=${password}`];
    await runProgram(binaries.initdb, [...folders, `--username=${owner}`, ...clusterFlags], place.account);
    await rename(password, path.join(cluster, passwordFile));
  });
}
