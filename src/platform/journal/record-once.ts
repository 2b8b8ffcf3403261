import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import type { Caller, Role } from '../access/caller.ts';
import { sessionOf } from '../access/identity.ts';
import type { Context } from '../graphql/context.ts';
import { BadInput, Forbidden } from '../graphql/errors.ts';
import { nodeId } from '../graphql/node.ts';
import { readNodeId } from '../read/node-id.ts';
import { IdempotencyRecord } from './idempotency-record.entity.ts';
import { inputHash } from './input-hash.ts';
import { onceMore } from './once-more.ts';
import { areaOf, RowChanges } from './row-changes.ts';
import { chainOf, deedOf, sendOn, whoIs, writeJournal, type Announcement } from './write-journal.ts';

/** What a recording is: the name of its operation, its whole input, and who may do it. */
export interface Recording {
  readonly operation: string;
  readonly input: { readonly idempotencyKey: string; readonly reason?: unknown };
  readonly roles: readonly Role[];
}

/** A use case's own work: on `em`, inside the transaction that also holds the idempotency key. */
export type Act<E extends object> = (em: EntityManager) => Promise<Verdict<E>>;

/** The answer: the key of the object, or the refusals. The object itself is read anew, as the caller: a field has one meaning. */
export interface Recorded {
  readonly key: string | null;
  readonly userErrors: readonly Refusal[];
}

const longestKey = 200;

/**
 * Records in one transaction: the key, the work and the answer together, or nothing. The same caller's same key with
 * the same input gives the object of the first time; with other input it is refused. A refusal leaves no trace, so the
 * same key may be tried again once its cause is gone.
 * @throws Forbidden when the caller's role is not among `roles`; BadInput for a key that is none
 */
export async function recordOnce<E extends object>(context: Context, recording: Recording, act: Act<E>): Promise<Recorded> {
  const { caller } = context;
  if (caller.role === 'ANONYMOUS' || !recording.roles.includes(caller.role)) throw new Forbidden(recording.roles);
  const { idempotencyKey, ...rest } = recording.input;
  if (idempotencyKey.trim() === '' || idempotencyKey.length > longestKey) {
    throw new BadInput(`idempotencyKey: 1 to ${longestKey} characters`, `idempotencyKey:1 至 ${longestKey} 个字符`);
  }
  const entry: KeyEntry = {
    caller: callerKey(caller),
    operation: recording.operation,
    key: idempotencyKey,
    // Keyed: a price that is sealed elsewhere must not be found here by trying all.
    inputHash: context.seal.keyedHash(inputHash(rest)),
    recordedAt: context.clock.now(),
  };
  context.database.requireRoom();
  try {
    return await onceMore(() => attemptOnce(context, entry, recording, act));
  } catch (error) {
    if (error instanceof Refused) return { key: null, userErrors: error.refusals };
    if (error instanceof UniqueConstraintViolationException) return { key: null, userErrors: [alreadyRecorded] };
    throw error;
  }
}

interface KeyEntry {
  caller: string;
  operation: string;
  key: string;
  inputHash: string;
  recordedAt: Date;
}

/** Thrown inside the transaction so that a refusal rolls everything back. */
class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

async function attemptOnce<E extends object>(context: Context, entry: KeyEntry, recording: Recording, act: Act<E>): Promise<Recorded> {
  const em = context.database.fork(sessionOf(context.caller, { key: entry.caller, act: entry.operation }));
  const answer = await em.transactional(async (tem) => {
    // A second request with the same key waits here until the first has committed or rolled back.
    const { rowCount } = await claimKey(tem, entry);
    if (rowCount === 0) return replay(tem, entry);
    const changes = new RowChanges(tem);
    const verdict = await act(tem);
    if (!verdict.ok) throw new Refused(verdict.refusals);
    await tem.flush();
    const node = nodeId(verdict.value);
    await tem.nativeUpdate(IdempotencyRecord, { caller: entry.caller, operation: entry.operation, key: entry.key }, { answer: { node } });
    // Last of all, since other writers of the same chains wait from here to the commit.
    await journal(tem, context, recording, changes, { chain: chainOf(areaOf(verdict.value)), object: node });
    return node;
  });
  return { key: readNodeId(answer)!.key, userErrors: [] };
}

async function journal(
  em: EntityManager,
  { caller, clock, requestId }: Context,
  { operation, input }: Recording,
  changes: RowChanges,
  announcement: Announcement,
): Promise<void> {
  const why = typeof input.reason === 'string' ? input.reason : null;
  const act = { who: whoIs(caller), when: clock.now(), operation, request: requestId, why };
  await writeJournal(sendOn(em), act, changes.all.map(deedOf), announcement);
}

async function claimKey(em: EntityManager, entry: KeyEntry): Promise<{ rowCount: number }> {
  const claimed = await em.execute(
    `insert into idempotency_record (caller, operation, key, input_hash, answer, recorded_at) values (?, ?, ?, ?, '{}', ?)
     on conflict do nothing returning key`,
    [entry.caller, entry.operation, entry.key, entry.inputHash, entry.recordedAt],
  );
  return { rowCount: claimed.length };
}

async function replay(em: EntityManager, entry: KeyEntry): Promise<string> {
  const { caller, operation, key } = entry;
  const first = await em.findOneOrFail(IdempotencyRecord, { caller, operation, key });
  if (first.inputHash !== entry.inputHash) throw new Refused([keyReused]);
  return first.answer['node'] as string;
}

const keyReused: Refusal = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  field: 'idempotencyKey',
  message: 'This key was used before with other input; take a new key for a new recording.',
  messageZh: '此键已用于不同的输入;新的录入请使用新的键。',
  rule: null,
  facts: [],
};

/** Two requests can pass the same check at once; the database lets one of them through. */
const alreadyRecorded: Refusal = {
  code: 'ALREADY_RECORDED',
  field: null,
  message: 'The same was recorded by another request at this moment.',
  messageZh: '同一内容刚被另一请求录入。',
  rule: null,
  facts: [],
};

const callerKey = (caller: Caller) =>
  [caller.role, caller.subject, caller.enterprise, caller.institution, caller.area].map((part) => part ?? '').join('|');
