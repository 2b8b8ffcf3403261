import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, TypeOverrides } from 'pg';
import { arrayLiteral } from '../read/statement.ts';
import { Packet, type PacketAnswer, type PacketStatement } from './packet.ts';

/** Statements of a transaction whose answer nobody reads. What is sent on behalf of a caller has its values in it. */
const unread = /^\s*(begin$|set local |select set_config\(|(insert into|update) )/;
/** A text with this word, wherever it stands in it, is not held back: its rows may be wanted. */
const wantsRows = /\breturning\b/i;
/** In one packet each text is one statement; a text with a semicolon may be several. */
const severalStatements = /;/;
/** The database works on so many signs while the program makes the next ones: they do not wait. */
const worthSending = 1 << 16;

/**
 * The pool as the mapper has it. Within a transaction it is told at once that a statement was done whose answer nobody
 * reads, and the statement leaves in the packet of the next one that is read, or of the commit: begin with the caller's
 * identity and the idempotency key, journal with commit. Most of what a recording costs is packets, and most of the time
 * for which it holds rows that others wait for passes between them. What is long leaves at once, and nobody waits for it.
 * What fails in a packet fails where it is read, and at the commit at the latest: then the database has taken everything
 * back.
 * @source none: machinery
 */
export class PacketPool implements PostgresPool {
  constructor(
    private readonly pool: Pool,
    private readonly types: TypeOverrides,
  ) {}

  readonly options = {};

  async connect(): Promise<PostgresPoolClient> {
    return new PacketClient(await this.pool.connect(), this.types) as unknown as PostgresPoolClient;
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

/** A connection of the mapper's, from its acquisition to its release. */
class PacketClient {
  #held: PacketStatement[] = [];
  #heldLength = 0;
  /** The packet that left last; each waits for the one before, so that the driver has one at a time. */
  #before: Promise<unknown> = Promise.resolve();
  /** What failed of a packet for whose answer nobody waits. */
  #failed: Error | null = null;
  #inTransaction = false;
  /** Whether the database knows of the transaction. */
  #begun = false;
  #role = '';

  constructor(
    private readonly client: PoolClient,
    private readonly types: TypeOverrides,
  ) {}

  get processID(): number | undefined {
    return (this.client as { readonly processID?: number }).processID;
  }

  async query(text: string, values: readonly unknown[]): Promise<PacketAnswer<unknown>> {
    if (text === 'begin') this.#inTransaction = true;
    if (!this.#inTransaction) return this.#alone(text, values);
    if (text === 'rollback') return this.#rollBack();
    if (text.startsWith('set local role ')) this.#role = text;
    const statement = { text, values: values.map(textOf), name: values.length === 0 ? null : nameOf(text, this.#role) };
    const several = values.length === 0 && severalStatements.test(text);
    if (!several && unread.test(text) && !wantsRows.test(text)) {
      this.#held.push(statement);
      this.#heldLength += statement.values.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      if (this.#heldLength > worthSending) this.#sendAhead();
      return { command: '', rowCount: 0, rows: [] };
    }
    if (text === 'commit') this.#inTransaction = false;
    if (!several) return this.#send(statement);
    if (this.#held.length > 0) await this.#send();
    return this.#alone(text, values);
  }

  release(): void {
    this.client.release();
  }

  async #send(...last: readonly PacketStatement[]): Promise<PacketAnswer<unknown>> {
    try {
      const answer = await this.#leave(last);
      // The commit of what failed before is done without a word of it.
      if (this.#failed) throw this.#failed;
      return answer;
    } catch (error) {
      throw this.#failed ?? error;
    }
  }

  #sendAhead(): void {
    this.#leave([]).catch((error: Error) => (this.#failed ??= error));
  }

  /** Sends what is held, and more, once the database has answered what left before. */
  #leave(last: readonly PacketStatement[]): Promise<PacketAnswer<unknown>> {
    const packet = new Packet<unknown>([...this.#held, ...last], this.types);
    this.#held = [];
    this.#heldLength = 0;
    this.#begun = true;
    const answer = this.#before.then(() => {
      this.client.query(packet);
      return packet.answer;
    });
    this.#before = answer.catch(() => undefined);
    return answer;
  }

  /** What the database has not heard of need not be taken back. */
  async #rollBack(): Promise<PacketAnswer<unknown>> {
    this.#inTransaction = false;
    this.#held = [];
    this.#heldLength = 0;
    this.#failed = null;
    return this.#begun ? this.#alone('rollback', []) : { command: 'ROLLBACK', rowCount: 0, rows: [] };
  }

  async #alone(text: string, values: readonly unknown[]): Promise<PacketAnswer<unknown>> {
    await this.#before;
    return (await this.client.query(text, [...values])) as unknown as PacketAnswer<unknown>;
  }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value.map(textOf));
  throw new Error(`a value of a recording's statement cannot be a ${typeof value}`);
}

/** A text with values is one of the program's own, and comes again. The server plans it anew for another role. */
const names = new Map<string, string>();

function nameOf(text: string, role: string): string {
  const asked = `${role};${text}`;
  let name = names.get(asked);
  if (name === undefined) names.set(asked, (name = `record${names.size}`));
  return name;
}
