import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../kernel/clock.ts';
import type { Caller, Operator } from '../access/caller.ts';

/** Who records, and when: a caller of the API, or the operator who takes in a file. */
export interface RecordingContext {
  readonly caller: Caller | Operator;
  readonly clock: Clock;
  /** The file that says what is recorded, where one does. */
  readonly fileName?: string;
}

/** Who recorded something, in the words of the record. */
export function recordedBy(caller: Caller | Operator): string {
  return caller.subject ? `${caller.role} ${caller.subject}` : caller.role;
}

/** What a row carries that was recorded: its id, where it comes from, how far it may be trusted, and when. */
export function recordedRow({ caller, clock, fileName }: RecordingContext) {
  return {
    id: uuidv7(),
    provenance: fileName === undefined ? `recorded by ${recordedBy(caller)}` : `imported from ${fileName}`,
    confidence: 'HIGH' as const,
    recordedAt: clock.now(),
  };
}
