import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely';
import type { Caller } from '../access/caller.ts';
import { personOf } from '../access/person.ts';

/** What a statement is run for: the caller, the keys of the parents, and the values of its page. */
export interface Occasion {
  readonly caller: Caller;
  readonly keys: readonly string[];
  readonly page?: PageValues;
  /** The arguments of the field that asks, where its rows depend on them. */
  readonly arguments?: Readonly<Record<string, unknown>>;
}

export interface PageValues {
  readonly limit: number;
  /** The place after which the page begins, as texts in the order of the list. */
  readonly after: readonly (string | null)[];
}

/** A value of a statement that is known only when it is run; its text is made once and then run for every occasion. */
export class Given {
  constructor(readonly of: (occasion: Occasion) => unknown) {}
}

/** A statement ready to run: its text, its values, and the name under which the server keeps its plan. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether it has been asked often enough to be worth a name. */
  name(): string | undefined;
}

/** Builds no connection: kysely only turns fragments into text here. */
const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Makes the text of a statement once. */
export function statement(query: RawBuilder<unknown>): Statement {
  const { sql: text, parameters } = query.compile(compiler);
  return { text, values: parameters, name: () => nameOf(text) };
}

/** The values of a statement as the texts that PostgreSQL reads. */
export function valuesFor({ values }: Statement, occasion: Occasion): (string | null)[] {
  return values.map((value) => textOf(value instanceof Given ? value.of(occasion) : value));
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return arrayLiteral(value.map((each) => String(each)));
  throw new Error(`a parameter cannot be a ${typeof value}`);
}

/** A caller whose role is known and whose other claims are given when the statement is run: the text depends on the role alone. */
export function symbolicCaller({ role }: Caller): Caller {
  const claim = (name: keyof Caller) => new Given(({ caller }) => caller[name]) as never;
  return {
    role,
    subject: claim('subject'),
    // Whoever asks for the human finds the account where nobody is named: `personOf` cannot see that in a claim to come.
    person: new Given(({ caller }) => personOf(caller)) as never,
    enterprise: claim('enterprise'),
    institution: claim('institution'),
    area: claim('area'),
  };
}

/**
 * The keys as one array literal: a uuid or a code needs no escape, and the driver's own way looks at every character. Any
 * other text is quoted as PostgreSQL's arrays want it.
 */
export function arrayLiteral(keys: readonly (string | null)[]): string {
  return `{${keys.map((key) => (key === null ? 'null' : plain.test(key) ? key : `"${key.replaceAll(/["\\]/g, String.raw`\$&`)}"`)).join(',')}}`;
}
/** What an array literal takes as it is. */
const plain = /^(?!null$)[\w.-]+$/i;

/** A name is kept on every connection for as long as it lives, so only texts that come again get one, and not too many. */
const timesBeforeNaming = 3;
const mostNames = 500;
const mostCounted = 5000;
const asked = new Map<string, number>();
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (times < timesBeforeNaming) {
    if (asked.size >= mostCounted) asked.clear();
    asked.set(text, times);
    return undefined;
  }
  asked.delete(text);
  const name = `read${names.size}`;
  names.set(text, name);
  return name;
}
