import type { OperationTypeNode } from 'graphql';
import type { Clock } from '../../kernel/clock.ts';
import type { Caller } from '../access/caller.ts';
import { sessionOf } from '../access/identity.ts';
import type { Database } from '../database/database.ts';
import type { KeptHere } from '../kept/kept.ts';
import { entityLoader, type EntityLoader } from '../read/entity-loader.ts';
import type { Snapshot } from '../read/snapshot.ts';
import type { Seal } from '../seal/seal.ts';

/** What is known of a request before anything of it is read. */
export interface RequestContext {
  readonly caller: Caller;
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  /** What this server keeps in memory. */
  readonly kept: KeptHere;
  readonly requestId: string;
  /** Whether the caller has gone without waiting for the answer. */
  readonly isGone: () => boolean;
  /** What was found out on the way, for the counters. */
  readonly seen: { operation: OperationTypeNode | 'none' };
}

/** What a resolver knows of the request that it serves. Everything in it lives as long as the request and no longer. */
export interface Context extends RequestContext {
  /** The moment of the database that the answer shows. */
  readonly snapshot: Snapshot;
  /** The entity behind a key; keys asked for in the same tick share one statement. */
  readonly load: EntityLoader;
}

/** The context of the resolvers of one answer, with an identity map of its own, so that callers never share rows. */
export function resolverContext(request: RequestContext, snapshot: Snapshot): Context {
  return { ...request, snapshot, load: entityLoader(() => request.database.fork(sessionOf(request.caller))) };
}
