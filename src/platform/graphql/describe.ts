// type-graphql asks for the metadata polyfill before the first decorator; every decorated file imports this one.
import 'reflect-metadata';

/** A GraphQL description in both languages: English first, then Chinese, one paragraph each. */
export function bilingual(english: string, chinese: string): string {
  return `${english}\n\n${chinese}`;
}

/** Options of a field that is always there. */
export function always(english: string, chinese: string) {
  return { description: bilingual(english, chinese) };
}

/** Options of a field that is null where nothing is on record. */
export function maybe(english: string, chinese: string) {
  return { description: bilingual(english, chinese), nullable: true };
}

/** Descriptions of an enum's values: `{ VALUE: ['English', '中文'] }`. */
export function enumValues<V extends string>(values: Readonly<Record<V, readonly [string, string]>>) {
  const entries = Object.entries(values) as [V, readonly [string, string]][];
  return Object.fromEntries(entries.map(([value, [en, zh]]) => [value, { description: bilingual(en, zh) }])) as Record<
    V,
    { description: string }
  >;
}

/** The enum object of a list of values, as type-graphql wants it. */
export function enumOf<V extends string>(values: readonly V[]): { readonly [K in V]: K } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [K in V]: K };
}
