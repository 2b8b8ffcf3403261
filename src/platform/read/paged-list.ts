import type { EntityClass } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import type { Caller } from '../access/caller.ts';
import type { Filter, SeenColumn } from './filter.ts';

/** One column by which a list may be ordered. Nulls come last in both directions: what is not on record leads nothing. */
export interface OrderColumn {
  readonly column: string;
  /** What the caller sees of it; the column itself unless given. */
  readonly seen?: SeenColumn['seen'];
  /** PostgreSQL's type of the column: a cursor's text is cast to it. */
  readonly type: 'text' | 'date' | 'integer' | 'bigint' | 'numeric' | 'smallint' | 'uuid';
}

export type Direction = 'ASC' | 'DESC';

/**
 * A list that can be paged: which rows, in which orders, by which filters. Declared once beside the types of the feature.
 * @typeParam E the entity of a row
 */
export interface PagedList<E extends object = object> {
  readonly entity: EntityClass<E>;
  /** The column that holds the parent's key, for a list under a parent. */
  readonly parentColumn?: string;
  /** What ends every order and makes it total, so that a cursor names exactly one place. */
  readonly tieBreaker: OrderColumn;
  readonly defaultOrder: readonly { readonly by: OrderColumn; readonly direction: Direction }[];
  /** The fields of `orderBy`, by the name of the enum value. */
  readonly orders?: Readonly<Record<string, OrderColumn>>;
  readonly filter?: Filter;
  /** The rows that this caller may see at all; applied to pages and counts alike. */
  readonly visible?: (caller: Caller) => RawBuilder<unknown> | null;
}

/** The arguments of a list, as they arrive. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy?: readonly { readonly field: string; readonly direction: Direction }[] | null;
  readonly filter?: object | null;
}
