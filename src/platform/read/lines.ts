import { getNamedType, isInputObjectType, type GraphQLType } from 'graphql';

/** A field of many lines: its JSON by the line's place, or its value where the operation says what is told of it. */
export type LineField = { readonly json: (at: number) => string } | { readonly value: (at: number) => unknown };

/**
 * Many lines of one shape that a resolver answers with, each field a function of the line's place: written without an
 * object for a line or a resolver for a field. Says null only where the type allows it.
 */
export class Lines<F extends string = string> {
  constructor(
    readonly length: number,
    readonly fields: Readonly<Record<F, LineField>>,
  ) {}

  /** The lines as objects, for whoever goes through them one by one. */
  *[Symbol.iterator](): Generator<Record<string, unknown>> {
    const fields = Object.entries<LineField>(this.fields);
    for (let at = 0; at < this.length; at += 1) {
      yield Object.fromEntries(
        fields.map(([name, field]) => [name, 'json' in field ? (JSON.parse(field.json(at)) as unknown) : field.value(at)]),
      );
    }
  }
}

/** Whether an input type is of lines that are answered one by one: a request may bring many of them. */
export function isOfLines(type: GraphQLType | undefined): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) && named.extensions['lines'] === true;
}
