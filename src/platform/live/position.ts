import { BadInput } from '../graphql/errors.ts';

/** Up to which event of each chain somebody has been told; a chain that is not named has not been begun. */
export type Position = ReadonlyMap<string, number>;

/** Far more than there are pooling areas. */
const longestCursor = 100_000;

/** The opaque text of a position. */
export function writePosition(position: Position): string {
  return Buffer.from(JSON.stringify(Object.fromEntries(position))).toString('base64url');
}

/** @throws BadInput for a text that is no position */
export function readPosition(cursor: string): Position {
  const chains = cursor.length <= longestCursor && /^[\w-]+$/.test(cursor) ? objectIn(cursor) : null;
  const entries = Object.entries(chains ?? {});
  if (!chains || !entries.every(([chain, seq]) => chain !== '' && Number.isSafeInteger(seq) && (seq as number) > 0))
    throw new BadInput('after: not a cursor of this subscription', 'after:不是本订阅的游标');
  return new Map(entries as [string, number][]);
}

function objectIn(cursor: string): object | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** How many events lie between two positions; null where the second is before the first, as after a restored backup. */
export function eventsBetween(from: Position, to: Position): number | null {
  let events = 0;
  for (const [chain, seq] of from) if ((to.get(chain) ?? 0) < seq) return null;
  for (const [chain, seq] of to) events += seq - (from.get(chain) ?? 0);
  return events;
}
