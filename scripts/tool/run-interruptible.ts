import { ConfigError } from '../../src/platform/config/config-error.ts';

const codeOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a tool that takes back what it has begun when it is told to stop; the process ends when that is done.
 * @param work answers the exit code; it fails once the signal is aborted
 * @param afterStop what to say to the person who stopped it
 * @source none: machinery
 */
export async function runInterruptible(work: (signal: AbortSignal) => Promise<number>, afterStop: string): Promise<void> {
  const stop = new AbortController();
  let stoppedWith = 0;
  for (const [signal, code] of Object.entries(codeOf)) {
    process.on(signal, () => {
      stoppedWith ||= code;
      stop.abort();
    });
  }
  try {
    process.exitCode = await work(stop.signal);
  } catch (error) {
    process.exitCode = stoppedWith || 1;
    const ours = error instanceof ConfigError ? error.message : null;
    process.stderr.write(`${stoppedWith ? afterStop : (ours ?? (error instanceof Error ? error.stack : String(error)))}\n`);
  }
  // Whatever still holds the process has nothing left to do.
  process.exit();
}
