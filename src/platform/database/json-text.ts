/** PostgreSQL keeps no half of a surrogate pair: a text has U+FFFD for one, and so has its JSON, which writes a half as an escape. */
const halfOfPair = /\\u[dD][89a-fA-F]/;
const wellFormed = (_name: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);

/** The JSON of a value as PostgreSQL takes it, as a parameter or to be kept. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return halfOfPair.test(text) ? JSON.stringify(value, wellFormed) : text;
}
