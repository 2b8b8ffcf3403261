import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../access/caller.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../database/database.ts';
import { entityLoader, type EntityLoader } from '../read/entity-loader.ts';
import { pageLoader, type PageLoader } from '../read/page-loader.ts';

/** What a resolver knows of the request that it serves. Everything in it lives as long as the request and no longer. */
export interface Context {
  readonly caller: Caller;
  readonly database: Database;
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly requestId: string;
  /** The entity behind a key or a reference; keys asked for in the same tick share one statement. */
  readonly load: EntityLoader;
  /** A page of a list for one parent; parents asked for in the same tick share one statement. */
  readonly pages: PageLoader;
}

export interface ContextParts {
  readonly caller: Caller;
  readonly database: Database;
  readonly clock: Clock;
  readonly requestId: string;
}

/** Makes the context of one request: a fresh identity map and fresh loaders, so that callers never share rows. */
export function createContext(parts: ContextParts): Context {
  const em = parts.database.fork();
  return { ...parts, em, load: entityLoader(em), pages: pageLoader(em, parts.caller) };
}

/** Forgets every row that the request has read: what a document asks after a recording must be as it is then. */
export function readAnew(context: Context): void {
  const em = context.database.fork();
  Object.assign(context, { em, load: entityLoader(em), pages: pageLoader(em, context.caller) });
}
