import type { RawBuilder } from 'kysely';
import type { Connection, Pool, PoolClient } from 'pg';
import { Cancelled, TimedOut } from '../graphql/errors.ts';
import type { Caller } from '../access/caller.ts';
import { identityStatements } from '../access/identity.ts';
import { LevelQuery, type Row, type WireStatement } from './level-query.ts';
import { Failure } from './written.ts';
import { statement as statementOf, valuesFor, type Occasion, type Statement } from './statement.ts';

/** What was sent for an answer, for those who may see it. */
export interface Sent {
  readonly path: string;
  readonly statement: string;
  readonly values: readonly unknown[];
  readonly keys: number;
  readonly rows: number;
  readonly milliseconds: number;
}

export interface SnapshotOptions {
  /** Whether there is one statement only, which is of one moment without a transaction. */
  readonly single: boolean;
  /** Whose transaction it is. */
  readonly caller: Caller;
  /** Whether what is sent is remembered. */
  readonly traced: boolean;
  /** Whether nobody waits for the answer any more. */
  readonly isGone: () => boolean;
}

/** PostgreSQL's word for a statement beyond `statement_timeout`; nobody else cancels one. */
const queryCancelled = '57014';
const begin = 'begin isolation level repeatable read read only';
const alone = { before: [], after: [] };
/** A text that is the same for everybody is known to the server by itself; one with a claim in it is forgotten. */
const bound = (text: string): WireStatement => ({ text, values: [], name: text.includes("'") ? undefined : text });
const commit = bound('commit');

/** Looked through now and then for callers that have gone: to listen for each one would cost every answer. */
const underWay = new Set<Snapshot>();
setInterval(() => {
  for (const snapshot of underWay) snapshot.abandonIfGone();
}, 250).unref();

const streamOf = (client: PoolClient) => (client as unknown as { readonly connection: Connection }).connection.stream;

/** What is sent on a connection in this turn of the program leaves in one write, which costs more than what is in it. */
function leaveTogether(client: PoolClient): void {
  const stream = streamOf(client);
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/**
 * The state of the database that one answer shows: all its statements see the same rows. One connection, taken with the
 * first statement and given back by `end`.
 */
export class Snapshot {
  /** The key of the row that has just been recorded: its recorder is told of it, whatever it may see otherwise. */
  recorded: string | null = null;
  #client: Promise<PoolClient> | null = null;
  #begun = false;
  #failure: Failure | null = null;
  #ended = false;

  constructor(
    private readonly pool: Pool,
    private readonly options: SnapshotOptions,
    readonly sent: Sent[] = [],
  ) {}

  /**
   * Reads for the same answer beside this moment, each statement at its own: for what waits for others first. A moment
   * that began before the wait would not show what it waited for. Whoever asks for it ends it.
   * @param pool another than that of the answer, whose connections all those may hold who wait here
   */
  apart(pool: Pool): Snapshot {
    return new Snapshot(pool, { ...this.options, single: true }, this.sent);
  }

  /** The rows of one statement. */
  async rows(path: string, statement: Statement, occasion: Occasion): Promise<readonly Row[]> {
    const wire = { text: statement.text, values: valuesFor(statement, occasion), name: this.#nameOf(statement) };
    const client = await this.#connected();
    const started = this.options.traced ? performance.now() : 0;
    const rows = await this.#send(client, new LevelQuery(wire, this.#around()));
    if (this.options.traced) {
      const milliseconds = performance.now() - started;
      this.sent.push({ path, statement: wire.text, values: wire.values, keys: occasion.keys.length, rows: rows.length, milliseconds });
    }
    return rows;
  }

  /** The rows of a query of a resolver's own, as JavaScript holds them. */
  async objects<R>(path: string, query: RawBuilder<R>): Promise<R[]> {
    const { text, values, name } = statementOf(query);
    const client = await this.#connected();
    leaveTogether(client);
    const { before, after } = this.#around();
    for (const each of before) client.query(each.text).catch(() => undefined);
    const started = performance.now();
    const asked = client.query({ text, values: [...values], name: this.#nameOf({ name }) });
    for (const each of after) client.query(each.text).catch(() => undefined);
    const { rows } = await asked.catch((error: unknown) => this.#fail(error));
    const milliseconds = performance.now() - started;
    if (this.options.traced) this.sent.push({ path, statement: text, values, keys: 0, rows: rows.length, milliseconds });
    return rows as R[];
  }

  #send(client: PoolClient, query: LevelQuery): Promise<readonly Row[]> {
    client.query(query);
    return query.rows.catch((error: unknown) => this.#fail(error));
  }

  /** What failed first is why everything after it fails: a transaction goes no further. */
  #fail(error: unknown): never {
    this.#failure ??= new Failure(this.#reason(error));
    throw this.#failure.error;
  }

  #reason(error: unknown): unknown {
    if (this.options.isGone()) return new Cancelled();
    return (error as { code?: unknown }).code === queryCancelled ? new TimedOut() : error;
  }

  /**
   * What a statement takes with it, in one packet instead of several: the first one begin and the caller's identity. One
   * that is alone needs a transaction only for the identity, and ends it too.
   */
  #around(): { readonly before: readonly WireStatement[]; readonly after: readonly WireStatement[] } {
    if (this.#begun) return alone;
    const { single, caller } = this.options;
    const identity = identityStatements(caller, this.recorded);
    if (single && identity.length === 0) return alone;
    const before = [begin, ...identity].map(bound);
    if (single) return { before, after: [commit] };
    this.#begun = true;
    return { before, after: [] };
  }

  /** The server plans a statement anew when another role asks it, so each role has its own. */
  #nameOf(statement: Pick<Statement, 'name'>): string | undefined {
    const name = statement.name();
    return name && `${name}_${this.options.caller.role}`;
  }

  #connected(): Promise<PoolClient> {
    if (this.options.isGone()) this.#fail(null);
    if (this.#failure) throw this.#failure.error;
    return (this.#client ??= this.#connect());
  }

  async #connect(): Promise<PoolClient> {
    const client = await this.pool.connect();
    if (this.#ended) {
      client.release();
      this.#fail(new Error('the answer has ended'));
    }
    underWay.add(this);
    return client;
  }

  /** Stops what nobody waits for: the server notices the closed connection and works on it no longer. */
  abandonIfGone(): void {
    if (!this.options.isGone()) return;
    this.#release((client) => {
      // pg itself would wait for what is under way.
      streamOf(client).destroy();
      client.release(true);
    });
  }

  /** Gives the connection back; what was read stays. */
  end(): void {
    this.#release((client) => {
      // The commit is not waited for: the connection's next statement comes after it.
      if (this.#begun && !this.#failure) client.query('commit').catch(() => undefined);
      // After a failure nobody knows which names the server has.
      client.release(this.#failure !== null);
    });
  }

  #release(give: (client: PoolClient) => void): void {
    if (this.#ended) return;
    this.#ended = true;
    underWay.delete(this);
    this.#client?.then(give, () => undefined);
  }
}
