import { EventSourceParserStream } from 'eventsource-parser/stream';
import { Refused } from './ask.ts';
import { refusalIn, type ErrorBody } from './refusal-in.ts';
import { currentSession } from './session.ts';

/** A kind of file that the session may give, with the columns of its rows. */
export interface FileKind {
  readonly kind: string;
  readonly title: string;
  readonly titleZh: string;
  /** The mutation that each row, or the whole file, is an input of. */
  readonly mutation: string;
  readonly columns: readonly { readonly name: string; readonly nameZh: string; readonly required: boolean }[];
}

/** One refused cell, row or file; `row` counts from 1 with the header, as a spreadsheet shows it. */
export interface FileError {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly messageZh: string;
  readonly value: string | null;
}

/** What became of a file, or would. */
export interface FileReport {
  readonly kind: string | null;
  readonly mutation: string | null;
  readonly fileName: string;
  readonly rowsRead: number;
  readonly rowsAdded: number;
  readonly rowsUnchanged: number;
  readonly errors: readonly FileError[];
  /** All of them; `errors` holds the first. */
  readonly errorCount: number;
  readonly sample: {
    readonly columns: readonly string[];
    readonly rows: readonly { readonly row: number; readonly cells: readonly (string | null)[] }[];
  };
}

/** How far a file is; `total` is 0 where that is not known. */
export interface FileProgress {
  readonly phase: 'sending' | 'scanning' | 'reading' | 'checking' | 'writing';
  readonly done: number;
  readonly total: number;
}

const authorization = (): Record<string, string> => {
  const session = currentSession();
  return session ? { authorization: `Bearer ${session.token}` } : {};
};

const unreachable = () => new Refused('NETWORK', 'The server could not be reached.', '无法连接服务器。', null);

/**
 * The kinds of files that this session may give.
 * @throws Refused as `ask` does
 */
export async function fileKinds(signal: AbortSignal): Promise<readonly FileKind[]> {
  const response = await fetch('/files', { headers: authorization(), signal }).catch(() => Promise.reject(unreachable()));
  if (!response.ok) throw refusalIn((await response.json()) as ErrorBody);
  return (await response.json()) as readonly FileKind[];
}

/**
 * Gives the server a file.
 * @param dryRun checks everything and records nothing
 * @throws Refused what the server refused as a whole, and a connection that failed, with the code `NETWORK`; the server
 * knows a file again, so whoever gives it once more records nothing twice
 */
export async function giveFile(file: File, dryRun: boolean, onProgress: (progress: FileProgress) => void): Promise<FileReport> {
  onProgress({ phase: 'sending', done: 0, total: 0 });
  const parameters = new URLSearchParams({ name: file.name, dryRun: String(dryRun) });
  const headers = { ...authorization(), 'content-type': 'application/octet-stream', accept: 'text/event-stream' };
  let response: Response;
  try {
    response = await fetch(`/files?${parameters.toString()}`, { method: 'POST', headers, body: file });
  } catch {
    throw unreachable();
  }
  if (!response.ok || !response.body) throw refusalIn((await response.json()) as ErrorBody);
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { event, data } of events) {
    if (event === 'progress') onProgress(JSON.parse(data) as FileProgress);
    if (event === 'report') return JSON.parse(data) as FileReport;
    if (event === 'error') throw refusalIn(JSON.parse(data) as ErrorBody);
  }
  throw unreachable();
}
