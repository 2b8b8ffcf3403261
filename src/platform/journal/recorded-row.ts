import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/caller.ts';
import type { Context } from '../graphql/context.ts';

/** Who recorded something, in the words of the record. */
export function recordedBy(caller: Caller): string {
  return caller.subject ? `${caller.role} ${caller.subject}` : caller.role;
}

/** What a row carries that a caller records: its id, where it comes from, how far it may be trusted, and when. */
export function recordedRow(context: Context) {
  return {
    id: uuidv7(),
    provenance: `recorded by ${recordedBy(context.caller)}`,
    confidence: 'HIGH' as const,
    recordedAt: context.clock.now(),
  };
}
