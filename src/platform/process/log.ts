import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/config.ts';

/** The log of the process. */
export type Log = Logger;

/**
 * Opens the log: JSON lines on stderr, so that stdout stays for what a program answers.
 * Written at once and not from a worker thread, so that the last words before an exit are not lost.
 * @source none: machinery
 */
export function openLog(level: LogLevel): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
