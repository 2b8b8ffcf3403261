import type { EntityClass } from '@mikro-orm/core';
import type { NonEmptyArray } from 'type-graphql';
import type { Rule } from '../kernel/rule.ts';
import type { ActByTwo } from './approval/approved-act.ts';
import type { Database } from './database/database.ts';
import type { Reads } from './graphql/reads.ts';
import type { Keeping } from './kept/kept.ts';
import type { Follower } from './journal/followers.ts';
import type { Seal } from './seal/seal.ts';
import type { ActImport } from './tables/act-import.ts';
import type { RecordedFile } from './tables/recorded-file.ts';
import type { TableExport } from './tables/table-export.ts';
import type { TableImport } from './tables/table-import.ts';

/** What a feature brings to the house; `src/features.ts` lists them all. */
export interface Feature {
  readonly name: string;
  /** Table shapes, in the order in which tables may refer to each other. */
  readonly entities: readonly EntityClass<object>[];
  readonly resolvers: NonEmptyArray<Function>;
  /** Its rules, as its `policy/index.ts` lists them. */
  readonly rules?: readonly Rule[];
  /** Its acts that take two persons. */
  readonly actsByTwo?: readonly ActByTwo[];
  /** What follows here from acts of features that do not know this one, by the act's mutation. */
  readonly follows?: Readonly<Record<string, Follower>>;
  /** What the fields of its types mean. */
  readonly reads: readonly Reads[];
  /** The files that `npm run import` takes in, in the order in which the reference data is loaded. */
  readonly tables: readonly TableImport[];
  /** The files that it takes in besides, whose rows are acts: each is done by the use case that the mutation has. */
  readonly acts?: readonly ActImport[];
  /** The files that callers may give the server. */
  readonly files?: readonly RecordedFile[];
  /** The tables that callers can take away as files. */
  readonly exports?: readonly TableExport[];
  /** Brings up to date what the feature derives from rows that came in by file; doing it twice changes nothing. */
  readonly settle?: (database: Database) => Promise<void>;
  /** What must be so before anybody is served; doing it twice changes nothing. Answers what is wrong, in a line each. */
  readonly prepare?: (database: Database, seal: Seal) => Promise<readonly string[]>;
  /** What each server keeps of it in memory, opened before anybody is served. */
  readonly keeps?: readonly Keeping[];
  /** The sums that the feature keeps beside its facts: made anew from them, by the table's name; answers how many there are. */
  readonly rollups?: Readonly<Record<string, (database: Database) => Promise<number>>>;
}
