import { setTimeout as pause } from 'node:timers/promises';
import { DriverException } from '@mikro-orm/core';

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
      if (!(error instanceof DriverException) || !sayings.has(error.code ?? '') || attempt === attempts) throw error;
      await pause(Math.random() * firstPause * 2 ** attempt);
    }
  }
}
