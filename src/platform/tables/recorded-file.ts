import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../access/caller.ts';
import type { Acts, ActsAlone } from '../access/rights.ts';
import type { Context } from '../graphql/context.ts';
import { nodeId } from '../graphql/node.ts';
import { followed } from '../journal/followers.ts';
import type { BatchUseCase, RowOutcome } from '../journal/record-batch.ts';
import type { UseCase } from '../journal/record-payload.ts';
import { readNodeId } from '../read/node-id.ts';
import type { FileRow } from './fresh-rows.ts';
import type { AnyImport } from './act-import.ts';

/**
 * A kind of file that a caller may give the server: what its rows say is done by the use case of a mutation, as that
 * caller, under the mutation's rights and with its refusals. A column is the input's field of its name in snake case;
 * columns that the input does not have are not taken from a caller.
 * @source none: machinery
 */
export interface RecordedFile {
  readonly kind: AnyImport;
  readonly mutation: string;
  readonly roles: readonly Role[];
  /** The name of the objects' type, for those who are told of them. */
  readonly type: string;
  readonly useCase: FileUseCase;
}

/** A use case over the rows of a file, that says of how many it is done. */
export type FileUseCase = (
  context: Context,
  em: EntityManager,
  rows: readonly FileRow[],
  onDone: (rows: number) => void,
) => Promise<readonly RowOutcome[]>;

/**
 * The files of a feature that callers may give, by its table of who may record what.
 * @source none: machinery
 */
export function filesBy<A extends Acts>(acts: A) {
  const file = (kind: AnyImport, mutation: ActsAlone<A>, type: string, useCase: FileUseCase): RecordedFile => {
    return { kind, mutation, roles: acts[mutation] as readonly Role[], type, useCase };
  };
  return {
    /** Each row is what the mutation takes. */
    ofRows<I, E extends object>(kind: AnyImport, mutation: ActsAlone<A>, type: string, useCase: UseCase<I, E>): RecordedFile {
      return file(kind, mutation, type, oneByOne(mutation, useCase));
    },
    /** The file is what the mutation takes: a batch of rows. */
    ofBatch<R>(kind: AnyImport, mutation: ActsAlone<A>, type: string, useCase: BatchUseCase<R>): RecordedFile {
      return file(kind, mutation, type, useCase as unknown as FileUseCase);
    },
  };
}

/** The mapper looks at all that it holds with each flush. */
const mostHeld = 100;

function oneByOne<I, E extends object>(mutation: string, useCase: UseCase<I, E>): FileUseCase {
  return async (context, em, rows, onDone) => {
    const outcomes: RowOutcome[] = [];
    for (const { rowOfFile: _row, ...input } of rows) {
      outcomes.push(await one(context, em, mutation, input as unknown as I, useCase));
      if (outcomes.length % mostHeld > 0) continue;
      em.clear();
      onDone(outcomes.length);
    }
    return outcomes;
  };
}

/** Does one act among several of a transaction. */
async function one<I, E extends object>(
  context: Context,
  em: EntityManager,
  mutation: string,
  input: I,
  useCase: UseCase<I, E>,
): Promise<RowOutcome> {
  const verdict = await followed(mutation, (within) => useCase(context, within, input))(em);
  if (!verdict.ok) return { refusals: verdict.refusals };
  await em.flush();
  return { key: readNodeId(nodeId(verdict.value))!.key };
}
