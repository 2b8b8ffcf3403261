import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { CellProblem, FileProblem } from './cell-problem.ts';

/**
 * A zip file, opened by its directory at the end, so that its parts can be read in the order in which they are needed.
 * @source none: machinery
 */
export interface ZipArchive {
  readonly names: readonly string[];
  /** The text of an entry in pieces; fails once it is more than `limit` bytes, or packed more tightly than any sheet is. */
  entry(name: string, limit: number): AsyncGenerator<string>;
  close(): Promise<void>;
}

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly offset: number;
  readonly stored: boolean;
}

/** Beyond this many to one, in an entry of some size, it is no sheet but a bomb; deflate ends at 1,032 to 1. */
const tightest = 250;
const harmless = 32 * 1024 * 1024;
const mostEntries = 2000;

/**
 * Opens a zip file.
 * @throws FileProblem what is wrong with its directory
 * @source none: machinery
 */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await open(path);
  try {
    const entries = new Map((await readDirectory(file)).map((entry) => [entry.name, entry]));
    return {
      names: [...entries.keys()],
      entry: (name, limit) => {
        const found = entries.get(name);
        if (!found) throw damaged(`it lacks ${name}`);
        return unpack(file, found, limit);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw damaged('its directory is missing; perhaps it was cut off');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff) throw damaged('it is larger than 4 GB');
  if (count > mostEntries || start + length > size) throw damaged('its directory makes no sense');
  const directory = await readAt(file, start, length);
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged('its directory makes no sense');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw damaged('it is protected by a password');
    const method = directory.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8) throw damaged('it is packed by an unusual method');
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [packed, offset] = sizes(
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 42),
      extra,
    );
    if (offset + packed > size) throw damaged('its directory makes no sense');
    entries.push({ name: name.replaceAll('\\', '/'), packed, offset, stored: method === 0 });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Java's streaming writers put sizes into the 64-bit field even where they are small. */
function sizes(packed: number, unpacked: number, offset: number, extra: Buffer): [packed: number, offset: number] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    const next = () => {
      if (field + 8 > extra.length) throw damaged('its directory makes no sense');
      field += 8;
      return Number(extra.readBigUInt64LE(field - 8));
    };
    if (unpacked === 0xffffffff) next();
    return [packed === 0xffffffff ? next() : packed, offset === 0xffffffff ? next() : offset];
  }
  return [packed, offset];
}

async function* unpack(file: FileHandle, { offset, packed, stored }: Entry, limit: number): AsyncGenerator<string> {
  const header = await readAt(file, offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged('a part of it is not where its directory says');
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (packed === 0) return;
  const source = file.createReadStream({ start, end: start + packed - 1, autoClose: false, highWaterMark: 64 * 1024 });
  const bytes = stored ? source : pipeline(source, createInflateRaw(), () => {});
  const decoder = new TextDecoder('utf-8');
  let unpacked = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      // Counted here: what a directory claims of its sizes is only a claim.
      unpacked += chunk.length;
      if (unpacked > harmless && unpacked > tightest * packed)
        throw new FileProblem(new CellProblem('WORKBOOK_SUSPICIOUS', { limit: tightest }));
      if (unpacked > limit) throw new FileProblem(new CellProblem('WORKBOOK_TOO_LARGE', { limit: Math.round(limit / 1024 / 1024) }));
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    const { code = '' } = error as { code?: string };
    throw code.startsWith('Z_') ? damaged('a part of it is damaged') : error;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function damaged(reason: string): FileProblem {
  return new FileProblem(new CellProblem('WORKBOOK_DAMAGED', { reason }));
}
