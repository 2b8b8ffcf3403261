import type { Connection, TypeOverrides } from 'pg';
import { serialize } from 'pg-protocol';

/** A statement on its way to PostgreSQL: its values as texts, and the name under which the server keeps its plan. */
export interface PacketStatement {
  readonly text: string;
  readonly values: readonly (string | null)[];
  readonly name: string | null;
}

/** What PostgreSQL answered, in the shape of pg. */
export interface PacketAnswer<Row> {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Row[];
}

type TypeParsers = Pick<TypeOverrides, 'getTypeParser'>;
type Column = readonly [name: string, parse: (text: string) => unknown];

/** The names that each connection's server knows for certain. */
const known = new WeakMap<Connection, Set<string>>();

/**
 * Statements that leave in one write and are answered together, in the form of query that pg lets others bring: of the
 * last one the rows, of those before only that they were done. Where one fails, PostgreSQL passes over the rest of the
 * packet, so that the error told is always the first.
 */
export class Packet<Row> {
  readonly answer: Promise<PacketAnswer<Row>>;
  readonly #rows: Row[] = [];
  #columns: readonly Column[] | null = null;
  #tag = '';
  #connection: Connection | null = null;
  #resolve!: (answer: PacketAnswer<Row>) => void;
  #reject!: (error: Error) => void;

  constructor(
    private readonly statements: readonly PacketStatement[],
    private readonly types: TypeParsers,
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get texts(): string[] {
    return this.statements.map(({ text }) => text);
  }

  /** Called by pg when it is the packet's turn to be sent. */
  submit(connection: Connection): void {
    this.#connection = connection;
    const last = this.statements.length - 1;
    const messages = this.statements.flatMap((each, at) => messagesFor(connection, each, at === last));
    writeTogether(connection, [...messages, serialize.sync()]);
  }

  /** Comes for the last statement only, which alone was asked for it. */
  handleRowDescription({ fields }: { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => [name, this.types.getTypeParser(dataTypeID, 'text') as unknown as Column[1]]);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (!this.#columns) return;
    const row = this.#columns.map(([name, parse], at) => [name, fields[at] === null ? null : parse(fields[at]!)] as const);
    this.#rows.push(Object.fromEntries(row) as Row);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  handleReadyForQuery(): void {
    const names = this.statements.flatMap(({ name }) => (name === null ? [] : [name]));
    for (const name of names) namesOn(this.#connection!).add(name);
    const [command = '', ...counts] = this.#tag.split(' ');
    this.#resolve({ command, rowCount: Number(counts.at(-1) ?? 0), rows: this.#rows });
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleEmptyQuery(): void {}
}

/** What is long is not copied once more. */
const longMessages = 1 << 16;

function writeTogether({ stream }: Connection, messages: readonly Buffer[]): void {
  if (messages.reduce((sum, { length }) => sum + length, 0) < longMessages) return void stream.write(Buffer.concat(messages));
  stream.cork();
  for (const message of messages) stream.write(message);
  stream.uncork();
}

function namesOn(connection: Connection): Set<string> {
  let names = known.get(connection);
  if (!names) known.set(connection, (names = new Set()));
  return names;
}

function messagesFor(connection: Connection, { text, values, name: given }: PacketStatement, isLast: boolean): Buffer[] {
  const name = given ?? '';
  const bound = [serialize.bind({ statement: name, values: [...values] }), ...(isLast ? [serialize.describe({ type: 'P' })] : [])];
  bound.push(serialize.execute({}));
  if (given !== null && namesOn(connection).has(given)) return bound;
  // After a packet that failed nobody knows which of its names the server has; to close one that it has not is no error.
  const fresh = given === null ? [] : [serialize.close({ type: 'S', name })];
  return [...fresh, serialize.parse({ name, text, types: [] }), ...bound];
}
