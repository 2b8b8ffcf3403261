/** A value of an argument: as JSON, as GraphQL writes it, and where a variable stands in it. */
export type Value =
  | { readonly kind: 'leaf'; readonly json: unknown; readonly text: string }
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, Value])[] }
  | {
      readonly kind: 'variable';
      readonly type: string;
      readonly fallback: Value | null;
      /** Null where the request does not mention the variable. */
      readonly given: Value | null;
      /** What is given when the same document is asked for the second time. */
      readonly again: Value | null;
    };

export const leaf = (json: unknown, text = JSON.stringify(json)): Value => ({ kind: 'leaf', json, text });

export type Arguments = readonly (readonly [string, Value])[];

export interface Directive {
  readonly name: 'include' | 'skip';
  readonly when: Value;
}

/** What is selected of an object. */
export type Selection =
  | {
      readonly kind: 'field';
      readonly name: string;
      /** The type of what it gives, without wrappings. */
      readonly of: string;
      readonly aliased: boolean;
      readonly args: Arguments;
      readonly directives: readonly Directive[];
      /** What is selected of the field's object; more than one part where the field stands there more than once. */
      readonly parts: readonly (readonly Selection[])[];
    }
  | {
      readonly kind: 'fragment';
      /** The type; null for none, which is that of the parent. */
      readonly on: string | null;
      readonly named: boolean;
      readonly directives: readonly Directive[];
      readonly selections: readonly Selection[];
    };

export interface Operation {
  readonly name: string | null;
  readonly selections: readonly Selection[];
}

/** An operation as a request brings it. */
export interface Request {
  readonly text: string;
  readonly variables: Variables;
  /** The variables of the second time. */
  readonly again: Variables;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * Writes an operation so that it is valid whatever was selected: a key of the answer says its field and its arguments,
 * so that equal keys always mean the same.
 */
export function written({ name, selections }: Operation): Request {
  const writer = new Writer();
  const body = writer.selections(selections, '', '');
  const variables = writer.definitions.length > 0 ? `(${writer.definitions.join(', ')})` : '';
  return {
    text: [`query ${name ?? ''}${variables} ${body}`, ...writer.fragments].join('\n'),
    variables: writer.variables,
    again: writer.again,
  };
}

class Writer {
  readonly definitions: string[] = [];
  readonly fragments: string[] = [];
  readonly variables: Record<string, unknown> = {};
  readonly again: Record<string, unknown> = {};
  readonly #variableNames = new Map<string, string>();
  readonly #fragmentNames = new Map<string, string>();
  readonly #callNumbers = new Map<string, Map<string, number>>();

  /**
   * @param scope the type that they are of
   * @param prefix what keys begin with: below the interface the same key may not mean fields of two types
   */
  selections(selections: readonly Selection[], scope: string, prefix: string): string {
    return `{ ${selections.map((each) => (each.kind === 'field' ? this.#field(each, prefix) : this.#fragment(each, scope, prefix))).join(' ')} }`;
  }

  #field({ name, of, aliased, args, directives, parts }: Selection & { kind: 'field' }, prefix: string): string {
    const given = args.length > 0 ? `(${this.#pairs(args)})` : '';
    const key = keyOf(name, aliased, this.#callNumber(name, given), sharedFields.has(name) ? '' : prefix);
    const head = `${key === name ? '' : `${key}: `}${name}${given}${this.#directives(directives)}`;
    if (parts.length === 0) return head;
    return parts.map((part) => `${head} ${this.selections(part, of, '')}`).join(' ');
  }

  #fragment({ on, named, directives, selections }: Selection & { kind: 'fragment' }, scope: string, prefix: string): string {
    const inner = on ?? scope;
    const keys = on === null ? prefix : on === abstract ? '' : scope === abstract ? `${on}_` : prefix;
    const body = this.selections(selections, inner, keys);
    if (!named || on === null) return `...${on === null ? '' : ` on ${on}`}${this.#directives(directives)} ${body}`;
    const definition = `on ${on} ${body}`;
    let name = this.#fragmentNames.get(definition);
    if (!name) {
      this.#fragmentNames.set(definition, (name = `F${this.#fragmentNames.size}`));
      this.fragments.push(`fragment ${name} ${definition}`);
    }
    return `...${name}${this.#directives(directives)}`;
  }

  /** Fields of one name with other arguments need keys of their own. */
  #callNumber(name: string, given: string): number {
    let numbers = this.#callNumbers.get(name);
    if (!numbers) this.#callNumbers.set(name, (numbers = new Map<string, number>()));
    let number = numbers.get(given);
    if (number === undefined) numbers.set(given, (number = numbers.size));
    return number;
  }

  #directives(directives: readonly Directive[]): string {
    return directives.map(({ name, when }) => ` @${name}(if: ${this.#value(when, 'if')})`).join('');
  }

  #pairs(pairs: Arguments): string {
    return pairs.map(([name, value]) => `${name}: ${this.#value(value)}`).join(', ');
  }

  /** @param names what the names of its variables begin with */
  #value(value: Value, names = 'v'): string {
    switch (value.kind) {
      case 'leaf':
        return value.text;
      case 'list':
        return `[${value.values.map((each) => this.#value(each)).join(', ')}]`;
      case 'object':
        return `{ ${this.#pairs(value.fields)} }`;
      case 'variable':
        return this.#variable(value, names);
    }
  }

  #variable({ type, fallback, given, again }: Value & { kind: 'variable' }, names: string): string {
    const definition = `${type}${fallback ? ` = ${this.#value(fallback)}` : ''}`;
    const identity = JSON.stringify([names, definition, given && jsonOf(given), again && jsonOf(again)]);
    let name = this.#variableNames.get(identity);
    if (!name) {
      this.#variableNames.set(identity, (name = `${names}${this.#variableNames.size}`));
      this.definitions.push(`$${name}: ${definition}`);
      if (given) this.variables[name] = jsonOf(given);
      if (again) this.again[name] = jsonOf(again);
    }
    return `$${name}`;
  }
}

const abstract = 'Node';

/** Fields that mean the same in every type behind the interface. */
const sharedFields = new Set(['id', '__typename']);

const keyOf = (name: string, aliased: boolean, number: number, prefix: string) =>
  `${prefix}${aliased ? 'a_' : ''}${name}${number === 0 ? '' : `_${number}`}`;

function jsonOf(value: Value): unknown {
  switch (value.kind) {
    case 'leaf':
      return value.json;
    case 'list':
      return value.values.map(jsonOf);
    case 'object':
      return Object.fromEntries(value.fields.map(([name, each]) => [name, jsonOf(each)]));
    case 'variable':
      throw new Error('a variable holds no variable');
  }
}
