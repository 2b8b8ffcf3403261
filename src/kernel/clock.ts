/**
 * What time it is. Passed in from the start of the process; tests hold it still.
 * @source none: machinery
 */
export interface Clock {
  now(): Date;
}
