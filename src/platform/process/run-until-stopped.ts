import { ConfigError } from '../config/config-error.ts';

/** Names what was opened and says how to close it; `within` is what it may take, in milliseconds. */
export type Opened = (name: string, close: () => Promise<void>, within: number) => void;

interface Closer {
  readonly name: string;
  readonly close: () => Promise<void>;
  readonly within: number;
}

/** npm, a shell and run.mjs may each pass on one Ctrl-C; a person takes longer for the second. */
const sameKeyPress = 300;

/** A step of the start that opens something takes no longer, except for recovery after a crash. */
const longestStep = 3000;

/**
 * Runs a server from its start to its end: a signal, or a failure of the start. What was opened is closed in reverse
 * order, each part within its time, and the process ends: with 0 after a signal, with 1 after a failure. A second
 * Ctrl-C ends it at once.
 * @param start opens the parts one after the other and names each as soon as it is open
 * @source none: machinery
 */
export function runUntilStopped(start: (opened: Opened) => Promise<void>): void {
  const closers: Closer[] = [];
  let stopping = false;
  const opened: Opened = (name, close, within) => {
    closers.push({ name, close, within });
    // What a stop finds half started is finished only as far as it takes to close it.
    if (stopping) throw new Error('stopped while starting');
  };
  const started = start(opened);
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await closeAll(closers);
    await Promise.race([started.catch(() => undefined), after(longestStep)]);
    await closeAll(closers);
    process.exit(code);
  };
  onStopSignal(() => void stop(0));
  started.catch((error: unknown) => {
    // What was closed beneath a start that is still going on makes it fail, which is nobody's mistake.
    if (stopping) return;
    process.stderr.write(`${error instanceof ConfigError ? error.message : describe(error)}\n`);
    void stop(1);
  });
}

async function closeAll(closers: Closer[]): Promise<void> {
  for (let closer = closers.pop(); closer; closer = closers.pop()) {
    const { name, close, within } = closer;
    const late = after(within).then(() => `not closed within ${within / 1000} s`);
    const trouble = await Promise.race([close().then(() => null, describe), late]);
    if (trouble) process.stderr.write(`${name}: ${trouble}\n`);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function onStopSignal(stop: () => void): void {
  let interruptedAt = 0;
  process.on('SIGINT', () => {
    const now = Date.now();
    // 128 + 2: the code of a program that was interrupted.
    if (interruptedAt > 0 && now - interruptedAt > sameKeyPress) process.exit(130);
    interruptedAt ||= now;
    stop();
  });
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
