import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../project.ts';

const folder = path.join(root, 'scripts/bench/peers');

/** Installs the peers' packages beside their servers, unless those of the lock file are there: nobody else needs them. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  if (installed()) return;
  say('installing the peers into scripts/bench/peers/node_modules, once');
  const npm = ['ci', '--prefix', folder, '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', npm, { cwd: folder, shell: process.platform === 'win32' }).catch(
    (error: Error & { stderr?: string }) => {
      throw new Error(`the peers could not be installed: ${(error.stderr ?? error.message).trim()}`, { cause: error });
    },
  );
}

function installed(): boolean {
  const record = path.join(folder, 'node_modules/.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  return (
    existsSync(record) &&
    statSync(record).mtimeMs >= statSync(lock).mtimeMs &&
    readFileSync(record, 'utf8').includes('node_modules/postgraphile')
  );
}
