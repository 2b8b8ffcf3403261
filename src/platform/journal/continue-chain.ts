import type { Send } from '../database/send.ts';
import { beginning } from './chain.ts';

/** A record that is to be linked: its text, and the columns by which it is asked for. */
export interface Unlinked {
  readonly content: string;
  readonly table: string;
  readonly row: string | null;
}

/** What is the same for all records of an act, and what subscribers are told of it. */
export interface ContinuedBy {
  readonly operation: string;
  readonly subject: string | null;
  readonly request: string | null;
  readonly when: Date;
  readonly event: { readonly id: string; readonly object: string };
}

/** More than these are linked by the program, which hashes faster, and writes them in one statement of any number. */
export const mostLinkedThere = 8;

/**
 * Continues one chain by a few records and an event, each hash made in the database where the one before stands. Nobody
 * reads an answer, so that all of it leaves in one packet with the commit: between locking the head of the chain, for
 * which its other writers wait, and letting it go nothing goes to the program and back.
 */
export async function continueChain(send: Send, chain: string, records: readonly Unlinked[], by: ContinuedBy): Promise<void> {
  const count = records.length;
  const contents = records.map(({ content }) => content);
  await send(
    `insert into journal_head as h (chain, seq, hash, events) values ($1, 0, decode($2, 'hex'), 0)
     on conflict (chain) do update set events = h.events`,
    [chain, beginning(chain).hash.toString('hex')],
  );
  // Each statement begins after the one before has ended, and sees the head as the writer before has left it.
  await send(recordsOf(count), [
    chain,
    by.operation,
    by.subject,
    by.request,
    ...contents,
    ...records.flatMap(({ table, row }) => [table, row]),
  ]);
  await send(`update journal_head h set seq = h.seq + ${count}, events = h.events + 1, hash = ${hashAfter(count, 2)} where h.chain = $1`, [
    chain,
    ...contents,
  ]);
  await send(
    `insert into outbox_event (chain, seq, id, topic, object, request_id, recorded_at, content)
     select h.chain, h.events, $2::uuid, $3::text, $4::text, $5::text, $6::timestamptz,
       '{"records":[{"chain":' || $7::text || ',"from":' || h.seq - ${count - 1} || ',"to":' || h.seq || '}]}'
     from journal_head h where h.chain = $1`,
    [chain, by.event.id, by.operation, by.event.object, by.request, by.when, JSON.stringify(chain)],
  );
}

/** The hash of the chain after so many of the contents, which are parameters from the first on; by `linkHash` of `chain.ts`. */
function hashAfter(count: number, first: number): string {
  let hash = 'h.hash';
  for (let nth = 0; nth < count; nth += 1) hash = `sha256(${hash} || convert_to($${first + nth}::text, 'UTF8'))`;
  return hash;
}

/** The contents are parameters from the fifth on; after them come table and row of each. */
function recordsOf(count: number): string {
  const first = 5;
  const rows = Array.from({ length: count }, (_, nth) => {
    const table = first + count + 2 * nth;
    return `(${nth + 1}, ${hashAfter(nth, first)}, ${hashAfter(nth + 1, first)}, $${first + nth}::text, $${table}::text, $${table + 1}::text)`;
  });
  return `insert into journal_record (chain, seq, previous_hash, hash, content, operation, table_name, row_key, subject, request_id)
     select h.chain, h.seq + r.nth, r.previous, r.hash, r.content, $2::text, r.table_name, r.row_key, $3::text, $4::text
     from journal_head h cross join lateral (values ${rows.join(', ')}) r (nth, previous, hash, content, table_name, row_key)
     where h.chain = $1`;
}
