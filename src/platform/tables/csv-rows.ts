import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { CellProblem, FileProblem } from './cell-problem.ts';
import type { RowSource } from './row-source.ts';
import type { FileForm } from './scan-file.ts';

/** A record longer than this is an unclosed quotation mark, not a row. */
const longestRecord = 8 * 1024 * 1024;

/**
 * The rows of a delimited text file, one chunk in memory at a time. A row's number is that of its first line.
 * The decoder is the runtime's own: it knows GB18030-2022 with its four-byte forms, and is quicker than a package.
 * @source none: machinery
 */
export function csvRows(path: string, form: Exclude<FileForm, 'xlsx'>): RowSource {
  return {
    async read({ onRow, ready, onBytes }) {
      const decoder = new TextDecoder(form, { fatal: false });
      let parser: CsvParser | null = null;
      let head = '';
      let done = 0;
      for await (const chunk of createReadStream(path, { highWaterMark: 128 * 1024 }) as AsyncIterable<Buffer>) {
        let text = decoder.decode(chunk, { stream: true });
        done += chunk.length;
        if (!parser) {
          head += text;
          // The separator is read off the header line, so the parser waits for it.
          if (!/[\r\n]/.test(head.trimStart()) && head.length < longestRecord) continue;
          text = head;
          parser = new CsvParser(separatorOf(head), onRow);
        }
        await parser.write(text);
        await ready();
        onBytes(done);
      }
      const last = decoder.decode();
      parser ??= new CsvParser(separatorOf(head + last), onRow);
      await parser.end(parser.started ? last : head + last);
      await ready();
    },
  };
}

/** csv-parse, fed by hand so that the reader waits for the database and not the other way round. */
class CsvParser {
  started = false;
  private failure: Error | null = null;
  private lastLine = 0;
  private surplus = 0;
  private readonly parser;

  constructor(separator: string, onRow: (row: number, cells: string[]) => void) {
    this.parser = parse({
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        onRow(this.firstLine(cells, lines), cells);
        // Nothing is handed on: the row has been taken, and a second queue would only cost time.
        return null;
      },
    });
    this.parser.on('error', (error: Error) => (this.failure ??= error));
    this.parser.resume();
  }

  write(text: string): Promise<void> {
    this.started = true;
    return new Promise((resolve, reject) => {
      this.parser.write(text, (error) => (error ? reject(explained(error, this.lastLine, this.surplus)) : resolve()));
    });
  }

  end(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.parser.once('end', resolve);
      this.parser.once('error', (error: Error) => reject(explained(error, this.lastLine, this.surplus)));
      // A parser that has failed is never heard of again.
      if (this.failure) reject(explained(this.failure, this.lastLine, this.surplus));
      else this.parser.end(text);
    });
  }

  /** csv-parse counts to a record's last line, and a line end of two characters twice inside quotes; a person looks for the first line. */
  private firstLine(cells: string[], lines: number): number {
    const last = lines - this.surplus;
    const advanced = last - this.lastLine;
    this.lastLine = last;
    if (advanced === 1) return last;
    const ends = cells.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
    const twice = ends.filter((end) => end.length === 2).length;
    this.surplus += twice;
    this.lastLine -= twice;
    return this.lastLine - ends.length;
  }
}

/** What csv-parse met, in the words of a report; an error that is not its own is handed on. */
function explained(error: Error, lastLine: number, surplus: number): Error {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new FileProblem(new CellProblem('QUOTE_NOT_CLOSED'), lastLine + 1);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileProblem(new CellProblem('RECORD_TOO_LONG', { limit: longestRecord / 1024 / 1024 }), lastLine + 1);
  }
  const { lines = lastLine + 1 + surplus } = error as { lines?: number };
  return new FileProblem(new CellProblem('QUOTE_MISPLACED'), lines - surplus);
}

/** Spreadsheets write tabs into UTF-16 text, and semicolons where the comma is the decimal sign. */
function separatorOf(head: string): string {
  const line = head.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  if (line.includes(',')) return ',';
  return line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
}
