import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from '../../project.ts';
import { peakMemory } from '../peak-memory.ts';

/** Accord itself: over a database as the migrations leave it, and over one whose row-level security was switched off. */
type Ours = 'Accord' | 'no row-level security';
/** The servers that are compared; Accord first. */
export type ServerName =
  | Ours
  | 'PostGraphile'
  | 'Mercurius'
  | 'json_agg'
  | 'node:http'
  | 'plain SQL'
  | 'Mercurius in memory'
  | 'indexed SQL';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly name: ServerName;
  readonly address: URL;
  /** The most memory that it ever held, in MB; 0 where there is no /proc. */
  peakMemory(): number;
  stop(): Promise<void>;
}

const peers = path.join(root, 'scripts/bench/peers');
const programs: Record<Exclude<ServerName, Ours>, string> = {
  PostGraphile: 'postgraphile-server.mjs',
  Mercurius: 'mercurius-server.mjs',
  json_agg: 'json-agg-server.mjs',
  'node:http': 'node-http-server.mjs',
  'plain SQL': 'plain-sql-server.mjs',
  'Mercurius in memory': 'mercurius-standards-server.mjs',
  'indexed SQL': 'indexed-sql-server.mjs',
};
const patience = 30_000;

export interface Surroundings {
  readonly databaseUrl: string;
  /** For the files of Accord's own. */
  readonly dataDir: string;
  /** Other settings of Accord. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a server over the database and waits for its address. */
export async function startServer(name: ServerName, surroundings: Surroundings, flags: readonly string[] = []): Promise<ServerProcess> {
  const loader = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const ours = name === 'Accord' || name === 'no row-level security';
  const program = ours ? ['--import', loader, path.join(root, 'src/main.ts')] : [path.join(peers, programs[name])];
  const child = spawn(process.execPath, [...flags, ...program], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: surroundings.databaseUrl,
      DATA_DIR: surroundings.dataDir,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...surroundings.settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A server that outlives its benchmark, however that ends, would disturb the next one.
  const abandoned = () => child.kill('SIGKILL');
  process.once('exit', abandoned);
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await ended;
    process.off('exit', abandoned);
  };
  try {
    return { name, address: await addressOf(name, child), peakMemory: () => peakMemory(child.pid!), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first address that a server says. */
function addressOf(name: ServerName, child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let said = '';
    const give = (why: string) => {
      clearTimeout(clock);
      reject(new Error(`${name} ${why}:\n${said.slice(-2000)}`));
    };
    const clock = setTimeout(() => give(`did not start within ${patience / 1000} s`), patience);
    child.once('exit', () => give('ended'));
    const hear = (text: Buffer) => {
      said += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+(?=\S*\n)/.exec(said)?.[0];
      if (!address) return;
      clearTimeout(clock);
      resolve(new URL(address));
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
  });
}
