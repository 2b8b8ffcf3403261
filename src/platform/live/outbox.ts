import type { Client } from 'pg';
import { outboxRole } from '../access/identity.ts';
import { readNodeId } from '../read/node-id.ts';
import { importOperation } from '../tables/import-file.ts';
import { eventsBetween, type Position } from './position.ts';

/** Rows of one table in one chain that one operation changed. */
export interface ChangedRows {
  readonly chain: string;
  readonly operation: string;
  /** The table of the rows; or the type, where the rows are the object that the operation was about. */
  readonly of: { readonly table: string } | { readonly type: string };
  /** Keys as the journal writes them: the parts joined by `/`. */
  readonly keys: ReadonlySet<string>;
}

/** Who is further behind is told that everything may have changed: to look at it all would take longer than to ask anew. */
const mostEvents = 2000;
const mostRows = 40_000;

/** Where every chain ends now. */
export async function readHeads(client: Client): Promise<Position> {
  const { rows } = await client.query<{ chain: string; events: string }>({
    name: 'heads of the outbox',
    text: 'select chain, events::text from journal_head where events > 0',
  });
  return new Map(rows.map(({ chain, events }) => [chain, Number(events)]));
}

/**
 * What was changed between two positions; null where that is too much to say, the first lies beyond the second, or a file was imported. Events
 * are numbered without gaps in the order of commits, so that what is read up to a head is all there is.
 */
export async function readChanges(client: Client, from: Position, to: Position): Promise<readonly ChangedRows[] | null> {
  const behind = eventsBetween(from, to);
  if (behind === 0) return [];
  if (behind === null || behind > mostEvents) return null;
  await client.query(`begin; set local role ${outboxRole}`);
  try {
    const events = await readEvents(client, from, to);
    // The rows of a file are told by the file alone.
    if (events.some(({ topic }) => topic === importOperation)) return null;
    const records = events.flatMap(({ topic, content }) => recordsIn(content).map((each) => ({ topic, ...each })));
    if (records.reduce((rows, { from: first, to: last }) => rows + last - first + 1, 0) > mostRows) return null;
    const rows = records.length === 0 ? [] : await readRows(client, records);
    return collected(events, rows);
  } finally {
    await client.query('commit');
  }
}

interface Event {
  readonly chain: string;
  readonly topic: string;
  readonly object: string;
  readonly content: string;
}

interface Records {
  readonly topic: string;
  readonly chain: string;
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly topic: string;
  readonly chain: string;
  readonly table: string;
  readonly key: string;
}

async function readEvents(client: Client, from: Position, to: Position): Promise<Event[]> {
  const chains = [...to].filter(([chain, seq]) => seq > (from.get(chain) ?? 0));
  const { rows } = await client.query<Event>({
    name: 'events of the outbox',
    text: `select e.chain, e.topic, e.object, e.content from unnest($1::text[], $2::bigint[], $3::bigint[]) asked (chain, since, upto)
      join outbox_event e on e.chain = asked.chain and e.seq > asked.since and e.seq <= asked.upto`,
    values: [chains.map(([chain]) => chain), chains.map(([chain]) => from.get(chain) ?? 0), chains.map(([, seq]) => seq)],
  });
  return rows;
}

const recordsIn = (content: string) => (JSON.parse(content) as { records: Omit<Records, 'topic'>[] }).records;

async function readRows(client: Client, records: readonly Records[]): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: 'rows of the journal',
    text: `select asked.topic, r.chain, r.table_name as "table", r.row_key as key
      from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) asked (topic, chain, first, last)
      join journal_record r on r.chain = asked.chain and r.seq between asked.first and asked.last
      where r.row_key is not null`,
    values: [
      records.map(({ topic }) => topic),
      records.map(({ chain }) => chain),
      records.map(({ from }) => from),
      records.map(({ to }) => to),
    ],
  });
  return rows;
}

/** The rows that changed, and the object of each event: some acts leave their object as it is and add rows that are none. */
function collected(events: readonly Event[], rows: readonly Row[]): ChangedRows[] {
  const found = new Map<string, ChangedRows & { readonly keys: Set<string> }>();
  const add = (chain: string, operation: string, of: ChangedRows['of'], key: string) => {
    const name = JSON.stringify([chain, operation, of]);
    const known = found.get(name);
    if (known) known.keys.add(key);
    else found.set(name, { chain, operation, of, keys: new Set([key]) });
  };
  for (const { chain, topic, table, key } of rows) add(chain, topic, { table }, key);
  for (const { chain, topic, object } of events) {
    const id = readNodeId(object);
    if (id) add(chain, topic, { type: id.type }, id.key);
  }
  return [...found.values()];
}
