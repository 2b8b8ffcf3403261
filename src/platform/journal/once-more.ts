import { setTimeout as pause } from 'node:timers/promises';

/** A serialisation failure and a deadlock are the database's way to say "once more". */
const sayings = new Set(['40001', '40P01']);
const attempts = 8;
const firstPause = 5;

/**
 * Does a transaction again where the database says so, up to eight times, so that whoever asked never hears of it. The
 * pauses grow and are of random length: those who met once would otherwise meet again.
 */
export async function onceMore<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!sayings.has(codeOf(error)) || attempt === attempts) throw error;
      await pause(Math.random() * firstPause * 2 ** attempt);
    }
  }
}

/** The code of what the database said, whether it came through the mapper or at the commit; empty where it was not the database. */
export function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
