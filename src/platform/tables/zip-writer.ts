import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive that is being written: its content comes while it is. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const version = 20;
/** Names in UTF-8; sizes follow the content, which nobody knows before it was written. */
const flags = 0x08_08;
const deflated = 8;
/** The first day that the format knows: an archive of the same rows is the same bytes. */
const firstDay = 0x21;
const largest = 0xff_ff_ff_ff;

/** A ZIP archive as it comes about, part after part, in as much memory as a piece of one needs. */
export async function* zipped(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name, content } of parts) {
    const begun = at;
    const bytes = Buffer.from(name);
    const measured = new Measured(content);
    let packed = 0;
    const opening = header(0x04_03_4b_50, [], bytes, { crc: 0, packed: 0, size: 0 });
    yield opening;
    at += opening.length;
    const deflate = createDeflateRaw({ level: 3 });
    const done = pipeline(Readable.from(measured.pieces()), deflate);
    // Heard below; unheard meanwhile it would end the process.
    done.catch(() => undefined);
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      packed += piece.length;
      yield piece;
    }
    await done;
    const { crc, size } = measured;
    at += packed;
    if (size > largest || at > largest) throw new Error('more than 4 GB in one archive');
    const sizes = numbers([0x08_07_4b_50, 4], [crc, 4], [packed, 4], [size, 4]);
    yield sizes;
    at += sizes.length;
    written.push({ name: bytes, at: begun, crc, packed, size });
  }
  const directory = Buffer.concat(written.map((part) => header(0x02_01_4b_50, [[version, 2]], part.name, part, part.at)));
  yield directory;
  yield numbers([0x06_05_4b_50, 4], [0, 4], [written.length, 2], [written.length, 2], [directory.length, 4], [at, 4], [0, 2]);
}

/** Counts what passes. */
class Measured {
  crc = 0;
  size = 0;

  constructor(private readonly content: ZipPart['content']) {}

  async *pieces(): AsyncGenerator<Buffer> {
    for await (const text of this.content) {
      const piece = Buffer.from(text);
      this.crc = crc32(piece, this.crc);
      this.size += piece.length;
      yield piece;
    }
  }
}

type Field = readonly [value: number, bytes: number];

/** The header before a part, or, with where it begins, its line of the directory. */
function header(
  signature: number,
  more: readonly Field[],
  name: Buffer,
  { crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>,
  at?: number,
): Buffer {
  const common: Field[] = [
    [version, 2],
    [flags, 2],
    [deflated, 2],
    [0, 2],
    [firstDay, 2],
    [crc, 4],
    [packed, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ];
  const place: Field[] =
    at === undefined
      ? []
      : [
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [at, 4],
        ];
  return Buffer.concat([numbers([signature, 4], ...more, ...common, ...place), name]);
}

function numbers(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
