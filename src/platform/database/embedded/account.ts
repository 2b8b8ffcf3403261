import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { childEnvironment } from '../../config/child-environment.ts';
import { ConfigError } from '../../config/config-error.ts';

/** The user that PostgreSQL runs as, in the form that `spawn` takes; empty for the user of this process. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root borrows a user: the owner of a cluster that is there already, else the
 * system's `postgres`, which is made where it is missing.
 * @param cluster the folder of the cluster, which need not exist
 * @throws ConfigError when there is no such user and none can be made
 */
export function serverAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return named('postgres') ?? named('_postgres') ?? created();
}

/** Whether the account may enter the folder; permissions of any folder above it may forbid that. */
export function mayEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  const options = { ...account, cwd: '/', env: childEnvironment() };
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], options).status === 0;
}

function named(name: string): Account | null {
  try {
    return { uid: numberOf('-u', name), gid: numberOf('-g', name) };
  } catch {
    return null;
  }
}

function numberOf(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
}

function created(): Account {
  try {
    const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
    execFileSync('useradd', [...flags, '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
  } catch {
    // Said below: what matters is whether the user is there now.
  }
  const account = named('postgres');
  if (account) return account;
  throw new ConfigError('PostgreSQL does not run as root, and no user "postgres" could be made for it: start Accord as an ordinary user.');
}
