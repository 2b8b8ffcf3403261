import { isEnumType, type GraphQLEnumType, type GraphQLLeafType } from 'graphql';

/** Writes the JSON of a column's value from PostgreSQL's text of it; null when the text is no value of the type. */
export type TextWriter = (text: string) => string | null;

const specified: Readonly<Record<string, TextWriter>> = {
  String: JSON.stringify,
  ID: JSON.stringify,
  Int: (text) => text,
  Boolean: (text) => (text === 't' ? 'true' : 'false'),
};

/** How a scalar or an enum is written from text; the schema's own scalars say it themselves. */
export function textWriter(type: GraphQLLeafType): TextWriter {
  if (isEnumType(type)) return enumWriter(type);
  const writer = type.extensions.writeText ?? specified[type.name];
  if (!writer) throw new Error(`scalar ${type.name} does not say how it is written from text`);
  return writer;
}

function enumWriter(type: GraphQLEnumType): TextWriter {
  const names = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
  return (text) => names.get(text) ?? null;
}
