import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Pool } from 'pg';
import { ConfigError, reasonOf } from '../config/config-error.ts';
import type { Link } from './chain.ts';
import { streamJournal } from './journal-stream.ts';

/**
 * Writes the whole journal to a file, one JSON object a line: chain, seq, previousHash, hash (both in hex), content (the
 * text as it was hashed).
 * @returns how many records
 */
export async function exportJournal(pool: Pool, file: string): Promise<number> {
  const out = createWriteStream(file, { mode: 0o600, highWaterMark: 1 << 20 });
  const done = finished(out);
  // Heard below; unheard meanwhile it would end the process.
  done.catch(() => undefined);
  let records = 0;
  try {
    await streamJournal(pool, (link) => {
      records += 1;
      return out.write(lineOf(link)) ? undefined : Promise.race([once(out, 'drain'), done]).then(() => undefined);
    });
    out.end();
    await done;
  } catch (error) {
    out.destroy();
    throw out.errored ? new ConfigError(`${file} cannot be written: ${reasonOf(out.errored)}.`) : error;
  }
  return records;
}

function lineOf({ chain, seq, previousHash, hash, content }: Link): string {
  return `${JSON.stringify({ chain, seq, previousHash: previousHash.toString('hex'), hash: hash.toString('hex'), content: content.toString() })}\n`;
}

/** Reads an exported journal, record by record. */
export async function readJournalFile(file: string, take: (link: Link) => void): Promise<void> {
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      const link = linkIn(line);
      if (!link) throw new ConfigError(`${file}: line ${number} is no record of a journal.`);
      take(link);
    }
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

function linkIn(line: string): Link | null {
  let read: Partial<Record<keyof Link, unknown>> | null;
  try {
    read = JSON.parse(line) as typeof read;
  } catch {
    return null;
  }
  const { chain, seq, previousHash, hash, content } = read ?? {};
  if (typeof chain !== 'string' || typeof seq !== 'number' || typeof content !== 'string') return null;
  if (typeof previousHash !== 'string' || typeof hash !== 'string') return null;
  return { chain, seq, previousHash: Buffer.from(previousHash, 'hex'), hash: Buffer.from(hash, 'hex'), content: Buffer.from(content) };
}
