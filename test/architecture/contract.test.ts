import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { textOf } from './repository.ts';

// What the outside world relies on. A name here is changed with its users, or not at all.

const schema = buildSchema(textOf('schema/schema.graphql'));
const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);

function fieldsOf(name: string): Record<string, string> {
  const type = schema.getType(name);
  return isObjectType(type) ? shape(type) : {};
}

function shape(type: GraphQLObjectType): Record<string, string> {
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
}

const named = (type: GraphQLNamedType | undefined) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []);

describe('the commands', () => {
  it('are all in package.json and run through the installer', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    for (const name of ['start', 'test', 'check', 'import', 'token', 'demo-data', 'bench', 'generate', 'trace']) {
      expect(scripts[name], name).toMatch(/^node scripts\/run\.mjs /);
    }
  });
});

describe('the roles', () => {
  it('are the agreed seven', () => {
    expect([...roles]).toEqual(['EXPERT', 'APPROVER', 'ENTERPRISE', 'INSTITUTION', 'AGENCY', 'SETTLEMENT', 'AUDITOR']);
  });
});

describe('the schema', () => {
  it.each(['Decimal', 'Date', 'DateTime'])('has the scalar %s', (name) => {
    expect(isScalarType(schema.getType(name))).toBe(true);
  });

  it('finds every object by its opaque id', () => {
    const query = schema.getQueryType()!.getFields();
    expect(query['node']!.args.map((argument) => `${argument.name}: ${String(argument.type)}`)).toEqual(['id: ID!']);
    expect(String(query['node']!.type)).toBe('Node');
  });

  it('gives every list that grows as a Relay connection', () => {
    const connections = objects.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(0);
    for (const connection of connections) {
      const item = connection.name.replace(/Connection$/, '');
      expect(shape(connection), connection.name).toMatchObject({
        nodes: `[${item}!]!`,
        edges: `[${item}Edge!]!`,
        pageInfo: 'PageInfo!',
        totalCount: expect.stringMatching(/^(Int|Quantity)!$/),
        totalIsExact: 'Boolean!',
      });
    }
    const lists = objects.flatMap((type) => Object.values(type.getFields()).filter((field) => String(field.type).endsWith('Connection!')));
    expect(lists.filter((field) => !field.args.some(({ name }) => name === 'first')).map(({ name }) => name)).toEqual([]);
  });

  it.each(['rounds', 'products', 'enterprises', 'institutions', 'areas'])('lists %s', (name) => {
    expect(String(schema.getQueryType()!.getFields()[name]?.type)).toMatch(/Connection!$/);
  });

  it('takes one input with an idempotency key in every mutation, and answers refusals as data', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.length).toBeGreaterThan(0);
    for (const { name, args, type } of mutations) {
      expect(
        args.map((argument) => argument.name),
        name,
      ).toEqual(['input']);
      const input = isNonNullType(args[0]!.type) ? args[0]!.type.ofType : null;
      expect(isInputObjectType(input) && String(input.getFields()['idempotencyKey']?.type), name).toBe('String!');
      const payload = isNonNullType(type) ? type.ofType : type;
      expect(isObjectType(payload) && shape(payload)['userErrors'], name).toBe('[UserError!]!');
      const told = isObjectType(payload) ? shape(payload) : {};
      // Of many rows each has its own object and refusals, and their numbers are always told.
      const ofRows = (told['results'] ?? '').replaceAll(/[[\]!]/g, '');
      const { userErrors: _told, index: _place, ...results } = ofRows ? fieldsOf(ofRows) : told;
      expect(
        Object.entries(results).filter(([, result]) => result.endsWith('!')),
        `${name} has nothing to return when it is refused`,
      ).toEqual([]);
    }
  });

  it('says what was refused, where, by which rule, with which facts', () => {
    expect(fieldsOf('UserError')).toEqual({
      code: 'String!',
      field: expect.stringMatching(/^\[?String/),
      message: 'String!',
      messageZh: 'String!',
      rule: expect.stringMatching(/^String/),
      facts: '[Fact!]!',
    });
    expect(Object.keys(fieldsOf('Fact'))).toEqual(expect.arrayContaining(['name', 'value', 'unit']));
  });

  it('explains a computed figure', () => {
    expect(Object.keys(fieldsOf('Explanation'))).toEqual(expect.arrayContaining(['rule', 'sentence', 'source', 'inputs', 'steps']));
    const explained = (field: string) => fieldsOf(/\w+/.exec(fieldsOf('Explanation')[field] ?? '')?.[0] ?? '');
    expect(Object.keys(explained('source'))).toEqual(expect.arrayContaining(['document', 'clause']));
    expect(Object.keys(explained('inputs'))).toEqual(expect.arrayContaining(['name', 'value', 'unit']));
    expect(Object.keys(explained('steps'))).toEqual(expect.arrayContaining(['text', 'value', 'unit']));
  });

  it('says how far a row may be trusted', () => {
    expect(named(schema.getType('Confidence')).toSorted()).toEqual(['HIGH', 'LOW', 'MEDIUM', 'SYNTHETIC']);
    const recorded = objects.filter((type) => 'provenance' in shape(type));
    expect(recorded.length).toBeGreaterThan(5);
    for (const type of recorded) expect(shape(type), type.name).toMatchObject({ provenance: 'String!', confidence: 'Confidence!' });
  });

  it('asks for a day by asOf and for a state of knowledge by knownAt', () => {
    const args = objects.flatMap((type) => Object.values(type.getFields()).flatMap((field) => field.args));
    expect(args.filter(({ name, type }) => name === 'asOf' && !/^Date!?$/.test(String(type)))).toEqual([]);
    expect(args.filter(({ name, type }) => name === 'knownAt' && !/^DateTime!?$/.test(String(type)))).toEqual([]);
  });
});

describe('the addresses', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ empty: true });
  });
  afterAll(() => app.stop());

  it.each(['/', '/explorer', '/healthz', '/readyz'])('GET %s answers', async (url) => {
    const response = await app.fastify.inject({ url });
    expect([200, 301, 302]).toContain(response.statusCode);
  });

  it('POST /graphql answers', async () => {
    expect(await app.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  });
});
