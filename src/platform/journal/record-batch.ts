import type { EntityManager } from '@mikro-orm/postgresql';
import { fact } from '../../kernel/fact.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Context } from '../graphql/context.ts';
import { ErrorPolicy } from '../graphql/payload.type.ts';
import { writeNodeId } from '../read/node-id.ts';
import { AlreadyRecorded, Refused, underKey, type Recording } from './under-key.ts';
import type { Announcement, Deed } from './write-journal.ts';

/** What became of one row: the text of its object's key, `area/id`, or why it was refused. */
export type RowOutcome = { readonly key: string } | { readonly refusals: readonly Refusal[] };

/**
 * A use case over many rows: one outcome for each, in their order. It writes the rows that it accepts and no others, in
 * set-based statements whose changes it tells by `tellJournal`. What is refused as a whole it need not take back.
 */
export type BatchUseCase<R> = (context: Context, em: EntityManager, rows: readonly R[]) => Promise<readonly RowOutcome[]>;

export interface BatchRecording extends Recording {
  readonly input: Recording['input'] & { readonly errorPolicy: ErrorPolicy };
  /** The type of the objects, as opaque ids name it. */
  readonly type: string;
}

/** What became of the rows, each in its place; none where the batch was refused before they were looked at. */
export interface RecordedBatch {
  readonly results: readonly RowOutcome[];
  /** Why nothing was recorded; empty when something was. */
  readonly userErrors: readonly Refusal[];
}

/** More than this in one mutation belong in a file. */
export const mostRows = 10_000;

/**
 * Records many rows in one transaction, once under one key. By the policy of the input a refused row refuses all, or
 * itself alone; where nothing is left to record, nothing is kept, the key neither.
 */
export async function recordBatch<R>(
  context: Context,
  recording: BatchRecording,
  rows: readonly R[],
  useCase: BatchUseCase<R>,
): Promise<RecordedBatch> {
  if (rows.length === 0 || rows.length > mostRows) return { results: [], userErrors: [batchSize(rows.length)] };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { results: (await attemptBatch(context, recording, rows, useCase)).results, userErrors: [] };
    } catch (error) {
      // Once more it finds what the other has recorded, and says of which rows that is so.
      if (error instanceof AlreadyRecorded && attempt < attempts) continue;
      if (error instanceof BatchRefused) return { results: error.outcomes, userErrors: error.refusals };
      if (error instanceof Refused) return { results: [], userErrors: error.refusals };
      throw error;
    }
  }
}

const attempts = 3;

function attemptBatch<R>(context: Context, recording: BatchRecording, rows: readonly R[], useCase: BatchUseCase<R>) {
  return underKey(context, recording, async (em) => {
    const outcomes = await useCase(context, em, rows);
    if (outcomes.length !== rows.length) throw new Error(`${recording.operation}: ${outcomes.length} outcomes of ${rows.length} rows`);
    const failed = outcomes.filter((outcome) => 'refusals' in outcome).length;
    const isRefused = recording.input.errorPolicy === ErrorPolicy.REJECT_EVERYTHING ? failed > 0 : failed === rows.length;
    if (isRefused) throw new BatchRefused(outcomes, batchRefused(failed, rows.length));
    const announcements = (deeds: readonly Deed[]) => announcementsOf(recording.type, outcomes, deeds);
    return { answer: { results: outcomes }, announcements };
  });
}

/** The rows' own refusals refuse all of it. */
class BatchRefused extends Refused {
  /** What was accepted is not recorded either, and so has no key. */
  readonly outcomes: readonly RowOutcome[];

  constructor(outcomes: readonly RowOutcome[], refusal: Refusal) {
    super([refusal]);
    this.outcomes = outcomes.map((outcome) => ('refusals' in outcome ? outcome : { refusals: [] }));
  }
}

/** One event for each chain that the batch touched, about its first object there; one that has none there, about the first of all. */
function announcementsOf(type: string, outcomes: readonly RowOutcome[], deeds: readonly Deed[]): Announcement[] {
  const keys = outcomes.flatMap((outcome) => ('key' in outcome ? outcome.key : []));
  const firstOf = new Map<string, string>();
  for (const key of keys) {
    const chain = key.slice(0, key.indexOf('/'));
    if (!firstOf.has(chain)) firstOf.set(chain, key);
  }
  const chains = new Set(deeds.map(({ chain }) => chain));
  return [...chains].map((chain) => ({ chain, object: writeNodeId({ type, key: firstOf.get(chain) ?? keys[0]! }) }));
}

function batchSize(rows: number): Refusal {
  return {
    code: 'BATCH_SIZE',
    field: 'rows',
    message: `A batch has 1 to ${mostRows} rows, not ${rows}.`,
    messageZh: `每批须为 1 至 ${mostRows} 行,而不是 ${rows} 行。`,
    rule: null,
    facts: [fact('rows', rows), fact('most', mostRows)],
  };
}

function batchRefused(refused: number, rows: number): Refusal {
  return {
    code: 'BATCH_REFUSED',
    field: 'rows',
    message: `Nothing was recorded: ${refused} of ${rows} rows are refused; the results say why.`,
    messageZh: `未录入任何数据:${rows} 行中有 ${refused} 行被拒绝,原因见各行结果。`,
    rule: null,
    facts: [fact('refusedRows', refused), fact('rows', rows)],
  };
}
