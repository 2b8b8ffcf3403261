import path from 'node:path';
import pg from 'pg';
import { readFileSync } from 'node:fs';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import { runFile, type Child } from '../process/child.ts';
import { freePort } from '../support/free-port.ts';

/** The server of a data folder, started and started again at one port, as a supervisor would. */
export class ChaosServer {
  #child: Child | null = null;

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly more: NodeJS.ProcessEnv,
  ) {}

  /** @param more variables, such as those of another database than the one in the folder */
  static async at(dataDir: string, more: NodeJS.ProcessEnv = {}): Promise<ChaosServer> {
    return new ChaosServer(dataDir, await freePort(), more);
  }

  get child(): Child {
    if (!this.#child) throw new Error('the server was not started');
    return this.#child;
  }

  /** Starts the process, and does not wait for it. */
  launch(): Child {
    return (this.#child = runFile('src/main.ts', [], {
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'error',
      ...this.more,
    }));
  }

  async start(): Promise<Child> {
    const child = this.launch();
    await child.said('/healthz', 60_000);
    return child;
  }

  async stop(): Promise<void> {
    this.child.process.kill('SIGTERM');
    await this.child.ended;
  }

  /** The status of a page; null where nobody answers. */
  status(page: string): Promise<number | null> {
    return fetch(`http://127.0.0.1:${this.port}${page}`, { signal: AbortSignal.timeout(2000) }).then(
      (answer) => answer.status,
      () => null,
    );
  }

  /** An answer of the API. @throws when there is none within the time */
  async ask(query: string, variables: object = {}, token: string | null = null): Promise<ChaosAnswer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
    });
    return (await response.json()) as ChaosAnswer;
  }

  async token(subject: string): Promise<string> {
    const { signToken } = await openDevelopmentIssuer(this.dataDir);
    return signToken({ role: 'EXPERT', subject }, '2h');
  }

  /** Rows straight from the database, past the server. */
  async rows<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    const client = new pg.Client({ ...databaseAt(this.dataDir), database: 'accord' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<R>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

/** What came over HTTP. */
export interface ChaosAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function databaseAt(dataDir: string) {
  const cluster = path.join(dataDir, 'postgres');
  const [, , , port] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(path.join(cluster, 'accord.password'), 'utf8').trim();
  return { host: '127.0.0.1', port: Number(port), user: 'accord', password };
}
