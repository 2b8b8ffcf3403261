import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import type { Log } from '../../process/log.ts';
import { startEmbeddedServer } from '../embedded-server.ts';
import { flush } from '../embedded/place-cluster.ts';
import { beginBaseBackup } from './base-backup.ts';
import { baseFiles, filesBesideCluster } from './base-files.ts';
import { copyFile, forEachOf, writeBytes, type Fingerprint, type Reading } from './copy-file.ts';
import { writeManifest, type Contents } from './manifest.ts';
import { newFolder } from './new-folder.ts';

/** What a person who waits for it may do and see. */
export interface Work {
  readonly log: Log;
  /** Ends it early; nothing is left of it then. */
  readonly signal: AbortSignal;
  /** Told how far it is, in bytes. */
  readonly onProgress: (done: number, total: number) => void;
}

export interface BackupOptions extends Work {
  readonly dataDir: string;
  /** Where it comes to lie: a folder that is empty, or not there yet. */
  readonly to: string;
}

/**
 * Copies the embedded database and the keys beside it while everything goes on, so that `restoreBackup` brings back the
 * state of the moment when the copy ended. Starts the database where it does not run, and stops it again.
 * @throws ConfigError what is in the way; nothing is left at `to` then
 * @source none: machinery
 */
export async function takeBackup({ dataDir, to, ...work }: BackupOptions): Promise<Contents> {
  if (!existsSync(path.join(dataDir, 'postgres/PG_VERSION'))) throw new ConfigError(`DATA_DIR=${dataDir} holds no database to back up.`);
  const folder = newFolder(to);
  try {
    if (folder.path.startsWith(`${realpathSync(dataDir)}${path.sep}`)) {
      throw new ConfigError(`${to} lies in DATA_DIR, and would be lost with it: choose another folder.`);
    }
    return await serverCopied(dataDir, folder.path, work);
  } catch (error) {
    await folder.undo();
    if (error instanceof ConfigError || work.signal.aborted) throw error;
    throw new ConfigError(`The backup was not finished, and nothing is left of it: ${reasonOf(error)}.`);
  }
}

async function serverCopied(dataDir: string, to: string, work: Work): Promise<Contents> {
  const server = await startEmbeddedServer({ dataDir, log: work.log, sole: false });
  try {
    return await clusterCopied({ dataDir, cluster: realpathSync(path.join(dataDir, 'postgres')), url: server.url, to }, work);
  } finally {
    await server.stop();
  }
}

interface Copying {
  readonly dataDir: string;
  readonly cluster: string;
  readonly url: string;
  readonly to: string;
}

async function clusterCopied({ dataDir, cluster, url, to }: Copying, { signal, onProgress }: Work): Promise<Contents> {
  const files = new Map<string, Fingerprint>();
  let [done, total] = [0, 0];
  const reading: Reading = { signal, onBytes: (count) => onProgress((done += count), Math.max(total, done)) };
  const copy = async (from: string, name: string) => {
    const copied = await copyFile(path.join(from, name), path.join(to, from === cluster ? `postgres/${name}` : name), reading);
    files.set(from === cluster ? `postgres/${name}` : name, copied);
  };
  const write = async (name: string, bytes: Uint8Array) => files.set(name, await writeBytes(path.join(to, name), bytes));

  const backup = await beginBaseBackup(url);
  try {
    const [inside, beside] = [baseFiles(cluster), filesBesideCluster(dataDir)];
    const folders = [...beside.folders, 'postgres', ...inside.folders.map((each) => `postgres/${each}`)];
    total = [...inside.files, ...beside.files].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const folder of folders) await mkdir(path.join(to, folder), { mode: 0o700 });
    await forEachOf(beside.files, ({ path: name }) => copy(dataDir, name));
    await forEachOf(inside.files, async ({ path: name }) => {
      if (name !== controlFile) await copy(cluster, name).catch(unlessDropped(path.join(cluster, name)));
    });
    await write(`postgres/${controlFile}`, await readWhole(path.join(cluster, controlFile)));
    const { label, segments, firstLsn, lastLsn } = await backup.stop();
    await write('postgres/backup_label', Buffer.from(label));
    for (const name of segments) await copy(cluster, `pg_wal/${name}`);
    for (const folder of folders) await flush(path.join(to, folder));
    const contents: Contents = {
      format: 1,
      takenAt: new Date().toISOString(),
      postgres: readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim(),
      firstLsn,
      lastLsn,
      folders,
      files: [...files].map(([name, file]) => ({ path: name, ...file })).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    };
    await writeManifest(to, contents);
    return contents;
  } finally {
    await backup.close();
  }
}

/** What PostgreSQL reads first and writes in place, at any moment. */
const controlFile = 'global/pg_control';

/** Read until it is the same twice: one reading may have met a write half done. */
async function readWhole(file: string): Promise<Uint8Array> {
  for (let last = await readFile(file); ;) {
    await pause(1);
    const next = await readFile(file);
    if (next.equals(last)) return next;
    last = next;
  }
}

/** A table that was dropped meanwhile is no loss: the log of writes tells it to the restored server. */
function unlessDropped(file: string): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code !== 'ENOENT' || existsSync(file)) throw error;
  };
}
