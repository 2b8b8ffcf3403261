import type { EntityClass } from '@mikro-orm/core';
import type { RawBuilder } from 'kysely';
import type { Caller } from '../access/caller.ts';
import type { PagedList } from './paged-list.ts';

/** The rows that a caller may see, as a condition on `t`; null where everybody sees all. */
export type Visible = (caller: Caller) => RawBuilder<unknown> | null;

/**
 * What a field of the schema means. A field without a meaning is the column of its name in the table of its type, or,
 * in a type without a table, the property of its name.
 */
export type Meaning =
  | {
      /** A value that the database computes from the row `t`. */
      readonly kind: 'expression';
      readonly sql: (caller: Caller) => RawBuilder<unknown>;
    }
  | {
      /** The row whose key stands in `by`, a property of this row or value. */
      readonly kind: 'one';
      readonly by: string;
      readonly visible?: Visible;
    }
  | {
      /** The row that was just recorded, whose key stands in `by`: shown to who recorded it, whoever may see it later. */
      readonly kind: 'recorded';
      readonly by: string;
    }
  | {
      /** The row of a list whose `column` equals the argument, under this row where the list has a parent column. */
      readonly kind: 'lookUp';
      readonly list: PagedList;
      readonly column: string;
      readonly argument: string;
    }
  | {
      /** A page of a list, under this row where the list has a parent column. */
      readonly kind: 'pages';
      readonly list: PagedList;
    }
  | {
      /** Every row whose `by` points to this one, in the order of the property `order`. */
      readonly kind: 'all';
      readonly by: string;
      readonly order: string;
    }
  | {
      /** An aggregate over the rows of a list that belong to this one. */
      readonly kind: 'grouped';
      readonly list: PagedList;
      readonly sql: RawBuilder<unknown>;
    }
  | {
      /** Another type over the same row. */
      readonly kind: 'sameRow';
    }
  | {
      /** What a pure function makes of the figures of a row and of the arguments. */
      readonly kind: 'derived';
      readonly from: Readonly<Record<string, FactSource>>;
      readonly value: (facts: never, args: never) => unknown;
    }
  | {
      /** The object behind an opaque id, given as the argument `id`. */
      readonly kind: 'node';
    };

/** How a type's objects are found again by their opaque id. */
export interface NodeKey {
  /** The properties that make the key, the last of them unique by itself. */
  readonly properties: readonly string[];
  readonly visible?: Visible | undefined;
}

/** Where a figure of a derived value comes from: a property, `reference.property`, or SQL over `t`. */
export type FactSource = string | ((caller: Caller) => RawBuilder<unknown>);

declare module 'graphql' {
  interface GraphQLObjectTypeExtensions {
    /** The table shape whose rows the type shows; none for a type of plain values. */
    readonly entity?: EntityClass<object>;
    /** Present for types that `node(id:)` finds. */
    readonly node?: NodeKey;
  }
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly meaning?: Meaning;
  }
  interface GraphQLScalarTypeExtensions {
    /** Writes the JSON of a value from the text that PostgreSQL gives for it. */
    readonly writeText?: (text: string) => string;
  }
}
