import * as fc from 'fast-check';
import {
  execute,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import { textOfAnswer } from '../../src/platform/graphql/answer-by-levels.ts';
import { resolverContext, type RequestContext } from '../../src/platform/graphql/context.ts';
import { formatError } from '../../src/platform/graphql/errors.ts';
import { buildAccordSchema } from '../../src/platform/graphql/schema.ts';
import { ReadEngine, type Answered, type Asked } from '../../src/platform/read/engine.ts';
import { testApp, testNow, type TestApp } from '../support/app.ts';
import { written, type Request } from './document.ts';
import { lookAround, type Known } from './known.ts';
import { callers, expert, OperationsArbitrary } from './operations.ts';
import { recordSomethingOfEverything } from './recorded-rounds.ts';
import { ReferenceExecutor } from './reference-executor.ts';
import { Seen, type Compared } from './seen.ts';
import { correlatedSubqueries } from './uncorrelated.ts';

const runs = 2000;
const windowedRuns = 300;

/** Which documents are made; a failure says the seed, and the path to the smallest document that shows it. */
const { DIFFERENTIAL_SEED, DIFFERENTIAL_PATH } = process.env;
const seed = Number(DIFFERENTIAL_SEED ?? Math.floor(Math.random() * 2 ** 31));

let app: TestApp;
let schema: GraphQLSchema;
let reference: ReferenceExecutor;
let known: Known;

const requestOf = (caller: Caller): RequestContext => ({
  caller,
  database: app.database,
  clock: { now: () => testNow },
  requestId: 'differential',
  isGone: () => false,
});

beforeAll(async () => {
  app = await testApp();
  await recordSomethingOfEverything(app);
  schema = await buildAccordSchema(features);
  reference = await ReferenceExecutor.open(app.database);
  known = await lookAround(reference, app.database.orm, app.database.pool, requestOf(expert));
}, 120_000);
afterAll(async () => {
  await reference.close();
  await app.stop();
});

const formatted = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error.toJSON()));

const textOf = (data: string, errors: readonly GraphQLError[]) => textOfAnswer(data, errors.length > 0 ? formatted(errors) : null);

const parts = () => ({ schema, orm: app.database.orm, pool: app.database.readPool });

/** Where, what and of which kind: what is compared of an error, with the words that do not leave the server. */
const namesOf = (errors: readonly GraphQLError[]) =>
  errors.map(({ path, message, extensions }) => JSON.stringify([path, message, extensions['code']]));

/** What the server does with what the engine does not plan. */
async function byGraphqlJs(document: DocumentNode, variableValues: Record<string, unknown>): Promise<Answered> {
  const { data, errors = [] } = await execute({ schema, document, variableValues });
  return { data: JSON.stringify(data), errors, sent: [] };
}

/** Asks the engine and the reference, and expects the same. */
async function compare(engine: ReadEngine, document: DocumentNode, variables: Request['variables'], caller: Caller): Promise<Compared> {
  const request = requestOf(caller);
  const expected = await reference.answer(document, variables, request);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const context: Asked['context'] = (snapshot) => resolverContext(request, snapshot);
  const asked = { document, operation, variables: coerced!, caller, context, isGone: () => false, traced: true };
  const planned = engine.plan(asked);
  const { data, errors, sent } = planned ? await engine.answer(asked, planned) : await byGraphqlJs(document, variables);

  const failures = new Set(namesOf([...expected.errors, ...expected.raised]));
  if (failures.size <= 1) {
    expect(namesOf(errors)).toEqual(namesOf(expected.errors));
    expect(textOf(data, errors)).toBe(textOf(JSON.stringify(expected.data), expected.errors));
  } else {
    // The engine reports a level that failed once, graphql-js each place, though only one below a place that became null.
    expect(data).toBe(JSON.stringify(expected.data));
    expect(errors.length).toBeGreaterThan(0);
    expect([...failures]).toEqual(expect.arrayContaining(namesOf(errors)));
  }
  return { document, data, sent, refused: failures.size > 0 };
}

describe('the engine answers as graphql-js does', () => {
  /** Compares until two answers differ; gives what was seen on the way. */
  async function compareAll(engine: ReadEngine, numRuns: number): Promise<Seen> {
    const seen = new Seen(schema);
    const operations = new OperationsArbitrary(schema, known).operations().map(written);
    const property = fc.asyncProperty(operations, callers, async ({ text, variables, again }, [one, other]) => {
      const document = parse(text);
      expect(validate(schema, document)).toEqual([]);
      seen.add(await compare(engine, document, variables, one!));
      // The second time the engine has its plan already, and its statements for callers of the same role.
      seen.add(await compare(engine, document, again, other!));
    });
    await fc.assert(property, DIFFERENTIAL_PATH ? { numRuns, seed, path: DIFFERENTIAL_PATH } : { numRuns, seed });
    return seen;
  }

  it(`${runs} documents, each asked twice, seed ${seed}`, { timeout: 600_000 }, async () => {
    const seen = await compareAll(new ReadEngine(parts()), runs);
    // One document alone, asked again, is no run.
    if (DIFFERENTIAL_PATH) return;
    process.stdout.write(`differential: seed ${seed}, ${seen.summary()}\n`);
    // Operations that ask for nothing, or of nothing that is there, or that are all refused, would show nothing.
    expect(seen.unasked().length, seen.unasked().join()).toBeLessThan(10);
    expect(seen.shareRefused()).toBeGreaterThan(0.02);
    expect(seen.shareRefused()).toBeLessThan(0.4);
    expect(seen.characters).toBeGreaterThan(runs * 200);
  });

  it.each([
    '{ rounds(first: 2) { totalCount } areas(first: 2) @skip(if: $if) { totalCount } }',
    '{ rounds(first: 2) { nodes { id code @include(if: $if) } } areas(first: 2) { totalCount } }',
    '{ areas(first: 2) { totalCount @skip(if: $if) } }',
    '{ areas(first: 2) { pageInfo { hasNextPage @skip(if: $if) } } }',
    '{ areas(first: 2) { edges { ... @include(if: $if) { cursor } } } }',
    '{ round(code: "volumes") { code published { termAsPublished @skip(if: $if) } } }',
    '{ round(code: "volumes") { code lot(code: "lot-1") { ...Part } } } fragment Part on Lot { code @include(if: $if) }',
    '{ round(code: "judged") { lots { nodes { bids { nodes { findings { rule @skip(if: $if) } } } } } } }',
    '{ __type(name: "Round") { name @skip(if: $if) } }',
  ])('a directive that is given null: %s', async (selection) => {
    const document = parse(`query($if: Boolean = true) ${selection}`);
    expect(validate(schema, document)).toEqual([]);
    const { refused } = await compare(new ReadEngine(parts()), document, { if: null }, expert);
    expect(refused).toBe(true);
  });

  it(`${windowedRuns} documents on distributed tables, without a lateral or a correlated subquery`, { timeout: 600_000 }, async () => {
    const seen = await compareAll(new ReadEngine({ ...parts(), windowed: () => true }), windowedRuns);
    const statements = [...seen.statements];
    expect(statements.filter((statement) => /\bover \(partition by/.test(statement)).length).toBeGreaterThan(10);
    expect(statements.filter((statement) => /\blateral\b/i.test(statement))).toEqual([]);
    expect(statements.flatMap(correlatedSubqueries)).toEqual([]);
  });
});
