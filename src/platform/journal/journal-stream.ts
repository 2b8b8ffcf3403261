import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { AskedBy } from './asked-by.ts';
import type { Link } from './chain.ts';

/**
 * The bytes as they are stored: every session speaks UTF-8, as the server does. Whatever type a column was given since, its text is what is asked for: a content kept in
 * another form must be found, and not fail.
 */
const everything = `copy (
  select chain::text, seq::bigint, previous_hash::bytea, hash::bytea, content::text,
    operation::text, table_name::text, row_key::text, subject::text, request_id::text
  from journal_record order by chain, seq
) to stdout (format binary)`;

/** Every record of the journal, in the order of chains and numbers, at the speed of COPY. */
export async function streamJournal(pool: Pool, take: (link: Link, askedBy: AskedBy) => void | Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    const reader = new BinaryRows(([chain, seq, previousHash, hash, content, ...askedBy]) => {
      const [operation, tableName, rowKey, subject, requestId] = askedBy.map((field) => field && field.toString()) as Texts;
      return take(
        { chain: chain!.toString(), seq: Number(seq!.readBigInt64BE()), previousHash: previousHash!, hash: hash!, content: content! },
        { operation, tableName, rowKey, subject, requestId },
      );
    });
    await pipeline(client.query(copyTo(everything)), reader);
  } finally {
    client.release();
  }
}

type Texts = [string | null, string | null, string | null, string | null, string | null];

const headerLength = 19;
const trailer = -1;
/** The length of a null. */
const nothing = -1;

/** Rows of PostgreSQL's binary COPY: after a header, for each row the number of fields, and each field after its length. */
class BinaryRows extends Writable {
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  constructor(private readonly onRow: (fields: readonly (Buffer | null)[]) => void | Promise<void>) {
    super({ highWaterMark: 1 << 20 });
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    void this.#takeThenSay(chunk, done);
  }

  /** A stream waits for its callback and not for a promise. */
  async #takeThenSay(chunk: Buffer, done: (error?: Error) => void): Promise<void> {
    try {
      await this.#take(chunk);
    } catch (error) {
      return done(error as Error);
    }
    done();
  }

  async #take(chunk: Buffer): Promise<void> {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    if (!this.#begun) {
      if (bytes.length < headerLength) return void (this.#rest = bytes);
      this.#begun = true;
      at = headerLength;
    }
    for (;;) {
      const row = rowAt(bytes, at);
      if (!row) break;
      at = row.end;
      const waiting = this.onRow(row.fields);
      if (waiting) await waiting;
    }
    this.#rest = bytes.subarray(at);
  }
}

/** The row that begins here; null where it has not come as a whole. */
function rowAt(bytes: Buffer, start: number): { fields: (Buffer | null)[]; end: number } | null {
  if (bytes.length < start + 2) return null;
  const count = bytes.readInt16BE(start);
  if (count === trailer) return null;
  const fields: (Buffer | null)[] = [];
  let at = start + 2;
  for (let field = 0; field < count; field += 1) {
    if (bytes.length < at + 4) return null;
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length === nothing) {
      fields.push(null);
      continue;
    }
    if (bytes.length < at + length) return null;
    fields.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { fields, end: at };
}
