import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/caller.ts';
import type { Send } from '../database/send.ts';
import { jsonText } from '../database/json-text.ts';
import { arrayLiteral } from '../read/statement.ts';
import { beginning, nextLink, referenceChain, type Head } from './chain.ts';
import { continueChain, mostLinkedThere } from './continue-chain.ts';
import type { RowChange } from './row-changes.ts';

/** What is the same for all records of one act. */
export interface Act {
  /** The role, and whatever names the person or program. */
  readonly who: Readonly<Record<string, string>>;
  readonly when: Date;
  readonly operation: string;
  readonly request: string | null;
  readonly why: string | null;
}

/** What an act did in one chain: JSON values beside those of the act. */
export interface Deed {
  readonly chain: string;
  /** With the table, and the key of the row where it is about one. */
  readonly content: Readonly<Record<string, unknown>> & { readonly table: string; readonly row?: string };
}

/** What subscribers are told of an act. */
export interface Announcement {
  readonly chain: string;
  /** The opaque id of the object that was recorded. */
  readonly object: string;
}

/** Who a caller is, in the words of the journal: the role, and every claim that it has. */
export function whoIs(caller: Caller): Record<string, string> {
  return Object.fromEntries(Object.entries(caller).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A change of a row as the journal tells it. */
export function deedOf({ table, area, key, from, to }: RowChange): Deed {
  return { chain: chainOf(area), content: { table, row: Object.values(key).join('/'), key, from, to } };
}

/** The chain of a row by its pooling area. */
export const chainOf = (area: string | null) => area ?? referenceChain;

/** So many records go in one statement: the database writes them while the next ones are linked. */
const portion = 2000;

/**
 * Writes the records of an act, and its event, as the last thing in its transaction. The chains' heads are locked in one
 * order until the end of the transaction, so writers of one chain follow each other and those of others never wait.
 */
export async function writeJournal(
  send: Send,
  act: Act,
  deeds: readonly Deed[],
  announcements: readonly Announcement[] = [],
): Promise<void> {
  const chains = [...new Set([...deeds, ...announcements].map(({ chain }) => chain))];
  if (chains.length === 0) return;
  const contents = contentsOf(act, deeds);
  const [announced, ...others] = announcements;
  if (chains.length === 1 && announced && others.length === 0 && deeds.length > 0 && deeds.length <= mostLinkedThere) {
    const records = deeds.map(({ content: { table, row = null } }, at) => ({ content: contents[at]!, table, row }));
    const event = { id: uuidv7(), object: announced.object };
    return continueChain(send, chains[0]!, records, { ...act, subject: act.who['subject'] ?? null, event });
  }
  const before = await lockHeads(send, chains);
  const heads = new Map(before);
  for (let from = 0; from < deeds.length; from += portion) {
    const given = deeds.slice(from, from + portion);
    await writeRecords(send, act, given, linked(given, contents.slice(from, from + portion), heads));
  }
  // Behind selects of their own the planner does not see the lists, and so does not make the plan anew for each act.
  await send(
    `update journal_head h set seq = given.seq, hash = decode(given.hash, 'hex'), events = given.events
     from unnest((select $1::text[]), (select $2::bigint[]), (select $3::text[]), (select $4::bigint[])) given (chain, seq, hash, events)
     where h.chain = given.chain`,
    headValues(heads, announcements),
  );
  if (announcements.length === 0) return;
  await send(
    `insert into outbox_event (chain, seq, id, topic, object, request_id, recorded_at, content)
     select event.chain, event.seq, event.id, $1::text, event.object, $2::text, $3::timestamptz, event.content
     from unnest($4::text[], $5::bigint[], $6::uuid[], $7::text[], $8::text[]) event (chain, seq, id, object, content)`,
    [act.operation, act.request, act.when, ...eventValues(announcements, before, heads)],
  );
}

/** Beside each content the columns by which it is asked for. A line break ends a content: JSON writes one as an escape. */
async function writeRecords(send: Send, { operation, who, request }: Act, deeds: readonly Deed[], links: readonly Linked[]): Promise<void> {
  await send(
    `insert into journal_record (chain, seq, previous_hash, hash, content, operation, table_name, row_key, subject, request_id)
     select chain, seq, decode(previous, 'hex'), decode(hash, 'hex'), content, $8::text, table_name, row_key, $9::text, $10::text
     from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], string_to_array($5, E'\n'), $6::text[], $7::text[])
       given (chain, seq, previous, hash, content, table_name, row_key)`,
    [
      listOf(deeds.map(({ chain }) => chain)),
      listOf(links.map(({ seq }) => seq)),
      listOf(links.map(({ previous }) => previous)),
      listOf(links.map(({ hash }) => hash)),
      links.map(({ content }) => content).join('\n'),
      listOf(deeds.map(({ content: { table } }) => table)),
      listOf(deeds.map(({ content: { row = null } }) => row)),
      operation,
      who['subject'] ?? null,
      request,
    ],
  );
}

interface LockedHead extends Head {
  /** How many events the chain has. */
  readonly events: number;
}

/** Each row is locked as it comes, in the order of the chains, and read as the one who had it before has left it. */
async function lockHeads(send: Send, chains: readonly string[]): Promise<Map<string, LockedHead>> {
  const rows = await send<{ chain: string; seq: string; hash: Buffer; events: string }>(
    `insert into journal_head as h (chain, seq, hash, events)
     select chain, 0, decode(hash, 'hex'), 0 from unnest($1::text[], $2::text[]) given (chain, hash) order by chain collate "C"
     on conflict (chain) do update set events = h.events returning chain, seq::text, hash, events::text`,
    [listOf(chains), listOf(chains.map((chain) => beginning(chain).hash.toString('hex')))],
  );
  return new Map(rows.map(({ chain, seq, hash, events }) => [chain, { seq: Number(seq), hash, events: Number(events) }]));
}

/** A record on its way: hashes in hex. */
interface Linked {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
  readonly content: string;
}

/** Continues the chains, whose heads move. */
function linked(deeds: readonly Deed[], contents: readonly string[], heads: Map<string, LockedHead>): Linked[] {
  return deeds.map(({ chain }, at) => {
    const head = heads.get(chain)!;
    const content = contents[at]!;
    const { seq, previousHash, hash } = nextLink(chain, head, Buffer.from(content));
    heads.set(chain, { seq, hash, events: head.events });
    return { seq, previous: previousHash.toString('hex'), hash: hash.toString('hex'), content };
  });
}

function headValues(heads: Map<string, LockedHead>, announcements: readonly Announcement[]): string[] {
  const announced = new Set(announcements.map(({ chain }) => chain));
  const all = [...heads];
  const events = all.map(([chain, head]) => head.events + (announced.has(chain) ? 1 : 0));
  return [all.map(([chain]) => chain), all.map(([, { seq }]) => seq), all.map(([, { hash }]) => hash.toString('hex')), events].map(listOf);
}

const listOf = (values: readonly (string | number | null)[]) =>
  arrayLiteral(values.map((value) => (value === null ? null : String(value))));

/**
 * Numbered under the chain's lock: a subscriber that has read up to a number has missed nothing before it. One event
 * names every record of the act; of several each names those of its own chain.
 */
function eventValues(
  announcements: readonly Announcement[],
  before: ReadonlyMap<string, LockedHead>,
  heads: ReadonlyMap<string, LockedHead>,
): string[] {
  const records = [...heads].flatMap(([chain, { seq: to }]) => {
    const from = before.get(chain)!.seq + 1;
    return from > to ? [] : [{ chain, from, to }];
  });
  const named = (chain: string) => (announcements.length === 1 ? records : records.filter((each) => each.chain === chain));
  return [
    announcements.map(({ chain }) => chain),
    announcements.map(({ chain }) => heads.get(chain)!.events + 1),
    announcements.map(() => uuidv7()),
    announcements.map(({ object }) => object),
    announcements.map(({ chain }) => JSON.stringify({ records: named(chain) })),
  ].map(listOf);
}

/** What is the same for all records of an act is written once. */
function contentsOf({ who, when, operation, request, why }: Act, deeds: readonly Deed[]): string[] {
  const first = jsonText({ when, who, operation, request }).slice(0, -1);
  const last = `,"why":${jsonText(why)}}`;
  return deeds.map(({ content }) => `${first},${jsonText(content).slice(1, -1)}${last}`);
}
