import type { RawBuilder } from 'kysely';
import {
  getArgumentValues,
  getNamedType,
  isNonNullType,
  Kind,
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type ValueNode,
} from 'graphql';
import type { Caller } from '../access/caller.ts';
import { BadArgument } from '../graphql/errors.ts';
import type { Row } from './level-query.ts';
import { isOfLines } from './lines.ts';
import type { Snapshot } from './snapshot.ts';
import { symbolicCaller, type Statement } from './statement.ts';
import { Failure, type Written } from './written.ts';

/** One answer in the making. */
export interface Run {
  readonly caller: Caller;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly snapshot: Snapshot;
  /** By the index of the fetch: what it brought, or why not; nothing where no key asked for it. */
  readonly levels: (Level | Failure | undefined)[];
  /** By the index of the root field: what its resolver gave. */
  readonly values: unknown[];
  /** By the index of the writer: what is written already, by the row's key. */
  readonly written: (Map<string, Written> | undefined)[];
  readonly arguments: Map<Call, Readonly<Record<string, unknown>>>;
}

/** The rows of a level, and how they are found by the key that asked for them. */
export interface Level<C = unknown> {
  readonly rows: readonly Row[];
  readonly content: C;
}

/** Adds the keys that one parent asks for. */
export type Ask<P = never> = (parent: P, run: Run, add: (key: string) => void) => void;

/** What hangs on the same parents: rows of a level, the root, or a value that a resolver gave. */
export class Scope {
  readonly fetches: Fetch[] = [];
  readonly #shared = new Map<string, Fetch>();

  add<F extends Fetch>(fetch: F): F {
    this.fetches.push(fetch);
    return fetch;
  }

  /** The fetch of this name, shared by all who ask for the same rows: one statement with all their columns. */
  shared<F extends Fetch>(name: string, make: () => F): F {
    let found = this.#shared.get(name) as F | undefined;
    if (!found) this.#shared.set(name, (found = this.add(make())));
    return found;
  }
}

/** One level of a plan: one statement for all the keys that its parents ask for. */
export abstract class Fetch<C = unknown> {
  readonly asks: Ask[] = [];
  /** What hangs on the rows of this level. */
  readonly scope = new Scope();
  readonly #statements = new Map<string, Statement>();

  constructor(
    readonly index: number,
    readonly path: string,
  ) {}

  /** What is known from this level already, as far as it is; fetched once it is there. */
  readonly followers: Fetch[] = [];

  /** Fetches for all keys at once. */
  abstract load(keys: readonly string[], run: Run): Promise<Level<C>>;

  /** How many rows it may bring for so many parents, before anything is asked. */
  abstract rowsFor(parents: number, run: Run): number;

  /** The content of the level: nothing where nobody asked. */
  contentOf(run: Run): C | Failure | undefined {
    const level = run.levels[this.index];
    return level === undefined || level instanceof Failure ? level : (level.content as C);
  }

  /** The statement of this shape, made once; shapes that callers think up do not stay for ever. */
  protected statementOf(shape: string, make: () => Statement): Statement {
    let found = this.#statements.get(shape);
    if (!found) {
      if (this.#statements.size >= mostShapes) this.#statements.clear();
      this.#statements.set(shape, (found = make()));
    }
    return found;
  }
}

const mostShapes = 50;

/** The columns that a level's statement selects, after the key. */
export class Columns {
  readonly #columns = new Map<string, { readonly at: number; readonly sql: (caller: Caller) => RawBuilder<unknown> }>();

  /** The place of a column in the rows; asked twice, it is selected once. */
  at(id: unknown, sql: (caller: Caller) => RawBuilder<unknown>): number {
    const name = typeof id === 'string' ? id : `#${idOf(id as object)}`;
    let found = this.#columns.get(name);
    if (!found) this.#columns.set(name, (found = { at: this.#columns.size + 1, sql }));
    return found.at;
  }

  get count(): number {
    return this.#columns.size + 1;
  }

  sqlFor(caller: Caller): RawBuilder<unknown>[] {
    const symbolic = symbolicCaller(caller);
    return [...this.#columns.values()].map(({ sql }) => sql(symbolic));
  }
}

const ids = new WeakMap<object, number>();
let lastId = 0;
function idOf(object: object): number {
  let id = ids.get(object);
  if (id === undefined) ids.set(object, (id = lastId += 1));
  return id;
}

/** An argument that is a variable and nothing else. */
interface PlainArgument {
  readonly name: string;
  readonly variable: string;
  readonly isRequired: boolean;
}

/** A field of the operation with its arguments. */
export class Call {
  /** The names of the arguments that hold lines, each of which is answered. */
  readonly ofLines: readonly string[];
  /** Whether it answers for each row of its input. */
  readonly isBatch: boolean;
  /** The field with the arguments that ask for variables; the others are the same in every answer. */
  readonly #varying: GraphQLField<unknown, unknown>;
  readonly #constant: Readonly<Record<string, unknown>>;
  /** The varying arguments, where all of them are plain. */
  readonly #plain: readonly PlainArgument[] | null;

  constructor(
    readonly definition: GraphQLField<unknown, unknown>,
    readonly node: FieldNode,
  ) {
    const names = new Set(node.arguments?.filter(({ value }) => hasVariable(value)).map(({ name }) => name.value));
    const part = (varying: boolean) => ({ ...definition, args: definition.args.filter(({ name }) => names.has(name) === varying) });
    this.#varying = part(true);
    this.#constant = getArgumentValues(part(false), node);
    this.#plain = plainArguments(this.#varying, node);
    this.ofLines = definition.args.filter(({ type }) => isOfLines(type)).map(({ name }) => name);
    this.isBatch = getNamedType(definition.type).extensions['batch'] === true;
  }

  /** @throws BadArgument for a null that the argument may not be */
  arguments(run: Run): Readonly<Record<string, unknown>> {
    if (this.#varying.args.length === 0) return this.#constant;
    let values = run.arguments.get(this);
    if (!values) run.arguments.set(this, (values = this.#valuesFor(run)));
    return values;
  }

  /** Whether its type takes every argument; one that it refuses fails its own field and asks for nothing. */
  isAccepted(run: Run): boolean {
    try {
      return this.arguments(run) !== null;
    } catch {
      return false;
    }
  }

  #valuesFor({ variables }: Run): Readonly<Record<string, unknown>> {
    const values = { ...this.#constant };
    if (this.#plain && readPlain(this.#plain, variables, values)) return values;
    try {
      return { ...this.#constant, ...getArgumentValues(this.#varying, this.node, variables) };
    } catch (error) {
      throw new BadArgument(error as GraphQLError);
    }
  }
}

/** Null where there are others: graphql-js reads those, and knows what an argument is that was not given. */
function plainArguments({ args }: GraphQLField<unknown, unknown>, node: FieldNode): PlainArgument[] | null {
  const plain: PlainArgument[] = [];
  for (const { name, type, defaultValue } of args) {
    const { value } = node.arguments!.find((each) => each.name.value === name)!;
    if (value.kind !== Kind.VARIABLE || defaultValue !== undefined) return null;
    plain.push({ name, variable: value.name.value, isRequired: isNonNullType(type) });
  }
  return plain;
}

/** Variables are coerced by then. False where one may not be what it is: graphql-js has the words for that. */
function readPlain(plain: readonly PlainArgument[], variables: Run['variables'], values: Record<string, unknown>): boolean {
  for (const { name, variable, isRequired } of plain) {
    const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
    if (isRequired && (value === undefined || value === null)) return false;
    if (value !== undefined) values[name] = value;
  }
  return true;
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariable(field.value));
  return value.kind === Kind.VARIABLE;
}

/** Fetches what hangs on these parents, and what hangs on that; a level that fails leaves its failure and no more. */
export async function loadLevels(scope: Scope, parents: readonly unknown[], run: Run): Promise<void> {
  const { fetches } = scope;
  if (fetches.length === 0) return;
  if (fetches.length === 1) return loadLevel(fetches[0]!, parents, run);
  await Promise.all(fetches.map((fetch) => loadLevel(fetch, parents, run)));
}

async function loadLevel(fetch: Fetch, parents: readonly unknown[], run: Run): Promise<void> {
  const keys = new Set<string>();
  const add = (key: string) => void keys.add(key);
  for (const ask of fetch.asks as unknown as Ask<unknown>[]) for (const parent of parents) ask(parent, run, add);
  if (keys.size > 0) await loadKeys(fetch, [...keys], run);
}

async function loadKeys(fetch: Fetch, keys: readonly string[], run: Run): Promise<void> {
  const level = await fetch.load(keys, run).catch((error: unknown) => new Failure(error));
  run.levels[fetch.index] = level;
  const below = level instanceof Failure ? [] : [loadLevels(fetch.scope, level.rows, run)];
  await Promise.all([...below, ...fetch.followers.map((each) => loadKeys(each, keys, run))]);
}
