import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { buildAccordSchema } from '../../src/platform/graphql/schema.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { injections } from './injections.ts';
import { send, type Reply } from './send.ts';

const schema = await buildAccordSchema(features);
const query = schema.getQueryType()!;

/** A place of the schema that takes a text: the document with one variable for its argument, and where in that the text goes. */
interface Place {
  readonly name: string;
  readonly document: string;
  /** Whether a list is asked, whose count tells whether the text met more than itself. */
  readonly counted: boolean;
  readonly variables: (text: string) => object;
}

/** A value that the type takes. */
function usual(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [usual(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const required = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return Object.fromEntries(required.map((field) => [field.name, usual(field.type)]));
  }
  const values: Record<string, unknown> = {
    Int: 1,
    Quantity: 1,
    Decimal: '1.0000',
    Date: '2026-01-01',
    DateTime: '2026-01-01T00:00:00Z',
    Boolean: true,
  };
  return values[getNamedType(type).name] ?? 'usual';
}

/** Every way to put a text into a value of the type: into texts, ids and, where they do not fit, enums and dates. */
function ways(type: GraphQLInputType, depth = 0): { readonly at: string; readonly put: (text: string) => unknown }[] {
  const inner = getNullableType(type);
  if (isListType(inner)) return ways(inner.ofType, depth).map(({ at, put }) => ({ at, put: (text) => [put(text)] }));
  if (!isInputObjectType(inner))
    return ['Int', 'Quantity', 'Boolean'].includes(getNamedType(type).name) ? [] : [{ at: '', put: (text) => text }];
  // Conditions hold conditions without end; two levels are every kind of it.
  if (depth > 2) return [];
  const base = usual(inner) as object;
  return Object.values(inner.getFields()).flatMap((field) =>
    ways(field.type, depth + 1).map(({ at, put }) => ({
      at: `.${field.name}${at}`,
      put: (text: string) => ({ ...base, [field.name]: put(text) }),
    })),
  );
}

/** What is selected of a field, as little as can be. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return 'getFields' in type ? '{ __typename }' : '';
  return type.name.endsWith('Connection') ? '{ totalCount nodes { __typename } }' : '{ __typename }';
}

function placesOf(field: GraphQLField<unknown, unknown>, owner: string, around: (inner: string) => string): Place[] {
  const required = (but: GraphQLArgument) =>
    field.args.filter((each) => each !== but && isNonNullType(each.type) && each.defaultValue === undefined);
  return field.args.flatMap((argument) => {
    const others = required(argument).map((each) => ({ each, variable: `$${each.name}: ${String(each.type)}` }));
    const declared = [`$it: ${String(argument.type)}`, ...others.map(({ variable }) => variable)].join(', ');
    const given = [`${argument.name}: $it`, ...others.map(({ each }) => `${each.name}: $${each.name}`)].join(', ');
    const operation = owner === 'Mutation' ? 'mutation' : 'query';
    const document = `${operation}(${declared}) { ${around(`${field.name}(${given}) ${selectionOf(field)}`)} }`;
    const rest = Object.fromEntries(others.map(({ each }) => [each.name, usual(each.type)]));
    return ways(argument.type).map(({ at, put }) => ({
      name: `${owner}.${field.name}(${argument.name}${at})`,
      document,
      counted: selectionOf(field).includes('totalCount') && /\.(eq|in|contains)$/.test(at) && !/\.(not|or|and)\b/.test(at),
      variables: (text: string) => ({ ...rest, it: put(text) }),
    }));
  });
}

/** Look-ups that find a row of the reference data, below which lists are asked. */
const found: Readonly<Record<string, string>> = { round: 'R4', enterprise: 'lepu', product: 'EXCROSSAL', area: '330000' };
const below = Object.entries(found).flatMap(([name, code]) => {
  const type = getNamedType(query.getFields()[name]!.type) as GraphQLObjectType;
  return Object.values(type.getFields()).flatMap((field) => placesOf(field, type.name, (inner) => `${name}(code: "${code}") { ${inner} }`));
});
const reads = [...Object.values(query.getFields()).flatMap((field) => placesOf(field, 'Query', (inner) => inner)), ...below];
const recordings = Object.values(schema.getMutationType()!.getFields()).flatMap((field) => placesOf(field, 'Mutation', (inner) => inner));

/** The literals of a statement, as PostgreSQL ends them: a backslash means something in one with an E alone, which is set off by a space. */
const literals = / ?\bE'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'/gs;
/** The statement without its literals: the mapper writes some values into its statements, quoted as PostgreSQL quotes them. */
const shapeOf = (statement: string) => statement.replaceAll(literals, '?');

describe('[S9] a text that means something to the database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  const ask = (place: Place, text: string): Promise<Reply> => {
    app.database.forget();
    return send(app, { body: { query: place.document, variables: place.variables(text) }, caller: expert });
  };
  const sent = () => app.database.statements;
  const mistakes = ['BAD_USER_INPUT', 'FORBIDDEN'];

  it('is one of more than two hundred, for more than two hundred places', () => {
    expect(injections.length).toBeGreaterThanOrEqual(200);
    expect([reads.length, recordings.length].map((count) => count > 100)).toEqual([true, true]);
  });

  /** Each place meets some of the texts and each text some of the places; the next run of the same places begins elsewhere. */
  const turn = Math.floor(Math.random() * injections.length);
  function textsFor(at: number, count: number): string[] {
    return Array.from({ length: count }, (_each, step) => injections[(turn + at * count + step) % injections.length]!);
  }

  it(`is compared literally wherever rows are asked for, from text ${turn} on`, { timeout: 60_000 }, async () => {
    const met = new Set<string>();
    // Every other place in one run, the others in the next but one.
    for (const [at, place] of reads.filter((_place, each) => each % 2 === turn % 2).entries()) {
      // A text that finds nothing and one that finds much: counting is a statement of its own where there is a next page.
      const usualShape = new Set<string>();
      for (const text of ['usual-text', ' ', '1']) {
        await ask(place, text);
        for (const each of sent()) usualShape.add(shapeOf(each));
      }
      for (const text of textsFor(at, 3)) {
        met.add(text);
        const { errors, data, text: answer, status } = await ask(place, text);
        const told = `${place.name} of ${JSON.stringify(text)}: ${answer.slice(0, 300)}`;
        expect(
          errors.filter(({ extensions }) => !mistakes.includes(extensions.code)),
          told,
        ).toEqual([]);
        expect(status, told).toBeLessThan(500);
        // The same statements as for any text, or none: a text that is no cursor, day or name of an enum gets no further.
        expect(
          sent().filter((each) => !usualShape.has(shapeOf(each)) && usualShape.size > 0),
          told,
        ).toEqual([]);
        for (const each of sent()) if (text.length > 6) expect(shapeOf(each).includes(text), told).toBe(false);
        if (place.counted && text.length > 6) expect(JSON.stringify(data ?? {}), told).not.toMatch(/"totalCount":[1-9]/);
      }
    }
    expect(met.size).toBe(injections.length);
  });

  it(`is stored or refused literally wherever it is recorded, from text ${turn} on`, { timeout: 60_000 }, async () => {
    for (const [at, place] of recordings.entries()) {
      for (const text of textsFor(at, 2)) {
        const { errors, text: answer, status } = await ask(place, text);
        const told = `${place.name} of ${JSON.stringify(text)}: ${answer.slice(0, 300)}`;
        expect(
          errors.filter(({ extensions }) => !mistakes.includes(extensions.code)),
          told,
        ).toEqual([]);
        expect(status, told).toBeLessThan(500);
        for (const each of sent()) if (text.length > 6) expect(shapeOf(each).includes(text), `${told}: ${each}`).toBe(false);
      }
    }
    const { rows } = await app.database.pool.query(
      `select count(*)::int as tables from pg_tables where tablename in ('round', 'bid', 'pwned')`,
    );
    expect(rows).toEqual([{ tables: 2 }]);
  });

  it('comes back as it was recorded', async () => {
    const record =
      'mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { enterprise { name } userErrors { code } } }';
    let stored = 0;
    for (const [at, name] of injections.entries()) {
      const input = { idempotencyKey: `back-${at}`, code: `back-${at}`, name, kind: 'HOLDER' };
      const { data } = await send(app, { body: { query: record, variables: { input } }, caller: expert });
      const object = (data as { recordEnterprise: { enterprise: { name: string } | null } } | undefined)?.recordEnterprise.enterprise;
      if (!object) continue;
      stored += 1;
      expect(object.name).toBe(name);
      const { data: same } = await send(app, {
        body: { query: 'query($n: String) { enterprises(filter: { name: { eq: $n } }) { totalCount } }', variables: { n: name } },
      });
      expect(same).toEqual({ enterprises: { totalCount: 1 } });
    }
    expect(stored).toBeGreaterThan(150);
  });
});
