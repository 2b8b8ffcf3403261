import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { v7 } from 'uuid';
import { CellProblem, FileProblem } from './cell-problem.ts';
import type { ErrorList } from './import-report.ts';
import type { MatchedHeaders } from './match-headers.ts';
import { readCell, shownText, type RawCell } from './raw-cell.ts';
import type { ColumnImport } from './table-import.ts';

/** Rows are sent in portions of about this many characters. */
const portion = 64 * 1024;

/**
 * The rows of a file on their way into the temporary table `incoming`: each cell is read as its column says, a refused
 * one is left empty and marked in `bad` (bit i is column i), so that later checks can be silent about it.
 * @source none: machinery
 */
export class StagedRows {
  count = 0;
  private readonly copy: CopyStreamQuery;
  private readonly cells: readonly Cell[];
  private readonly nextId = idSequence();
  private buffer = '';
  private failure: Error | null = null;
  private sent: Promise<void> = Promise.resolve();

  private constructor(
    client: PoolClient,
    private readonly headers: MatchedHeaders,
    private readonly errors: ErrorList,
    private readonly exactWidth: boolean,
    fileName: string,
  ) {
    const { columns } = headers.table;
    this.cells = columns.map((column, index) => new Cell(column, headers.positions[index] ?? -1, 1n << BigInt(index), fileName));
    const names = ['row_number', 'id', 'bad', ...columns.map((column) => column.name)];
    this.copy = client.query(copyFrom(`copy incoming (${names.join(', ')}) from stdin`));
    this.copy.on('error', (error) => (this.failure ??= error));
  }

  /** Makes the temporary table and begins to fill it. Names come from the declaration, never from the file. */
  static async begin(
    client: PoolClient,
    headers: MatchedHeaders,
    errors: ErrorList,
    exactWidth: boolean,
    fileName: string,
  ): Promise<StagedRows> {
    const columns = headers.table.columns.map((column) => `${column.name} ${column.type.sql}`);
    await client.query(`create temp table incoming (row_number int, id uuid, bad bigint, ${columns.join(', ')}) on commit drop`);
    return new StagedRows(client, headers, errors, exactWidth, fileName);
  }

  add(row: number, given: readonly RawCell[]): void {
    const { width, blank } = this.headers;
    if (given.every((cell) => cell === '' || (typeof cell === 'string' && cell.trim() === ''))) return;
    this.count += 1;
    if (given.length !== width && this.wrongWidth(row, given)) return;
    for (const position of blank) {
      if (shownText(given[position]).trim() !== '')
        this.errors.addCell(row, `(${position + 1})`, new CellProblem('VALUE_WITHOUT_HEADER'), shownText(given[position]));
    }
    let bad = 0n;
    let line = '';
    for (const cell of this.cells) {
      const text = cell.read(given);
      if (text instanceof CellProblem) {
        bad |= cell.bit;
        this.errors.addCell(row, cell.column.name, text, cell.shown(given));
        line += '\t\\N';
      } else line += text === null ? '\t\\N' : `\t${text}`;
    }
    this.buffer += `${row}\t${this.nextId()}\t${bad}${line}\n`;
  }

  /** Sends what has gathered; resolves when the portion before it has left. */
  async flush(everything = false): Promise<void> {
    if (this.buffer.length < portion && !everything) return;
    await this.sent;
    const bytes = Buffer.from(this.buffer);
    this.buffer = '';
    this.sent = new Promise((resolve) => this.copy.write(bytes, () => resolve()));
    if (this.failure) throw this.failure;
  }

  async end(): Promise<void> {
    await this.flush(true);
    const finished = once(this.copy, 'finish');
    this.copy.end();
    await finished;
  }

  /** Gives up: the server drops what it was sent. */
  async abort(): Promise<void> {
    if (this.copy.destroyed) return;
    const closed = once(this.copy, 'close').catch(() => undefined);
    this.copy.destroy(new Error('the file was given up'));
    await closed;
  }

  /** A comma too many or too few shifts every cell after it, so none of the row is believed. */
  private wrongWidth(row: number, given: readonly RawCell[]): boolean {
    const { width } = this.headers;
    const surplus = given.slice(width).some((cell) => shownText(cell).trim() !== '');
    if (!surplus && (given.length > width || !this.exactWidth)) return false;
    const first = this.headers.table.columns[0]!.name;
    this.errors.addCell(row, first, new CellProblem('ROW_LENGTH', { found: given.length, expected: width }), shownText(given[0]));
    return true;
  }
}

/** One column of a file at its place; remembers its last cell, since codes and years repeat from row to row. */
class Cell {
  private lastGiven: RawCell | undefined | null = null;
  private lastText: string | null | CellProblem = null;
  private readonly whenEmpty: string | null;

  constructor(
    readonly column: ColumnImport,
    private readonly position: number,
    readonly bit: bigint,
    fileName: string,
  ) {
    const { default: byDefault } = column;
    const text = typeof byDefault === 'function' ? byDefault(fileName) : byDefault;
    this.whenEmpty = text === undefined ? null : forCopy(text);
  }

  read(given: readonly RawCell[]): string | null | CellProblem {
    if (this.position < 0) return this.whenEmpty;
    const cell = given[this.position];
    if (cell === this.lastGiven && typeof cell === 'string') return this.lastText;
    const text = readCell(this.column, cell);
    this.lastGiven = cell;
    this.lastText = text === null ? this.whenEmpty : typeof text === 'string' ? forCopy(text) : text;
    return this.lastText;
  }

  shown(given: readonly RawCell[]): string {
    return shownText(given[this.position]);
  }
}

function forCopy(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** UUIDv7 in rising order, with randomness drawn in bulk: one by one it would cost more than reading the file. */
function idSequence(): () => string {
  const random = Buffer.alloc(16 * 256);
  let at = random.length;
  let milliseconds = 0;
  let sequence = 0;
  return () => {
    if (at === random.length) {
      randomFillSync(random);
      at = 0;
      const now = Date.now();
      if (now > milliseconds) [milliseconds, sequence] = [now, 0];
    }
    at += 16;
    sequence += 1;
    return v7({ msecs: milliseconds, seq: sequence, random: random.subarray(at - 16, at) });
  };
}

/** What the database says when the record moved under the file, or when a rule of its own was not foreseen here. */
export function explainDatabaseError(error: unknown): FileProblem | null {
  const { code = '', constraint = '' } = error as { code?: string; constraint?: string };
  if (['23505', '40001', '40P01', '55P03'].includes(code)) return new FileProblem(new CellProblem('CHANGED_MEANWHILE'));
  return code.startsWith('23') ? new FileProblem(new CellProblem('REFUSED_BY_DATABASE', { constraint })) : null;
}
