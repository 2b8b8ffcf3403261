import { writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import { serverAccount, type Account } from '../embedded/account.ts';
import { findBinaries } from '../embedded/binaries.ts';
import { flush, giveTo, placeCluster, unfinishedRestore } from '../embedded/place-cluster.ts';
import { copyFile, forEachOf, type Reading } from './copy-file.ts';
import { readManifest, type Contents } from './manifest.ts';
import { newFolder } from './new-folder.ts';
import type { Work } from './take-backup.ts';
import { bytesOf } from './verify-backup.ts';

export interface RestoreOptions extends Work {
  /** A finished backup. */
  readonly from: string;
  /** Where the database comes to lie: a folder that is empty, or not there yet. */
  readonly dataDir: string;
}

/**
 * Makes a data folder from a backup. Each file is compared with the manifest as it is copied, so that what was compared is
 * what will be started. The start replays the log of writes.
 * @throws ConfigError what is in the way, or which file is not as it was written; nothing is left at `dataDir` then
 * @source none: machinery
 */
export async function restoreBackup({ from, dataDir, ...work }: RestoreOptions): Promise<Contents> {
  const contents = readManifest(from);
  const folder = newFolder(dataDir);
  try {
    await fill(from, folder.path, contents, work);
    return contents;
  } catch (error) {
    await folder.undo();
    if (error instanceof ConfigError || work.signal.aborted) throw error;
    throw new ConfigError(`Nothing was restored: ${reasonOf(error)}.`);
  }
}

async function fill(from: string, dataDir: string, contents: Contents, { log, signal, onProgress }: Work): Promise<void> {
  const account = serverAccount(path.join(dataDir, 'postgres'));
  const { major } = await findBinaries(account);
  if (major !== contents.postgres) {
    throw new ConfigError(`${from} was made by PostgreSQL ${contents.postgres} and this is PostgreSQL ${major}.`);
  }
  const mark = path.join(dataDir, unfinishedRestore);
  writeFileSync(mark, '', { mode: 0o600, flush: true });
  const total = bytesOf(contents);
  let done = 0;
  const reading: Reading = { signal, onBytes: (count) => onProgress((done += count), total) };
  await copyPart({ from, to: dataDir, account: {}, reading }, withoutCluster(contents));
  await placeCluster({ dataDir, account, log }, async (cluster) => {
    await mkdir(cluster, { mode: 0o700 });
    giveTo(account, cluster);
    await copyPart({ from: path.join(from, 'postgres'), to: cluster, account, reading }, clusterOf(contents));
    await flush(cluster);
  });
  await rm(mark);
  await flush(dataDir);
}

type Part = Pick<Contents, 'folders' | 'files'>;

interface Copying {
  readonly from: string;
  readonly to: string;
  readonly account: Account;
  readonly reading: Reading;
}

async function copyPart({ from, to, account, reading }: Copying, { folders, files }: Part): Promise<void> {
  for (const folder of folders) {
    await mkdir(path.join(to, folder), { mode: 0o700 });
    giveTo(account, path.join(to, folder));
  }
  await forEachOf(files, async ({ path: name, bytes, sha256 }) => {
    const source = path.join(from, name);
    const copied = await copyFile(source, path.join(to, name), reading, account);
    if (copied.bytes === bytes && copied.sha256 === sha256) return;
    throw new ConfigError(`${source} is not as the backup wrote it, so nothing was restored: npm run verify-backup names every such file.`);
  });
  for (const folder of folders) await flush(path.join(to, folder));
}

const prefix = 'postgres/';

function clusterOf({ folders, files }: Contents): Part {
  return {
    folders: folders.filter((folder) => folder.startsWith(prefix)).map((folder) => folder.slice(prefix.length)),
    files: files.filter((file) => file.path.startsWith(prefix)).map((file) => ({ ...file, path: file.path.slice(prefix.length) })),
  };
}

function withoutCluster({ folders, files }: Contents): Part {
  return {
    folders: folders.filter((folder) => folder !== 'postgres' && !folder.startsWith(prefix)),
    files: files.filter((file) => !file.path.startsWith(prefix)),
  };
}
