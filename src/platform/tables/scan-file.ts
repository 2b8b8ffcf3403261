import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CellProblem, FileProblem } from './cell-problem.ts';

/** How the bytes of a file are to be read. */
export type FileForm = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'xlsx';

/**
 * What one pass over the bytes tells.
 * @source none: machinery
 */
export interface ScannedFile {
  readonly form: FileForm;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Reads a file once, byte by byte and never whole: its hash, and its encoding. UTF-8 is tried first and over the whole
 * file, because GB18030 takes nearly any UTF-8 text and makes nonsense of it; what is UTF-8 but for a few bytes is
 * called damaged, for the same reason.
 * @throws FileProblem what cannot be read
 * @source none: machinery
 */
export async function scanFile(
  path: string,
  fileName: string,
  onBytes: (done: number, total: number) => void = () => {},
): Promise<ScannedFile> {
  const total = await sizeOf(path, fileName);
  const hash = createHash('sha256');
  const utf8 = new Utf8Judge();
  let start: Buffer = Buffer.alloc(0);
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      if (start.length < 512) start = Buffer.concat([start, chunk.subarray(0, 512)]);
      hash.update(chunk);
      utf8.take(chunk);
      bytes += chunk.length;
      onBytes(bytes, total);
    }
  } catch (error) {
    throw unreadable(error, fileName);
  }
  if (bytes === 0) throw new FileProblem(new CellProblem('EMPTY_FILE'));
  return { form: formOf(start, utf8), bytes, sha256: hash.digest('hex') };
}

async function sizeOf(path: string, fileName: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new FileProblem(new CellProblem('NOT_A_FILE', { file: fileName }));
    return found.size;
  } catch (error) {
    throw unreadable(error, fileName);
  }
}

function unreadable(error: unknown, file: string): FileProblem {
  if (error instanceof FileProblem) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileProblem(new CellProblem('FILE_NOT_FOUND', { file }));
  return new FileProblem(new CellProblem('FILE_UNREADABLE', { file, reason: code === 'EACCES' ? 'permission denied' : (code ?? message) }));
}

function formOf(start: Buffer, utf8: Utf8Judge): FileForm {
  const begins = (...signature: number[]) => signature.every((byte, index) => start[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'xlsx';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new FileProblem(new CellProblem('OLD_EXCEL_FORMAT'));
  if (begins(0xff, 0xfe)) return 'utf-16le';
  if (begins(0xfe, 0xff)) return 'utf-16be';
  // Every other byte zero means UTF-16 without its mark; many of them, no text at all.
  const head = start.subarray(0, 64);
  if (head.filter((byte) => byte === 0).length > head.length / 4) throw new FileProblem(new CellProblem('ENCODING_UNKNOWN'));
  utf8.end();
  if (utf8.valid) return 'utf-8';
  if (begins(0xef, 0xbb, 0xbf) || utf8.looksDamaged) throw new FileProblem(new CellProblem('DAMAGED_UTF8', { byte: utf8.firstBad }));
  return 'gb18030';
}

/** Judges whether a stream of bytes is UTF-8, and where it is not, whether it was meant to be. */
class Utf8Judge {
  valid = true;
  /** Counted from 1. */
  firstBad = 0;
  private seen = 0;
  private rest: Buffer = Buffer.alloc(0);
  private ideographs = 0;
  private broken = 0;
  private samples = 0;

  get looksDamaged(): boolean {
    // In GBK hardly a character has the form of three bytes of UTF-8; in damaged UTF-8 nearly all have.
    return this.ideographs >= 8 && this.ideographs > 2 * this.broken;
  }

  take(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const whole = bytes.length - unfinished(bytes);
    this.judge(bytes.subarray(0, whole));
    // Copied: the chunk's memory may be used again.
    this.rest = Buffer.from(bytes.subarray(whole));
  }

  end(): void {
    this.judge(this.rest);
    this.rest = Buffer.alloc(0);
  }

  private judge(bytes: Buffer): void {
    // The statistics need a sample only; the first ones hold the start of the file and the first damage.
    if ((this.valid && isUtf8(bytes)) || this.samples >= 16) {
      if (this.samples < 16 && bytes.some((byte) => byte > 0x7f)) this.count(bytes);
    } else {
      this.samples += 1;
      this.count(bytes);
    }
    this.seen += bytes.length;
  }

  private count(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const length = sequenceAt(bytes, at);
      if (length === 0) {
        if (this.valid) this.firstBad = this.seen + at + 1;
        this.valid = false;
        this.broken += 1;
        at += 1;
      } else {
        if (length === 3) this.ideographs += 1;
        at += length;
      }
    }
  }
}

/** The length of the UTF-8 sequence that begins there, 0 where none does. */
function sequenceAt(bytes: Buffer, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first > 0xf4 || at + length > bytes.length) return 0;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

/** Bytes at the end that may be the beginning of a sequence. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return byte >= (back === 1 ? 0xc0 : back === 2 ? 0xe0 : 0xf0) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
