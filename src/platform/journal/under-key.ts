import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../database/json-text.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Caller, Role } from '../access/caller.ts';
import { sessionOf } from '../access/identity.ts';
import { sendOn } from '../database/send.ts';
import type { Context } from '../graphql/context.ts';
import { BadInput, Forbidden } from '../graphql/errors.ts';
import { inputHash } from './input-hash.ts';
import { codeOf, onceMore } from './once-more.ts';
import { RowChanges } from './row-changes.ts';
import { deedOf, whoIs, writeJournal, type Announcement, type Deed } from './write-journal.ts';

/** What a recording is: the name of its operation, its whole input, and who may do it. */
export interface Recording {
  readonly operation: string;
  readonly input: { readonly idempotencyKey: string; readonly reason?: unknown };
  readonly roles: readonly Role[];
}

/** What the work under a key came to: the answer that the key keeps, as JSON, and what subscribers are told. */
interface Done<A> {
  readonly answer: A;
  readonly announcements: (deeds: readonly Deed[]) => readonly Announcement[];
}

/** Thrown inside the transaction so that a refusal rolls everything back. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

/** Another request recorded the same after this one had looked. */
export class AlreadyRecorded extends Refused {}

const longestKey = 200;

/**
 * Does work in one transaction with its idempotency key: the key, the rows, the answer, the journal and the event
 * together, or nothing. The same caller's same key with the same input gives the answer of the first time; with other
 * input it is refused. A refusal leaves no trace, so the same key may be tried again once its cause is gone.
 * @throws Forbidden when the caller's role is not among `roles`; BadInput for a key that is none; Refused
 */
export async function underKey<A extends object>(
  context: Context,
  recording: Recording,
  work: (em: EntityManager) => Promise<Done<A>>,
): Promise<A> {
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
    const { answer, tables } = await onceMore(() => attemptOnce(context, entry, recording, work));
    await context.kept.recorded(tables);
    return answer;
  } catch (error) {
    if (takenAlready.has(codeOf(error))) throw new AlreadyRecorded([alreadyRecorded]);
    throw error;
  }
}

/** Of two rows with the same key, or with periods that share a day, the database takes one. */
const takenAlready = new Set(['23505', '23P01']);

interface KeyEntry {
  caller: string;
  operation: string;
  key: string;
  inputHash: string;
  recordedAt: Date;
}

async function attemptOnce<A extends object>(
  context: Context,
  entry: KeyEntry,
  recording: Recording,
  work: (em: EntityManager) => Promise<Done<A>>,
): Promise<{ readonly answer: A; readonly tables: ReadonlySet<string> }> {
  const em = context.database.fork(sessionOf(context.caller, { key: entry.caller, act: entry.operation }));
  return em.transactional(async (tem) => {
    // A second request with the same key waits here until the first has committed or rolled back.
    if (!(await claimKey(tem, entry))) return { answer: await replay<A>(tem, entry), tables: new Set<string>() };
    const changes = new RowChanges(tem);
    const { answer, announcements } = await work(tem);
    await tem.flush();
    await keepAnswer(tem, entry, answer);
    // Last of all, since other writers of the same chains wait from here to the commit.
    const deeds = changes.all.map(deedOf);
    await writeJournal(sendOn(tem), actOf(context, recording), deeds, announcements(deeds));
    return { answer, tables: new Set(changes.all.map(({ table }) => table)) };
  });
}

function actOf({ caller, clock, requestId }: Context, { operation, input }: Recording) {
  const why = typeof input.reason === 'string' ? input.reason : null;
  return { who: whoIs(caller), when: clock.now(), operation, request: requestId, why };
}

async function claimKey(em: EntityManager, { caller, operation, key, inputHash: hash, recordedAt }: KeyEntry): Promise<boolean> {
  const claimed = await sendOn(em)(
    `insert into idempotency_record (caller, operation, key, input_hash, answer, recorded_at) values ($1, $2, $3, $4, '{}', $5::timestamptz)
     on conflict do nothing returning key`,
    [caller, operation, key, hash, recordedAt],
  );
  return claimed.length > 0;
}

async function keepAnswer(em: EntityManager, { caller, operation, key }: KeyEntry, answer: object): Promise<void> {
  await sendOn(em)('update idempotency_record set answer = $4::jsonb where caller = $1 and operation = $2 and key = $3', [
    caller,
    operation,
    key,
    jsonText(answer),
  ]);
}

async function replay<A>(em: EntityManager, { caller, operation, key, inputHash: hash }: KeyEntry): Promise<A> {
  const [first] = await sendOn(em)<{ hash: string; answer: A }>(
    'select input_hash as hash, answer from idempotency_record where caller = $1 and operation = $2 and key = $3',
    [caller, operation, key],
  );
  if (first!.hash !== hash) throw new Refused([keyReused]);
  return first!.answer;
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
