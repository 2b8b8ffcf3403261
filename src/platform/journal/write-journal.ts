import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/caller.ts';
import { beginning, nextLink, referenceChain, type Head, type Link } from './chain.ts';
import type { RowChange } from './row-changes.ts';

/** Sends one statement with `$1` parameters on the transaction that the journal is written in. */
export type Send = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>;

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
  readonly content: Readonly<Record<string, unknown>>;
}

/** What subscribers are told of an act. */
export interface Announcement {
  readonly chain: string;
  /** The opaque id of the object that was recorded. */
  readonly object: string;
}

/** The transaction of an entity manager, to write the journal in. */
export function sendOn(em: EntityManager): Send {
  return async <Row>(text: string, values: readonly unknown[]) =>
    (await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
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

/**
 * Writes the records of an act, and its event, as the last thing in its transaction. The chains' heads are locked in one
 * order until the end of the transaction, so writers of one chain follow each other and those of others never wait.
 */
export async function writeJournal(send: Send, act: Act, deeds: readonly Deed[], announcement: Announcement | null = null): Promise<void> {
  const chains = [...new Set([...deeds.map(({ chain }) => chain), ...(announcement ? [announcement.chain] : [])])];
  if (chains.length === 0) return;
  const heads = await lockHeads(send, chains);
  const links = linksOf(act, deeds, heads);
  await send(
    `with heads as (
       update journal_head h set seq = given.seq, hash = given.hash, events = given.events
       from unnest($1::text[], $2::bigint[], $3::bytea[], $4::bigint[]) given (chain, seq, hash, events) where h.chain = given.chain
     ), events as (
       insert into outbox_event (chain, seq, id, topic, object, request_id, recorded_at, content)
       select $10::text, $11::bigint, $12::uuid, $13::text, $14::text, $15::text, $16::timestamptz, $17::text where $10::text is not null
     )
     insert into journal_record (chain, seq, previous_hash, hash, content)
     select * from unnest($5::text[], $6::bigint[], $7::bytea[], $8::bytea[], $9::text[])`,
    [...headValues(heads, announcement), ...linkValues(links), ...eventValues(act, announcement, heads, links)],
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
     select chain, 0, hash, 0 from unnest($1::text[], $2::bytea[]) given (chain, hash) order by chain collate "C"
     on conflict (chain) do update set events = h.events returning chain, seq::text, hash, events::text`,
    [chains, chains.map((chain) => beginning(chain).hash)],
  );
  return new Map(rows.map(({ chain, seq, hash, events }) => [chain, { seq: Number(seq), hash, events: Number(events) }]));
}

function linksOf(act: Act, deeds: readonly Deed[], heads: Map<string, LockedHead>): Link[] {
  return deeds.map(({ chain, content }) => {
    const head = heads.get(chain)!;
    const link = nextLink(chain, head, Buffer.from(contentOf(act, content)));
    heads.set(chain, { ...head, seq: link.seq, hash: link.hash });
    return link;
  });
}

function headValues(heads: Map<string, LockedHead>, announcement: Announcement | null): unknown[][] {
  const events = ([chain, head]: [string, LockedHead]) => head.events + (chain === announcement?.chain ? 1 : 0);
  const all = [...heads];
  return [all.map(([chain]) => chain), all.map(([, { seq }]) => seq), all.map(([, { hash }]) => hash), all.map(events)];
}

function linkValues(links: readonly Link[]): unknown[][] {
  return [
    links.map(({ chain }) => chain),
    links.map(({ seq }) => seq),
    links.map(({ previousHash }) => previousHash),
    links.map(({ hash }) => hash),
    links.map(({ content }) => content.toString()),
  ];
}

/** Numbered under the chain's lock: a subscriber that has read up to a number has missed nothing before it. */
function eventValues(act: Act, announcement: Announcement | null, heads: Map<string, LockedHead>, links: readonly Link[]): unknown[] {
  if (!announcement) return Array.from({ length: 8 }, () => null);
  const { chain, object } = announcement;
  const records = [...Map.groupBy(links, (link) => link.chain)].map(([of, all]) => ({ chain: of, from: all[0]!.seq, to: all.at(-1)!.seq }));
  const content = JSON.stringify({ records });
  return [chain, heads.get(chain)!.events + 1, uuidv7(), act.operation, object, act.request, act.when, content];
}

/** PostgreSQL keeps no half of a surrogate pair: the row has U+FFFD for one, and so has the journal. */
function contentOf({ who, when, operation, request, why }: Act, content: Deed['content']): string {
  return JSON.stringify({ when, who, operation, request, ...content, why }, (_name, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
}
