import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { freePort } from './free-port.ts';

const binaries = '/usr/lib/postgresql/15/bin';

export interface DebianServer {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Debian's PostgreSQL 15, the oldest that Accord supports, on a free loopback port; null where it is not installed, which
 * is said out loud, and is a failure with CI=true.
 */
export async function startDebianServer(): Promise<DebianServer | null> {
  if (!existsSync(path.join(binaries, 'initdb'))) {
    const advice = "PostgreSQL 15 is not installed, so nothing is tested on it: 'apt-get install postgresql-15' installs it";
    if (process.env['CI'] === 'true') throw new Error(advice);
    process.stderr.write(`SKIPPED: ${advice}\n`);
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-debian-'));
  const password = randomBytes(18).toString('base64url');
  const port = await freePort();
  const data = path.join(folder, 'data');
  writeFileSync(path.join(folder, 'password'), password);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) execFileSync('chown', ['-R', 'postgres', folder]);
  const run = (program: string, ...args: string[]) => {
    const command = [path.join(binaries, program), ...args];
    const [file, ...rest] = asRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command] : command;
    execFileSync(file!, rest, { stdio: 'ignore', cwd: folder });
  };
  run(
    'initdb',
    '-D',
    data,
    '-U',
    'accord',
    `--pwfile=${folder}/password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  );
  const settings = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=100`;
  run('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start');

  const server = `postgres://accord:${password}@127.0.0.1:${port}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query('create database accord');
  await client.end();
  return {
    name: "Debian's PostgreSQL 15",
    url: `${server}/accord`,
    stop: async () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
