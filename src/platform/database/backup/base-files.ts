import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../config/config-error.ts';

/** What lies below a folder, as paths relative to it with `/`; a folder comes before what is in it. */
export interface Tree {
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * Folders of a cluster whose contents belong to the running server and not to a backup; the folders themselves do. The
 * log of writes is copied by itself, and only the part that the backup needs.
 */
const emptied = /^pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)$/;

/** Names that no backup holds, wherever they stand: of the running process, of sessions, caches, and marks of other backups. */
const left =
  /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|postgresql\.auto\.conf\.tmp|current_logfiles(\.tmp)?|backup_(label|manifest)(\.old|\.tmp)?|tablespace_map(\.old)?|t\d+_\d+(_(fsm|vm|init))?(\.\d+)?)$/;

/**
 * What a base backup of a cluster holds, by PostgreSQL's rules for one taken while the server writes.
 * @throws ConfigError for a tablespace elsewhere, which the embedded mode never makes
 * @source PostgreSQL 18, 25.3.4 Making a Base Backup Using the Low Level API
 */
export function baseFiles(cluster: string): Tree {
  if (readdirSync(path.join(cluster, 'pg_tblspc')).length > 0) {
    throw new ConfigError(`${cluster} has tablespaces in other folders, which are not backed up: move their tables back first.`);
  }
  return treeOf(cluster, (name, place) => !left.test(name) && !emptied.test(path.posix.dirname(place)));
}

/** Names in a data folder, beside the cluster, that a restored one makes anew. */
const madeAnew = /^(postgres|postgres\.log.*|postgres\.new-.*)$/;

/** What stands beside the cluster in a data folder: the keys that Accord needs to serve it. */
export function filesBesideCluster(dataDir: string): Tree {
  return treeOf(dataDir, (name, place) => place !== name || !madeAnew.test(name));
}

/** @param isWanted asked with the name alone and with the whole path */
export function treeOf(root: string, isWanted: (name: string, place: string) => boolean = () => true): Tree {
  const folders: string[] = [];
  const files: { path: string; bytes: number }[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(path.join(root, folder)).toSorted()) {
      const place = path.posix.join(folder, name);
      if (!isWanted(name, place)) continue;
      // A table dropped in this moment is gone; the log of writes says so to the restored server.
      const found = statSync(path.join(root, place), { throwIfNoEntry: false });
      if (found?.isFile()) files.push({ path: place, bytes: found.size });
      if (!found?.isDirectory()) continue;
      folders.push(place);
      walk(place);
    }
  };
  walk('');
  return { folders, files };
}
