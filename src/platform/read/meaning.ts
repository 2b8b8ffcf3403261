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
      /** The row whose key stands in `by`: one property of this row or value, or one for each column of the whole key. */
      readonly kind: 'one';
      readonly by: string | readonly string[];
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
      /** In a type without a table: the property that holds the parent's key, null for an empty list. */
      readonly by?: string;
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

/**
 * Where a figure of a derived value comes from: a property, `reference.property`, SQL over `t`, or sums over the rows of
 * another table that point here.
 */
export type FactSource = string | ((caller: Caller) => RawBuilder<unknown>) | SumsSource;

/** Sums, by name and as texts, over the rows `t` whose `by` points to the row at hand; they may depend on arguments of the field. */
export interface SumsSource {
  readonly entity: EntityClass<object>;
  readonly by: string;
  readonly sums: (argument: (name: string) => unknown) => Readonly<Record<string, RawBuilder<unknown>>>;
}

declare module 'graphql' {
  interface GraphQLObjectTypeExtensions {
    /** The table shape whose rows the type shows; none for a type of plain values. */
    readonly entity?: EntityClass<object>;
    /** Present for types that `node(id:)` finds. */
    readonly node?: NodeKey;
    /** Whether it answers for each of the `rows` of the field's input. */
    readonly batch?: boolean;
  }
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly meaning?: Meaning;
    /**
     * What the engine asks instead of the field's resolver, of which it is the whole: type-graphql would make an object of
     * a class for every line of the arguments, and look anew at what is selected.
     * @param selected the names of the fields that the operation selects of what is answered
     */
    readonly answer?: (args: never, context: never, selected: ReadonlySet<string>) => unknown;
  }
  interface GraphQLScalarTypeExtensions {
    /** Writes the JSON of a value from the text that PostgreSQL gives for it. */
    readonly writeText?: (text: string) => string;
  }
}
